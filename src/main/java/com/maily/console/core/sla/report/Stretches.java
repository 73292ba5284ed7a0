package com.maily.console.core.sla.report;

import com.maily.console.core.port.Sample;
import com.maily.console.core.sla.report.Figure.Point;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Cuts samples into the pieces that may be joined by a line: what is missing or has no value stays a gap. */
final class Stretches {

    private Stretches() { }

    /** @param step distance of two samples; anything wider than two of them is a gap */
    static List<List<Point>> of(List<Sample> samples, Duration step) {
        List<List<Point>> all = new ArrayList<>();
        List<Point> now = new ArrayList<>();
        double widest = 2 * seconds(step);
        for (Sample sample : samples) {
            boolean drawn = Double.isFinite(sample.value());
            double at = seconds(sample.at());
            if (!now.isEmpty() && (!drawn || at - now.getLast().x() > widest)) {
                all.add(now);
                now = new ArrayList<>();
            }
            if (drawn) {
                now.add(new Point(at, sample.value()));
            }
        }
        if (!now.isEmpty()) {
            all.add(now);
        }
        return all;
    }

    static double seconds(Instant at) {
        return at.toEpochMilli() / 1000.0;
    }

    private static double seconds(Duration step) {
        return step.toMillis() / 1000.0;
    }
}
