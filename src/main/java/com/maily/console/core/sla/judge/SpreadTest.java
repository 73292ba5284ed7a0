package com.maily.console.core.sla.judge;

import java.util.Arrays;
import java.util.List;
import org.apache.commons.statistics.inference.OneWayAnova;

/**
 * Whether the canary's points scatter differently, which no test of location sees: Levene's test about the medians (Brown and Forsythe, "Robust
 * tests for the equality of variances", JASA 69, 1974).
 *
 * @param p     chance of a difference at least this large between equals
 * @param ratio mean distance from the median, canary to stable; above 1 the canary scatters more
 */
public record SpreadTest(double p, double ratio) {

    /** Needs three points on each side. */
    public static SpreadTest of(double[] stable, double[] canary) {
        double[] theirs = distances(stable);
        double[] ours = distances(canary);
        double mine = mean(ours);
        double other = mean(theirs);
        double ratio = other == 0 ? mine == 0 ? 1 : Double.POSITIVE_INFINITY : mine / other;
        double p = OneWayAnova.withDefaults().test(List.of(theirs, ours)).getPValue();
        return new SpreadTest(Double.isNaN(p) ? 1 : p, ratio);
    }

    private static double[] distances(double[] points) {
        double middle = median(points);
        return Arrays.stream(points).map(x -> Math.abs(x - middle)).toArray();
    }

    static double median(double[] points) {
        double[] sorted = Arrays.stream(points).sorted().toArray();
        return (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2;
    }

    private static double mean(double[] values) {
        return Arrays.stream(values).average().orElse(Double.NaN);
    }
}
