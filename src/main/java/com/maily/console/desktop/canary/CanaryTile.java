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
import java.util.Locale;
import java.util.Optional;

/**
 * One metric of a canary against the stable track.
 *
 * @param note   what stands at the right of the title: the limit, or why there is no value
 * @param effect how it differs from stable and how sure that is, empty before the first verdict; {@code said} is the judge's
 * sentence
 */
record CanaryTile(String title, State state, String value, String versus, String note, String effect, String said,
        List<Sample> canary, List<Sample> stable,
                  Optional<Double> limit, boolean stale) {

    private static final Duration SHOWN = Duration.ofMinutes(15);

    /** Which track the new version runs on: none yet, the canary, or the stable one once it is promoted. */
    enum Carries { NOTHING, CANARY, STABLE }

    /** What the source has to say of one track now. NONE: it answers, and has nothing for this track. */
    private enum Voice { SPEAKS, NONE, SILENT }

    /** @param judged what the judge said of it, empty before the first verdict: then the limit alone decides */
    static CanaryTile metric(Objective objective, MetricSnapshot metrics, Optional<Verdict.Judgement> judged, Carries carries,
                             Instant now) {
        Optional<Verdict.Judgement> spoken = judged.filter(_ -> carries == Carries.CANARY);
        Optional<MetricCurve> canary = metrics.curve(MetricLine.of(objective, Side.CANARY));
        Optional<MetricCurve> stable = metrics.curve(MetricLine.of(objective, Side.STABLE));
        Optional<MetricCurve> shown = carries == Carries.STABLE ? stable : canary;
        Voice voice = voice(shown, now);
        Optional<Double> value = last(shown).filter(_ -> carries != Carries.NOTHING && voice != Voice.NONE);
        State state = carries == Carries.NOTHING ? State.QUEUED : value.filter(_ -> voice == Voice.SPEAKS)
                .map(v -> spoken.map(Verdict.Judgement::word).map(State::of)
                        .orElse(objective.metBy(v) ? State.DONE : State.FAILED)).orElse(without(voice));
        String limit = "limit " + TimeChartData.plain(objective.limit());
        return new CanaryTile(title(objective), state, text(value, objective.unit()),
                carries == Carries.STABLE ? "" : "vs " + text(last(stable), objective.unit()),
                carries == Carries.NOTHING ? limit : note(voice, limit), spoken.map(told -> CanaryEffect.of(objective, told))
                        .orElse(""),
                spoken.map(Verdict.Judgement::sentence).orElse(""), recent(canary, now), recent(stable, now),
                Optional.of(objective.limit()), carries != Carries.NOTHING && voice == Voice.SILENT);
    }

    /** How much traffic each side really gets; it has no limit, so it is well as soon as there is any. */
    static CanaryTile requests(Objective objective, MetricSnapshot metrics, Duration window, Carries carries, Instant now) {
        Optional<MetricCurve> canary = metrics.curve(MetricLine.requests(objective, Side.CANARY));
        Optional<MetricCurve> stable = metrics.curve(MetricLine.requests(objective, Side.STABLE));
        Optional<MetricCurve> shown = carries == Carries.STABLE ? stable : canary;
        Voice voice = voice(shown, now);
        boolean says = carries != Carries.NOTHING && voice != Voice.NONE;
        return new CanaryTile("Requests", !says ? State.QUEUED : voice == Voice.SILENT ? State.STALE
                : rate(shown, window) > 0 ? State.DONE : State.QUEUED, says ? perMinute(shown, window) : "–",
                carries == Carries.STABLE ? "" : "vs " + perMinute(stable, window), carries == Carries.NOTHING ? "" : note(voice,
                ""), "", "",
                recent(canary, now), recent(stable, now), Optional.empty(), says && voice == Voice.SILENT);
    }

    /** A tile has little room. */
    private static String title(Objective objective) {
        return objective.key().equals("p99") ? "p99" : objective.title();
    }

    private static Voice voice(Optional<MetricCurve> curve, Instant now) {
        if (curve.isEmpty()) {
            return Voice.NONE;
        }
        return curve.get().fresh(now) ? Voice.SPEAKS : curve.get().last().isEmpty() && curve.get().failure().isEmpty()
                ? Voice.NONE
                : Voice.SILENT;
    }

    private static State without(Voice voice) {
        return voice == Voice.SILENT ? State.STALE : State.QUEUED;
    }

    private static String note(Voice voice, String otherwise) {
        return switch (voice) {
            case SPEAKS -> otherwise;
            case NONE -> "no data yet";
            case SILENT -> "stale";
        };
    }

    private static Optional<Double> last(Optional<MetricCurve> curve) {
        return curve.flatMap(MetricCurve::last).map(Sample::value);
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
        return rate >= 1000 ? String.format(Locale.ROOT, "%.1f k/min", rate / 1000) : String.format(Locale.ROOT, "%.0f /min",
                rate);
    }

    private static List<Sample> recent(Optional<MetricCurve> curve, Instant now) {
        return curve.map(c -> c.samples().stream().filter(s -> s.at().isAfter(now.minus(SHOWN))).toList()).orElse(List.of());
    }
}
