package com.maily.console.core.sla;

import com.maily.console.core.model.Objective;
import com.maily.console.core.port.MetricSource;
import com.maily.console.core.port.Track;
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
        return judge(objectives.stream().filter(ObjectiveQuery::tellsTracksApart).toList(), Track.CANARY, window, at);
    }

    /** Judges the stable track alone. */
    public Verdict stable(List<Objective> objectives, Duration window, Instant at) {
        return judge(objectives, Track.STABLE, window, at);
    }

    private Verdict judge(List<Objective> objectives, Track track, Duration window, Instant at) {
        List<Ruling> rulings = objectives.stream()
                .map(objective -> Ruling.of(objective, read(objective, track, window, at), minimum)).toList();
        return Ruling.together(rulings);
    }

    private Reading read(Objective objective, Track track, Duration window, Instant at) {
        MetricSource source = sources.apply(objective.source());
        double value = source.instant(ObjectiveQuery.value(objective, environment, track, window), at).single();
        boolean compares = track == Track.CANARY && ObjectiveQuery.tellsTracksApart(objective);
        double stable = compares ? source.instant(ObjectiveQuery.value(objective, environment, Track.STABLE, window), at)
                .single() : Double.NaN;
        double samples = objective.samples().isEmpty() ? Double.NaN
                : orZero(source.instant(ObjectiveQuery.samples(objective, environment, track, window), at).single());
        return new Reading(value, stable, samples);
    }

    /** No sample series at all means that no request was counted. */
    private static double orZero(double samples) {
        return Double.isNaN(samples) ? 0 : samples;
    }
}
