package com.maily.console.sandbox.metrics.promql;

import static org.assertj.core.api.Assertions.assertThat;

import com.maily.console.sandbox.metrics.promql.Quantile.Bucket;
import java.util.List;
import org.junit.jupiter.api.Test;

class QuantileTest {

    private static final double INFINITE = Double.POSITIVE_INFINITY;

    @Test
    void aQuantileAboveAllBoundsIsTheHighestBound() {
        assertThat(Quantile.of(0.99, List.of(new Bucket(0.1, 50), new Bucket(0.2, 90), new Bucket(INFINITE, 100))))
                .isEqualTo(0.2);
    }

    @Test
    void bucketsThatSayNothingGiveNoNumber() {
        assertThat(Quantile.of(0.5, List.of())).isNaN();
        assertThat(Quantile.of(0.5, List.of(new Bucket(INFINITE, 10)))).isNaN();
        assertThat(Quantile.of(0.5, List.of(new Bucket(0.1, 5), new Bucket(0.2, 10)))).as("without +Inf").isNaN();
        assertThat(Quantile.of(0.5, List.of(new Bucket(0.1, 0), new Bucket(INFINITE, 0)))).as("no observations").isNaN();
        assertThat(Quantile.of(Double.NaN, List.of(new Bucket(0.1, 1), new Bucket(INFINITE, 1)))).isNaN();
    }

    @Test
    void theFirstBucketBeginsAtZero() {
        assertThat(Quantile.of(0.5, List.of(new Bucket(0.1, 10), new Bucket(INFINITE, 10)))).isEqualTo(0.05);
        assertThat(Quantile.of(0.5, List.of(new Bucket(-1, 10), new Bucket(INFINITE, 10)))).isEqualTo(-1);
    }

    @Test
    void impossibleQuantilesAreInfinite() {
        List<Bucket> buckets = List.of(new Bucket(0.1, 10), new Bucket(INFINITE, 10));
        assertThat(Quantile.of(-0.1, buckets)).isEqualTo(Double.NEGATIVE_INFINITY);
        assertThat(Quantile.of(1.1, buckets)).isEqualTo(INFINITE);
    }

    @Test
    void bucketsInDisorderAreSortedMergedAndLifted() {
        List<Bucket> disorder = List.of(new Bucket(INFINITE, 100), new Bucket(0.2, 49), new Bucket(0.1, 25), new Bucket(0.1, 25));
        assertThat(Quantile.of(0.25, disorder)).isEqualTo(0.05);
        assertThat(Quantile.of(0.75, disorder)).isEqualTo(0.2);
    }
}
