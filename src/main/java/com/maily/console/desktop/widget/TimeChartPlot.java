package com.maily.console.desktop.widget;

import java.time.Instant;
import java.util.Optional;

/**
 * Where a chart's plot lies and what its axes mean: turns times and values into places, and places into times.
 *
 * @param foot lower end of the weight's track; the same as {@code bottom} without one
 */
record TimeChartPlot(double left, double right, double top, double bottom, double foot, ChartTime.Span span,
                     TimeChartScale scale) {

    /** Width of one character of the font the charts are lettered in. */
    static final double CHARACTER = 6.4;
    private static final double NARROWEST = 3;

    /** A piece of the plot, from side to side. */
    record Stretch(double left, double width) { }

    double x(Instant at) {
        return left + span.share(at) * (right - left);
    }

    double x(long millis) {
        return left + span.share(millis) * (right - left);
    }

    double y(double value) {
        return bottom - scale.share(value) * (bottom - top);
    }

    double height() {
        return bottom - top;
    }

    /** How far along the plot a mouse stands, 0 at its left edge and 1 at its right. */
    double share(double x) {
        return (x - left) / Math.max(1, right - left);
    }

    boolean holds(Instant at) {
        return span.holds(at);
    }

    /** Where a band lies; one too short to be seen is made wider. Empty when it is out of sight. */
    Optional<Stretch> stretch(TimeChartData.Band band) {
        double from = Math.max(left, x(band.from()));
        double to = Math.min(right, band.to().map(this::x).orElse(right));
        double start = Math.min(from, right - NARROWEST);
        return to < from ? Optional.empty() : Optional.of(new Stretch(start, Math.max(NARROWEST, to - start)));
    }

    /** The middle of a pixel: there a line of one pixel is sharp. */
    static double crisp(double at) {
        return Math.floor(at) + 0.5;
    }

    static double width(String text) {
        return text.length() * CHARACTER;
    }
}
