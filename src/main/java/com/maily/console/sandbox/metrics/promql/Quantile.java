package com.maily.console.sandbox.metrics.promql;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A quantile from the cumulative buckets of a classic histogram.
 *
 * @see <a href="https://github.com/prometheus/prometheus/blob/v2.42.0/promql/quantile.go">bucketQuantile</a>
 */
final class Quantile {

    record Bucket(double bound, double count) { }

    private Quantile() { }

    /** NaN when the buckets say nothing: none above all, fewer than two, or empty ones. */
    static double of(double quantile, List<Bucket> buckets) {
        if (Double.isNaN(quantile)) {
            return Double.NaN;
        }
        if (quantile < 0 || quantile > 1) {
            return quantile < 0 ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
        }
        List<Bucket> sorted = monotonic(merged(buckets));
        if (sorted.size() < 2 || sorted.getLast().bound() != Double.POSITIVE_INFINITY) {
            return Double.NaN;
        }
        double observations = sorted.getLast().count();
        return observations == 0 || Double.isNaN(observations) ? Double.NaN : interpolated(quantile * observations, sorted);
    }

    private static double interpolated(double rank, List<Bucket> buckets) {
        int last = buckets.size() - 1;
        int index = 0;
        while (index < last && buckets.get(index).count() < rank) {
            index++;
        }
        if (index == last) {
            return buckets.get(last - 1).bound();
        }
        double end = buckets.get(index).bound();
        if (index == 0 && end <= 0) {
            return end;
        }
        double start = index == 0 ? 0 : buckets.get(index - 1).bound();
        double below = index == 0 ? 0 : buckets.get(index - 1).count();
        return start + (end - start) * ((rank - below) / (buckets.get(index).count() - below));
    }

    private static List<Bucket> merged(List<Bucket> buckets) {
        List<Bucket> merged = new ArrayList<>();
        for (Bucket bucket : buckets.stream().sorted(Comparator.comparingDouble(Bucket::bound)).toList()) {
            if (!merged.isEmpty() && merged.getLast().bound() == bucket.bound()) {
                merged.add(new Bucket(bucket.bound(), merged.removeLast().count() + bucket.count()));
            } else {
                merged.add(bucket);
            }
        }
        return merged;
    }

    /** Buckets of which a scrape caught only some can shrink upwards; Prometheus lifts those. */
    private static List<Bucket> monotonic(List<Bucket> buckets) {
        List<Bucket> lifted = new ArrayList<>();
        double highest = Double.NEGATIVE_INFINITY;
        for (Bucket bucket : buckets) {
            highest = bucket.count() > highest || lifted.isEmpty() ? bucket.count() : highest;
            lifted.add(new Bucket(bucket.bound(), Math.max(bucket.count(), highest)));
        }
        return lifted;
    }
}
