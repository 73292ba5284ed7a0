package com.maily.console.platforms.resilient;

import com.maily.console.core.port.MetricSource;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;

/**
 * A metric source over a connection that fails now and then.
 *
 * @param repeats whether a question that failed is asked again before the failure is told
 */
public record ResilientMetricSource(MetricSource inner, Connection connection, boolean repeats) implements MetricSource {

    public ResilientMetricSource(MetricSource inner, Connection connection) {
        this(inner, connection, true);
    }

    @Override
    public Answer instant(String query, Instant at) {
        return asked(() -> inner.instant(query, at));
    }

    @Override
    public Answer range(String query, Instant from, Instant to, Duration step) {
        return asked(() -> inner.range(query, from, to, step));
    }

    @Override
    public List<Answer> ranges(List<String> queries, Instant from, Instant to, Duration step) {
        return asked(() -> inner.ranges(queries, from, to, step));
    }

    private <T> T asked(Supplier<T> question) {
        return repeats ? connection.read(question) : connection.readOnce(question);
    }

    @Override
    public int atOnce() {
        return inner.atOnce();
    }

    @Override
    public MetricSource unrepeated() {
        return new ResilientMetricSource(inner, connection, false);
    }
}
