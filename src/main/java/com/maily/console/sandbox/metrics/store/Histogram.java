package com.maily.console.sandbox.metrics.store;

/** The cumulative buckets, sum and count of one classic histogram. */
public final class Histogram {

    private final double[] bounds;
    private final TimeSeries[] buckets;
    private final TimeSeries sum;
    private final TimeSeries count;

    /**
     * @param labels with the family's name
     * @param bounds upper bounds, ascending, without +Inf
     */
    public Histogram(SeriesStore store, Labels labels, double... bounds) {
        this.bounds = bounds.clone();
        this.buckets = new TimeSeries[bounds.length + 1];
        Labels bucket = labels.with(Labels.NAME, labels.name() + "_bucket");
        for (int i = 0; i <= bounds.length; i++) {
            // "1.0" and not "1": Prometheus 3 rewrites bounds that way, older ones keep what they get.
            buckets[i] = store.series(bucket.with("le", i < bounds.length ? Double.toString(bounds[i]) : "+Inf"));
        }
        this.sum = store.series(labels.with(Labels.NAME, labels.name() + "_sum"));
        this.count = store.series(labels.with(Labels.NAME, labels.name() + "_count"));
    }

    public double[] bounds() {
        return bounds.clone();
    }

    /** @param counts new observations per bucket, not cumulative, the last one above every bound */
    public void observe(long[] counts, double total) {
        long cumulative = 0;
        for (int i = 0; i < buckets.length; i++) {
            cumulative += counts[i];
            buckets[i].add(cumulative);
        }
        sum.add(total);
        count.add(cumulative);
    }
}
