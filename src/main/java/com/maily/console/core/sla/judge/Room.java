package com.maily.console.core.sla.judge;

import com.maily.console.core.model.Objective;
import com.maily.console.core.model.Objective.Bound;
import java.util.Arrays;

/**
 * The room a metric has up to its limit, so that being worse than stable far away from any limit is not called harm.
 *
 * @param percent whether the metric cannot exceed 100: for a floor the room is then what lies between it and 100 %
 */
public record Room(Bound bound, double limit, boolean percent) {

    private static final double MATTERS = 0.5;
    private static final double CLOSE = 0.9;
    private static final double WORST = 0.1;

    public static Room of(Objective objective) {
        return new Room(objective.bound(), objective.limit(), objective.unit().equals("%"));
    }

    /** The share of the room that a value takes; above 1 it is over the limit. */
    double used(double value) {
        return switch (bound) {
            case AT_MOST -> value <= 0 && limit >= 0 ? 0 : value / limit;
            case AT_LEAST -> percent ? (100 - value) / (100 - limit) : value <= 0 ? Double.POSITIVE_INFINITY : limit / value;
        };
    }

    public boolean over(double value) {
        return bound == Bound.AT_MOST ? value > limit : value < limit;
    }

    public boolean close(double value) {
        return !over(value) && used(value) > CLOSE;
    }

    /** Whether the worst tenth of the points takes more than half of the room. */
    boolean notable(double[] points) {
        double[] sorted = Arrays.stream(points).sorted().toArray();
        int worst = (int) Math.floor(sorted.length * WORST);
        return used(bound == Bound.AT_MOST ? sorted[sorted.length - 1 - worst] : sorted[worst]) > MATTERS;
    }

    /** What a tolerance is a share of: the value itself, or for a floor in percent what is missing to 100 %. */
    public double scale(double value) {
        return Math.abs(bound == Bound.AT_LEAST && percent ? 100 - value : value);
    }

    double countOver(double[] points) {
        return Arrays.stream(points).filter(this::over).count();
    }

    /** How bad a value is: higher is worse, whatever the bound. */
    double badness(double value) {
        return bound == Bound.AT_MOST ? value : -value;
    }
}
