package com.maily.console.platforms.resilient;

import com.maily.console.core.port.MetricSource;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** A metric source over a connection that fails now and then. */
public record ResilientMetricSource(MetricSource inner, Connection connection) implements MetricSource {

    @Override
    public Answer instant(String query, Instant at) {
        return connection.read(() -> inner.instant(query, at));
    }

    @Override
    public Answer range(String query, Instant from, Instant to, Duration step) {
        return connection.read(() -> inner.range(query, from, to, step));
    }

    @Override
    public List<Answer> ranges(List<String> queries, Instant from, Instant to, Duration step) {
        return connection.read(() -> inner.ranges(queries, from, to, step));
    }
}
