package com.maily.console.core.sla.report;

import com.maily.console.core.model.Objective;
import com.maily.console.core.model.Objective.Bound;
import com.maily.console.core.port.Sample;
import com.maily.console.core.sla.Analysis.Effect;
import com.maily.console.core.sla.Analysis.Metric;
import com.maily.console.core.sla.Analysis.Scale;
import com.maily.console.core.sla.report.Figure.Band;
import com.maily.console.core.sla.report.Figure.Curve;
import com.maily.console.core.sla.report.Figure.Mark;
import com.maily.console.core.sla.report.Figure.Point;
import com.maily.console.core.sla.report.Figure.Tone;
import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/**
 * How the canary differs from the stable track: moment by moment, and over the whole window with the interval the judge gives.
 * The curve is only drawn where it is the same quantity as the interval: a ratio of response times is none of slow requests.
 */
final class DifferenceFigure {

    private DifferenceFigure() { }

    static Figure of(Metric metric, Tracks tracks) {
        boolean ratio = metric.counted();
        String title = ratio ? "Bad requests, canary ÷ stable" : "Canary − stable";
        List<List<Point>> stretches = stretches(metric.objective(), tracks);
        List<Mark> marks = marks(metric);
        Optional<Band> band = metric.effect().map(effect -> new Band(effect.interval().lower(), effect.interval().upper(),
                Said.interval(effect, tracks.unit())));
        DoubleStream values = Stream.of(stretches.stream().flatMap(List::stream).mapToDouble(Point::y),
                band.stream().flatMapToDouble(one -> DoubleStream.of(one.low(), one.high())),
                marks.stream().mapToDouble(Mark::at)).flatMapToDouble(all -> all);
        return new Figure(ratio ? title : title + tracks.in(), title + ": " + summary(metric), tracks.across(),
                ratio ? Axis.ratio(values) : Axis.linear(values, Double.POSITIVE_INFINITY, tracks.unit()),
                stretches.isEmpty() ? List.of() : List.of(new Curve("difference", Tone.DIFFERENCE, stretches)), band, marks,
                stretches.isEmpty() && band.isEmpty() ? "nothing to compare" : "");
    }

    private static String summary(Metric metric) {
        String unit = metric.objective().unit();
        return metric.effect().map(effect -> Said.effect(effect, unit) + ", " + Said.interval(effect, unit) + " with "
                + Said.percent(effect.confidence())).orElse("not known");
    }

    private static List<List<Point>> stretches(Objective objective, Tracks tracks) {
        if (objective.counted() == null) {
            return Stretches.of(tracks.compared((ours, theirs) -> ours - theirs), tracks.step());
        }
        return pointsAreShares(objective, objective.counted()) ? Stretches.of(ratios(tracks), tracks.step()) : List.of();
    }

    private static List<Sample> ratios(Tracks tracks) {
        return tracks.compared((ours, theirs) -> ours > 0 && theirs > 0 ? ours / theirs : Double.NaN);
    }

    /** Whether the metric itself is the share of bad requests that was counted. */
    private static boolean pointsAreShares(Objective objective, Objective.Counted counted) {
        return objective.unit().equals("%") && objective.bound() == Bound.AT_MOST && counted.allowed() == objective.limit();
    }

    private static List<Mark> marks(Metric metric) {
        Mark even = new Mark(metric.counted() ? 1 : 0, false, Tone.EVEN, "no difference");
        String unit = metric.objective().unit();
        return metric.effect().map(effect -> List.of(new Mark(effect.value(), false, Tone.EFFECT, Said.effect(effect, unit)),
                harmless(metric, effect), even)).orElse(List.of(even));
    }

    /** On the side on which a difference does harm. */
    private static Mark harmless(Metric metric, Effect effect) {
        boolean below = effect.scale() == Scale.DIFFERENCE && metric.objective().bound() == Bound.AT_LEAST;
        double edge = below ? -effect.harmless() : effect.harmless();
        return new Mark(edge, false, Tone.LIMIT, "harmless to " + Said.effect(effect.scale(), edge, metric.objective().unit()));
    }
}
