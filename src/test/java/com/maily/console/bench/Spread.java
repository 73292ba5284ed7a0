package com.maily.console.bench;

import java.util.Collection;

/** Many measurements of one thing, in order of size. */
public record Spread(double[] sorted) {

    public static Spread of(Collection<Double> values) {
        if (values.isEmpty()) {
            throw new IllegalArgumentException("nothing was measured");
        }
        return new Spread(values.stream().mapToDouble(Double::doubleValue).sorted().toArray());
    }

    /** The nearest rank: the smallest value that at least {@code share} of all do not exceed. */
    public double at(double share) {
        return sorted[(int) Math.clamp(Math.ceil(sorted.length * share) - 1, 0, sorted.length - 1)];
    }

    public double max() {
        return sorted[sorted.length - 1];
    }
}
