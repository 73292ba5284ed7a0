package com.maily.console.core.sla;

import com.maily.console.core.model.Failure;
import com.maily.console.core.model.FailureException;
import com.maily.console.core.port.MetricSource;
import com.maily.console.core.port.Sample;
import com.maily.console.core.port.Series;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A metric source that answers what a test told it; what it was not told of has no series. */
final class Told implements MetricSource {

    private final Map<String, Double> numbers = new HashMap<>();
    private final Map<String, double[]> points = new HashMap<>();
    private final List<String> broken = new ArrayList<>();
    final List<String> asked = new ArrayList<>();

    Told number(String query, double value) {
        numbers.put(query, value);
        return this;
    }

    /** The newest point comes last; older steps have none. NaN is left out, as sources do. */
    Told points(String query, double... values) {
        points.put(query, values);
        return this;
    }

    /** Any question that holds these words goes unanswered. */
    Told breaks(String words) {
        broken.add(words);
        return this;
    }

    private void hear(String query) {
        asked.add(query);
        if (broken.stream().anyMatch(query::contains)) {
            throw new FailureException(new Failure.Unreachable("Prometheus did not answer", "the connection was refused.", "Look there."));
        }
    }

    @Override
    public Answer instant(String query, Instant at) {
        hear(query);
        return numbers.containsKey(query) ? answer(List.of(new Sample(at, numbers.get(query)))) : new Answer(List.of(), List.of());
    }

    @Override
    public Answer range(String query, Instant from, Instant to, Duration step) {
        hear(query);
        if (!points.containsKey(query)) {
            return new Answer(List.of(), List.of());
        }
        List<Instant> times = new ArrayList<>();
        for (Instant at = from; !at.isAfter(to); at = at.plus(step)) {
            times.add(at);
        }
        double[] values = points.get(query);
        List<Sample> samples = new ArrayList<>();
        for (int i = Math.max(0, times.size() - values.length); i < times.size(); i++) {
            double value = values[i - times.size() + values.length];
            if (!Double.isNaN(value)) {
                samples.add(new Sample(times.get(i), value));
            }
        }
        return answer(samples);
    }

    private static Answer answer(List<Sample> samples) {
        return new Answer(List.of(new Series(Map.of(), samples)), List.of());
    }
}
