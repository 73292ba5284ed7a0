package com.maily.console.core.sla.report;

import java.util.List;
import java.util.stream.DoubleStream;

/**
 * One axis of a figure.
 *
 * @param low  the value at its beginning, below {@code high}; seconds since 1970 for a time
 * @param unit stands behind its values, empty for none
 */
public record Axis(double low, double high, Scale scale, String unit) {

    /** How values are spread over it. */
    public enum Scale { LINEAR, RATIO, TIME }

    /** Less than that cannot be told apart on a picture, and nothing may divide by zero. */
    private static final double AIR = 0.06;

    /** Holds all of {@code values} with some air, and not less than {@code floor} unless a value is. */
    static Axis linear(DoubleStream values, double floor, String unit) {
        var ends = values.filter(Double::isFinite).summaryStatistics();
        double low = ends.getCount() == 0 ? 0 : ends.getMin();
        double high = ends.getCount() == 0 ? 1 : ends.getMax();
        double air = high - low < 1e-9 ? Math.max(Math.abs(high) * AIR, 1e-3) : (high - low) * AIR;
        return new Axis(Math.max(low - air, Math.min(floor, low)), high + air, Scale.LINEAR, unit);
    }

    /** For how many times something is something else: as far from half as from double. Zero and infinity lie outside. */
    static Axis ratio(DoubleStream values) {
        var ends = values.filter(value -> Double.isFinite(value) && value > 0).summaryStatistics();
        double low = Math.min(0.5, ends.getCount() == 0 ? 1 : ends.getMin());
        double high = Math.max(2, ends.getCount() == 0 ? 1 : ends.getMax());
        double air = Math.pow(high / low, AIR);
        return new Axis(low / air, high * air, Scale.RATIO, "times");
    }

    /** Where a value stands, 0 at the beginning and 1 at the end; outside of that, it is not on the figure. */
    public double share(double value) {
        return scale == Scale.RATIO ? Math.log(Math.max(value, Double.MIN_NORMAL) / low) / Math.log(high / low)
                : (value - low) / (high - low);
    }

    /** The value at a place. */
    public double at(double share) {
        return scale == Scale.RATIO ? low * Math.pow(high / low, share) : low + share * (high - low);
    }

    /** At most about {@code wanted} round values. */
    public List<Tick> ticks(int wanted) {
        return switch (scale) {
            case LINEAR -> Tick.linear(this, wanted);
            case RATIO -> Tick.ratio(this, wanted);
            case TIME -> Tick.time(this, wanted);
        };
    }
}
