package com.maily.console.desktop;

import com.maily.console.core.model.Failure;
import com.maily.console.core.model.FailureException;
import com.maily.console.core.port.MetricSource;
import com.maily.console.core.port.Sample;
import com.maily.console.core.port.Series;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Answers each query of {@link StoryMetrics} with a level line, unless it is away. */
public final class LevelMetrics implements MetricSource {

    private volatile boolean away;

    public void away(boolean now) {
        away = now;
    }

    @Override
    public Answer instant(String query, Instant at) {
        return range(query, at, at, Duration.ofSeconds(1));
    }

    @Override
    public Answer range(String query, Instant from, Instant to, Duration step) {
        if (away) {
            throw new FailureException(new Failure.Unreachable("Prometheus did not answer", "connection refused.", "Look at its pod."));
        }
        List<Sample> samples = new ArrayList<>();
        for (Instant at = from; !at.isAfter(to); at = at.plus(step)) {
            samples.add(new Sample(at, query.startsWith("availability") ? 99.995 : query.startsWith("p99") ? 164 : 0.005));
        }
        return new Answer(List.of(new Series(Map.of(), samples)), List.of());
    }
}
