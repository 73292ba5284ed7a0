package com.maily.console.core.sla.report;

import com.maily.console.core.port.Sample;
import com.maily.console.core.sla.report.Figure.Curve;
import com.maily.console.core.sla.report.Figure.Mark;
import com.maily.console.core.sla.report.Figure.Point;
import com.maily.console.core.sla.report.Figure.Tone;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/** Empirical distribution functions: which share of a track's samples is at most a value. Nothing is smoothed or binned. */
final class DistributionFigure {

    private DistributionFigure() { }

    static Figure of(Tracks tracks, double limit) {
        Axis across = Axis.linear(DoubleStream.concat(tracks.values(), DoubleStream.of(limit)), Double.POSITIVE_INFINITY,
                tracks.unit());
        List<Curve> curves = Stream.of(steps("stable", Tone.STABLE, tracks.stable(), across),
                steps("canary", Tone.CANARY, tracks.canary(), across)).flatMap(Optional::stream).toList();
        return new Figure("Percent of samples up to a value" + tracks.in(), "Distribution: " + middle("canary", tracks.canary(),
                tracks.unit()) + "; "
                + middle("stable", tracks.stable(), tracks.unit()), across, new Axis(0, 100, Axis.Scale.LINEAR, "%"), curves,
                Optional.empty(), List.of(new Mark(limit, true, Tone.LIMIT, "limit " + Said.value(limit, tracks.unit()))),
                curves.isEmpty() ? tracks.nothing() : "");
    }

    /** Below its least sample a distribution is 0, from its greatest on it is 1. */
    private static Optional<Curve> steps(String track, Tone tone, List<Sample> samples, Axis across) {
        double[] known = Tracks.known(samples);
        if (known.length == 0) {
            return Optional.empty();
        }
        List<Point> points = new ArrayList<>();
        points.add(new Point(across.low(), 0));
        for (int i = 0; i < known.length; i++) {
            points.add(new Point(known[i], 100.0 * i / known.length));
            points.add(new Point(known[i], 100.0 * (i + 1) / known.length));
        }
        points.add(new Point(across.high(), 100));
        return Optional.of(new Curve(track, tone, List.of(points)));
    }

    private static String middle(String track, List<Sample> samples, String unit) {
        double[] known = Tracks.known(samples);
        return known.length == 0 ? track + " without samples" : "half of the " + known.length + " samples of " + track
                + " are at most "
                + Said.value(known[(known.length - 1) / 2], unit);
    }
}
