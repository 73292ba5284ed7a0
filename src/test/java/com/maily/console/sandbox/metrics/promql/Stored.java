package com.maily.console.sandbox.metrics.promql;

import com.maily.console.sandbox.metrics.store.Labels;
import com.maily.console.sandbox.metrics.store.SeriesStore;
import java.time.Duration;
import java.time.Instant;

/** A store with hand-made samples. */
public final class Stored {

    final SeriesStore store = new SeriesStore(Duration.ofHours(6));

    /** Samples of {@code metric{job="a"}} at {@code first}, {@code first + step}, … in seconds. */
    static PromQl samples(String metric, int first, int step, double... values) {
        Stored stored = new Stored();
        for (int i = 0; i < values.length; i++) {
            stored.store.series(Labels.named(metric, "job", "a")).set(values[i]);
            stored.store.sample(Instant.ofEpochSecond(first + (long) i * step));
        }
        return new PromQl(stored.store);
    }

    /** Series as name, label, value, … with a value each, sampled once at second 100. */
    Stored with(double value, String name, String... labels) {
        store.series(Labels.named(name, labels)).set(value);
        return this;
    }

    PromQl sampled() {
        store.sample(Instant.ofEpochSecond(100));
        return new PromQl(store);
    }
}
