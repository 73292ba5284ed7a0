package com.maily.console.core.sla;

import com.maily.console.core.model.FailureException;
import com.maily.console.core.model.Objective;
import com.maily.console.core.port.MetricSource;
import com.maily.console.core.port.Track;
import com.maily.console.core.sla.judge.CountRule;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Asks the metric sources how a component does and holds the answers against its objectives. Silence is never a pass, and few
 * requests are never enough.
 *
 * @param environment the environment the samples must come from
 * @param sources by the platform key an objective names
 */
public record Judge(String environment, Function<String, MetricSource> sources) {

    /** Sources need two scrapes to count anything. */
    public static final Duration EARLIEST = Duration.ofSeconds(30);
    /** Values older than this say little of the present. */
    private static final Duration LONGEST = Duration.ofMinutes(5);

    /**
     * Judges the canary, with the stable track beside it for comparison. It may be asked as often as one likes: the risk to
     * ever fail a harmless canary stays {@link CountRule#RISK}. Objectives that cannot tell the tracks apart are about the
     * component as a whole and say nothing of the canary: with a few hundred requests, one error would fail a 99.99 % objective.
     *
     * @param since how long traffic has been as it is now
     */
    public Verdict canary(List<Objective> objectives, Duration since, Instant at) {
        List<Objective> told = objectives.stream().filter(ObjectiveQuery::tellsTracksApart).toList();
        double alpha = alpha(told);
        Judge asking = comingAgain(told);
        return together(told, objective -> asking.canary(objective, since.minus(objective.judging().warmUp()), at, alpha));
    }

    /** Where several sources are asked, none is waited for until it comes back: the judge looks again in a moment anyway. */
    private Judge comingAgain(List<Objective> objectives) {
        boolean several = objectives.stream().map(Objective::source).distinct().count() > 1;
        return several ? new Judge(environment, source -> sources.apply(source).unrepeated()) : this;
    }

    /**
     * A source that does not answer hides only what it measures: those objectives have no data, and say why. When none answers, that is
     * told instead of a verdict.
     */
    private static Verdict together(List<Objective> objectives, Function<Objective, Ruling> judged) {
        Map<String, FailureException> away = new HashMap<>();
        List<Ruling> rulings = new ArrayList<>();
        for (Objective objective : objectives) {
            try {
                rulings.add(away.containsKey(objective.source()) ? Ruling.silent(objective, away.get(objective.source()).failure())
                        : judged.apply(objective));
            } catch (FailureException silence) {
                if (!silence.failure().retryable()) {
                    throw silence;
                }
                away.put(objective.source(), silence);
                rulings.add(Ruling.silent(objective, silence.failure()));
            }
        }
        if (!away.isEmpty() && objectives.stream().allMatch(objective -> away.containsKey(objective.source()))) {
            throw away.values().iterator().next();
        }
        return Ruling.together(rulings);
    }

    /** An equal share of the risk for each objective that can fail a canary. */
    static double alpha(List<Objective> objectives) {
        return CountRule.RISK / Math.max(1, objectives.stream().filter(Objective::critical).count());
    }

    private Ruling canary(Objective objective, Duration judged, Instant at, double alpha) {
        Objective.Counted counted = objective.counted();
        Duration least = counted == null ? MinuteReading.MINUTE : EARLIEST;
        if (judged.compareTo(least) < 0) {
            return Ruling.early(objective, least.minus(judged));
        }
        MetricSource source = sources.apply(objective.source());
        Duration window = judged.compareTo(LONGEST) > 0 ? LONGEST : judged;
        double value = value(source, objective, Track.CANARY, window, at);
        double stable = value(source, objective, Track.STABLE, window, at);
        if (counted == null) {
            MinuteReading minutes = MinuteReading.ask(objective, environment, source, judged, at);
            Reading reading = new Reading(value, stable, samples(source, objective, Track.CANARY, judged, at));
            return Ruling.minutes(objective, reading, minutes.judged(objective, alpha), minutes.query());
        }
        CountReading counts = CountReading.ask(objective, counted, environment, source, judged, at);
        return Ruling.counted(objective, new Reading(value, stable, counts.samples()), counts.judged(objective, counted, alpha),
                ObjectiveQuery.bad(objective, counted, environment, Track.CANARY, judged));
    }

    /** Judges the stable track alone, by its values. */
    public Verdict stable(List<Objective> objectives, Duration window, Instant at) {
        return together(objectives, objective -> {
            MetricSource source = sources.apply(objective.source());
            return Ruling.of(objective, new Reading(value(source, objective, Track.STABLE, window, at), Double.NaN,
                    samples(source, objective, Track.STABLE, window, at)));
        });
    }

    private double value(MetricSource source, Objective objective, Track track, Duration window, Instant at) {
        return source.instant(ObjectiveQuery.value(objective, environment, track, window), at).single();
    }

    /** NaN when the objective asks for no minimum. No series at all means that no request was counted. */
    private double samples(MetricSource source, Objective objective, Track track, Duration window, Instant at) {
        if (objective.samples().isEmpty()) {
            return Double.NaN;
        }
        double samples = source.instant(ObjectiveQuery.samples(objective, environment, track, window), at).single();
        return Double.isNaN(samples) ? 0 : samples;
    }
}
