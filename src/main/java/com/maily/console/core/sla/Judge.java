package com.maily.console.core.sla;

import com.maily.console.core.model.Objective;
import com.maily.console.core.port.MetricSource;
import com.maily.console.core.port.Track;
import com.maily.console.core.sla.judge.CountRule;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;

/**
 * Asks the metric sources how a component does and holds the answers against its objectives. Silence is never a pass, and few
 * requests are never enough.
 *
 * @param environment the environment the samples must come from
 * @param sources by the platform key an objective names
 * @param minimum requests a track must have served in the window before it is judged
 */
public record Judge(String environment, Function<String, MetricSource> sources, int minimum) {

    public static final int MINIMUM_SAMPLES = 500;

    public Judge(String environment, Function<String, MetricSource> sources) {
        this(environment, sources, MINIMUM_SAMPLES);
    }

    /**
     * Judges the canary, with the stable track beside it for comparison. Objectives that cannot tell the tracks apart are about the
     * component as a whole and say nothing of the canary: with a few hundred requests, one error would fail a 99.99 % objective.
     */
    public Verdict canary(List<Objective> objectives, Duration window, Instant at) {
        return canary(objectives, window, window, at);
    }

    /**
     * The same, with counts over all the time since the shift. It may be asked as often as one likes: the risk to ever fail a harmless
     * canary by its counts stays that of {@link CountRule#RISK}.
     *
     * @param window for metrics that a source computes
     * @param since  for counts, not longer than traffic has been as it is now
     */
    public Verdict canary(List<Objective> objectives, Duration window, Duration since, Instant at) {
        List<Objective> told = objectives.stream().filter(ObjectiveQuery::tellsTracksApart).toList();
        double alpha = alpha(told);
        return Ruling.together(told.stream().map(objective -> canary(objective, window, since, at, alpha)).toList());
    }

    /** Each counted objective's share of the risk. */
    static double alpha(List<Objective> objectives) {
        return CountRule.RISK / Math.max(1, objectives.stream().filter(objective -> objective.counted() != null).count());
    }

    static CountRule rule(Objective objective, Objective.Counted counted, double alpha) {
        return new CountRule(counted.allowed() / 100, counted.tolerance() / 100, objective.judging().minimum(), alpha);
    }

    private Ruling canary(Objective objective, Duration window, Duration since, Instant at, double alpha) {
        Objective.Counted counted = objective.counted();
        if (counted == null) {
            return Ruling.of(objective, read(objective, Track.CANARY, window, at), minimum);
        }
        MetricSource source = sources.apply(objective.source());
        CountReading counts = CountReading.ask(objective, counted, environment, source, since, at);
        Reading reading = new Reading(value(source, objective, Track.CANARY, window, at),
                value(source, objective, Track.STABLE, window, at), counts.samples());
        return Ruling.counted(objective, reading, counts.judged(minimum, alpha),
                ObjectiveQuery.bad(objective, counted, environment, Track.CANARY, since));
    }

    /** Judges the stable track alone. */
    public Verdict stable(List<Objective> objectives, Duration window, Instant at) {
        return Ruling.together(objectives.stream()
                .map(objective -> Ruling.of(objective, read(objective, Track.STABLE, window, at), minimum)).toList());
    }

    private double value(MetricSource source, Objective objective, Track track, Duration window, Instant at) {
        return source.instant(ObjectiveQuery.value(objective, environment, track, window), at).single();
    }

    private Reading read(Objective objective, Track track, Duration window, Instant at) {
        MetricSource source = sources.apply(objective.source());
        double value = value(source, objective, track, window, at);
        boolean compares = track == Track.CANARY && ObjectiveQuery.tellsTracksApart(objective);
        double stable = compares ? value(source, objective, Track.STABLE, window, at) : Double.NaN;
        double samples = objective.samples().isEmpty() ? Double.NaN
                : orZero(source.instant(ObjectiveQuery.samples(objective, environment, track, window), at).single());
        return new Reading(value, stable, samples);
    }

    /** No sample series at all means that no request was counted. */
    private static double orZero(double samples) {
        return Double.isNaN(samples) ? 0 : samples;
    }
}
