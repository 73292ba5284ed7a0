package com.maily.console.desktop.canary;

import com.maily.console.core.model.Objective;
import com.maily.console.core.port.Sample;
import com.maily.console.core.sla.MetricCurve;
import com.maily.console.core.sla.MetricLine;
import com.maily.console.core.sla.MetricLine.Side;
import com.maily.console.core.sla.MetricSnapshot;
import com.maily.console.core.sla.Verdict;
import com.maily.console.desktop.widget.State;
import com.maily.console.desktop.widget.TimeChartData;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One metric of a canary against the stable track.
 *
 * @param note what stands at the right of the title: the limit, or since when it is stale
 */
record CanaryTile(String title, State state, String value, String versus, String note, List<Sample> canary, List<Sample> stable,
                  Optional<Double> limit, boolean stale) {

    private static final Duration SHOWN = Duration.ofMinutes(15);

    /** @param judged what the judge said of it, empty before the first verdict: then the limit alone decides */
    static CanaryTile metric(Objective objective, MetricSnapshot metrics, Optional<Verdict.Word> judged, boolean carries, Instant now) {
        Optional<MetricCurve> canary = metrics.curve(MetricLine.of(objective, Side.CANARY));
        Optional<MetricCurve> stable = metrics.curve(MetricLine.of(objective, Side.STABLE));
        boolean stale = carries && canary.filter(curve -> !curve.fresh(now)).isPresent();
        Optional<Double> value = canary.flatMap(MetricCurve::last).map(Sample::value).filter(_ -> carries);
        State state = stale ? State.STALE : value.isEmpty() ? State.QUEUED
                : judged.map(State::of).orElse(objective.metBy(value.get()) ? State.DONE : State.FAILED);
        return new CanaryTile(objective.title(), state, text(value, objective.unit()),
                "vs " + text(stable.flatMap(MetricCurve::last).map(Sample::value), objective.unit()),
                stale ? "stale" : "limit " + TimeChartData.plain(objective.limit()), recent(canary, now), recent(stable, now),
                Optional.of(objective.limit()), stale);
    }

    /** How much traffic each side really gets; it has no limit, so it is well as soon as there is any. */
    static CanaryTile requests(Objective objective, MetricSnapshot metrics, Duration window, Instant now) {
        Optional<MetricCurve> canary = metrics.curve(MetricLine.requests(objective, Side.CANARY));
        Optional<MetricCurve> stable = metrics.curve(MetricLine.requests(objective, Side.STABLE));
        boolean stale = canary.filter(curve -> !curve.fresh(now)).isPresent();
        return new CanaryTile("Requests", stale ? State.STALE : rate(canary, window) > 0 ? State.DONE : State.QUEUED,
                perMinute(canary, window), "vs " + perMinute(stable, window), stale ? "stale" : "", recent(canary, now),
                recent(stable, now), Optional.empty(), stale);
    }

    private static String text(Optional<Double> value, String unit) {
        return value.map(v -> TimeChartData.number(v) + " " + unit).orElse("–");
    }

    static double rate(Optional<MetricCurve> curve, Duration window) {
        return curve.flatMap(MetricCurve::last).map(sample -> sample.value() / (window.toSeconds() / 60.0)).orElse(Double.NaN);
    }

    private static String perMinute(Optional<MetricCurve> curve, Duration window) {
        double rate = rate(curve, window);
        return Double.isNaN(rate) ? "–" : perMinute(rate);
    }

    /** {@code 10.2 k/min}. */
    static String perMinute(double rate) {
        return rate >= 1000 ? String.format(java.util.Locale.ROOT, "%.1f k/min", rate / 1000)
                : String.format(java.util.Locale.ROOT, "%.0f /min", rate);
    }

    private static List<Sample> recent(Optional<MetricCurve> curve, Instant now) {
        return curve.map(c -> c.samples().stream().filter(s -> s.at().isAfter(now.minus(SHOWN))).toList()).orElse(List.of());
    }
}
