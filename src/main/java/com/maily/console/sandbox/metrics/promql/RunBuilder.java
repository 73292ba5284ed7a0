package com.maily.console.sandbox.metrics.promql;

import com.maily.console.sandbox.metrics.store.Labels;
import java.util.Arrays;

/** Collects the values of one series step by step. */
final class RunBuilder {

    private final Labels labels;
    private long[] times = new long[64];
    private double[] values = new double[64];
    private int size;

    RunBuilder(Labels labels) {
        this.labels = labels;
    }

    void add(long at, double value) {
        if (size == times.length) {
            times = Arrays.copyOf(times, 2 * size);
            values = Arrays.copyOf(values, 2 * size);
        }
        times[size] = at;
        values[size++] = value;
    }

    Outcome.Run run() {
        return new Outcome.Run(labels, Arrays.copyOf(times, size), Arrays.copyOf(values, size));
    }
}
