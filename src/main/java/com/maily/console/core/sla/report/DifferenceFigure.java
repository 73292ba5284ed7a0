package com.maily.console.core.sla.report;

import com.maily.console.core.model.Objective;
import com.maily.console.core.port.Sample;
import com.maily.console.core.sla.Analysis.Effect;
import com.maily.console.core.sla.Analysis.Metric;
import com.maily.console.core.sla.Analysis.Scale;
import com.maily.console.core.sla.report.Figure.Band;
import com.maily.console.core.sla.report.Figure.Curve;
import com.maily.console.core.sla.report.Figure.Mark;
import com.maily.console.core.sla.report.Figure.Point;
import com.maily.console.core.sla.report.Figure.Tone;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/**
 * How the canary differs from the stable track: moment by moment, and over the whole window with the interval the judge gives. The
 * curve is only drawn where it is the same quantity as the interval: a ratio of response times is no ratio of slow requests.
 */
final class DifferenceFigure {

    private DifferenceFigure() { }

    static Figure of(Metric metric, Tracks tracks) {
        boolean ratio = metric.counted();
        String title = ratio ? "Bad requests, canary ÷ stable" : "Canary − stable";
        List<List<Point>> stretches = !ratio ? Stretches.of(tracks.compared((ours, theirs) -> ours - theirs), tracks.step())
                : pointsAreShares(metric.objective()) ? Stretches.of(ratios(tracks), tracks.step()) : List.of();
        List<Mark> marks = metric.effect().map(effect -> marks(effect, tracks.unit()))
                .orElseGet(() -> List.of(even(ratio)));
        Optional<Band> band = metric.effect().map(effect -> new Band(effect.interval().lower(), effect.interval().upper(),
                Said.interval(effect, tracks.unit())));
        DoubleStream values = Stream.of(stretches.stream().flatMap(List::stream).mapToDouble(Point::y),
                band.stream().flatMapToDouble(one -> DoubleStream.of(one.low(), one.high())),
                marks.stream().mapToDouble(Mark::at)).flatMapToDouble(all -> all);
        return new Figure(ratio ? title : title + tracks.in(), title + ": " + metric.effect().map(effect -> Said.effect(effect, tracks.unit()) + ", "
                + Said.interval(effect, tracks.unit()) + " with " + Said.percent(effect.confidence())).orElse("not known"),
                tracks.across(), ratio ? Axis.ratio(values) : Axis.linear(values, Double.POSITIVE_INFINITY, tracks.unit()),
                stretches.isEmpty() ? List.of() : List.of(new Curve("difference", Tone.DIFFERENCE, stretches)), band, marks,
                stretches.isEmpty() && band.isEmpty() ? "nothing to compare" : "");
    }

    private static List<Sample> ratios(Tracks tracks) {
        return tracks.compared((ours, theirs) -> ours > 0 && theirs > 0 ? ours / theirs : Double.NaN);
    }

    /** Whether the metric itself is the share of bad requests that was counted. */
    private static boolean pointsAreShares(Objective objective) {
        return objective.unit().equals("%") && objective.bound() == Objective.Bound.AT_MOST && objective.counted() != null
                && objective.counted().allowed() == objective.limit();
    }

    private static Mark even(boolean ratio) {
        return new Mark(ratio ? 1 : 0, false, Tone.EVEN, "no difference");
    }

    private static List<Mark> marks(Effect effect, String unit) {
        List<Mark> marks = new ArrayList<>();
        marks.add(new Mark(effect.value(), false, Tone.EFFECT, Said.effect(effect, unit)));
        marks.add(new Mark(effect.harmless(), false, Tone.LIMIT, "harmless to " + Said.effect(effect.scale(), effect.harmless(), unit)));
        marks.add(even(effect.scale() == Scale.RATIO));
        return marks;
    }
}
