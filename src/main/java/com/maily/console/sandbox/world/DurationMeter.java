package com.maily.console.sandbox.world;

import com.maily.console.sandbox.metrics.store.Histogram;
import com.maily.console.sandbox.metrics.store.Labels;
import com.maily.console.sandbox.metrics.store.SeriesStore;
import java.util.Arrays;

/** Measures durations into a histogram, many at once. */
final class DurationMeter {

    private final Histogram histogram;
    private final double[] bounds;
    private final Carry[] rests;

    DurationMeter(SeriesStore store, Labels labels, double... bounds) {
        this.histogram = new Histogram(store, labels, bounds);
        this.bounds = bounds.clone();
        this.rests = new Carry[bounds.length + 1];
        Arrays.setAll(rests, _ -> new Carry());
    }

    void observe(double requests, Latency latency) {
        long[] counts = new long[rests.length];
        double below = 0;
        long all = 0;
        for (int i = 0; i < counts.length; i++) {
            double upTo = i < bounds.length ? latency.shareUpTo(bounds[i]) : 1;
            counts[i] = rests[i].whole(requests * Math.max(0, upTo - below));
            all += counts[i];
            below = upTo;
        }
        histogram.observe(counts, all * latency.mean());
    }
}
