package com.maily.console.core.sla.report;

import com.maily.console.core.port.Sample;
import com.maily.console.core.sla.report.Figure.Curve;
import com.maily.console.core.sla.report.Figure.Mark;
import com.maily.console.core.sla.report.Figure.Tone;
import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/** How both tracks ran through the window, with the limit they are held to. */
final class SeriesFigure {

    private SeriesFigure() { }

    static Figure of(Tracks tracks, double limit) {
        List<Curve> curves = Stream.of(new Curve("stable", Tone.STABLE, Stretches.of(tracks.stable(), tracks.step())),
                        new Curve("canary", Tone.CANARY, Stretches.of(tracks.canary(), tracks.step())))
                .filter(curve -> !curve.stretches().isEmpty()).toList();
        Axis up = Axis.linear(DoubleStream.concat(tracks.values(), DoubleStream.of(limit)), 0, tracks.unit());
        String held = "limit " + Said.value(limit, tracks.unit());
        return new Figure(tracks.title() + tracks.in(), tracks.title() + ": " + (curves.isEmpty() ? tracks.nothing()
                : ends("canary", tracks.canary(), tracks.unit()) + "; " + ends("stable", tracks.stable(), tracks.unit())) + "; "
                        + held,
                tracks.across(), up, curves, Optional.empty(), List.of(new Mark(limit, false, Tone.LIMIT, held)),
                curves.isEmpty() ? tracks.nothing() : "");
    }

    private static String ends(String track, List<Sample> samples, String unit) {
        double[] known = Tracks.known(samples);
        return known.length == 0 ? track + " without samples" : track + " between " + Said.number(known[0]) + " and "
                + Said.value(known[known.length - 1], unit);
    }
}
