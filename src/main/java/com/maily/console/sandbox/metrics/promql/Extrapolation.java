package com.maily.console.sandbox.metrics.promql;

import com.maily.console.sandbox.metrics.store.TimeSeries.Window;
import java.util.OptionalDouble;

/**
 * What a counter did over a window, as Prometheus 2.42 computes it: resets are made up for, and what the samples cover is
 * stretched towards the ends of the window, unless a sample seems to be missing there or the counter would have been below zero.
 *
 * @see <a href="https://github.com/prometheus/prometheus/blob/v2.42.0/promql/functions.go">extrapolatedRate, instantValue</a>
 */
final class Extrapolation {

    private static final double MISSING_FACTOR = 1.1;

    private Extrapolation() { }

    /** Per second. */
    static OptionalDouble rate(Window window) {
        OptionalDouble increase = increase(window);
        double seconds = (window.to() - window.from()) / 1000.0;
        return increase.isPresent() ? OptionalDouble.of(increase.getAsDouble() / seconds) : increase;
    }

    static OptionalDouble increase(Window window) {
        if (window.count() < 2) {
            return OptionalDouble.empty();
        }
        double raw = rawIncrease(window);
        double covered = seconds(window.time(0), window.time(window.count() - 1));
        double between = covered / (window.count() - 1);
        double toStart = seconds(window.from(), window.time(0));
        if (raw > 0 && window.value(0) >= 0) {
            toStart = Math.min(toStart, covered * (window.value(0) / raw));
        }
        double stretched = covered + stretch(toStart, between)
                + stretch(seconds(window.time(window.count() - 1), window.to()), between);
        return OptionalDouble.of(raw * (stretched / covered));
    }

    private static double stretch(double gap, double between) {
        return gap < between * MISSING_FACTOR ? gap : between / 2;
    }

    private static double rawIncrease(Window window) {
        double increase = window.last() - window.value(0);
        for (int i = 1; i < window.count(); i++) {
            if (window.value(i) < window.value(i - 1)) {
                increase += window.value(i - 1);
            }
        }
        return increase;
    }

    /** Per second between the last two samples. */
    static OptionalDouble instantRate(Window window) {
        int last = window.count() - 1;
        if (last < 1) {
            return OptionalDouble.empty();
        }
        double before = window.value(last - 1);
        double increase = window.last() < before ? window.last() : window.last() - before;
        return OptionalDouble.of(increase / seconds(window.time(last - 1), window.time(last)));
    }

    private static double seconds(long from, long to) {
        return (to - from) / 1000.0;
    }
}
