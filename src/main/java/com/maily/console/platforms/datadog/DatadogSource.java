package com.maily.console.platforms.datadog;

import com.maily.console.core.port.MetricSource;
import com.maily.console.core.port.Sample;
import com.maily.console.core.port.Series;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Queries Datadog's metrics. A point tells of the time that ends with it, as Prometheus' do, so that both may stand on one chart.
 * Safe for use by several threads.
 */
public record DatadogSource(DatadogClient client) implements MetricSource {

    private static final int AT_ONCE = 20;

    @Override
    public Answer instant(String query, Instant at) {
        MetricQuery asked = MetricQuery.of(query);
        if (asked.window().isPresent()) {
            Scalar scalar = new Scalar(asked, asked.window().get(), at);
            return scalar.answer(client.send(scalar.call()));
        }
        Newest newest = new Newest(asked, at);
        return newest.answer(client.send(newest.call()));
    }

    @Override
    public Answer range(String query, Instant from, Instant to, Duration step) {
        return ranges(List.of(query), from, to, step).getFirst();
    }

    /** The ends are moved down to multiples of {@code step}. */
    @Override
    public List<Answer> ranges(List<String> queries, Instant from, Instant to, Duration step) {
        if (queries.isEmpty()) {
            return List.of();
        }
        List<MetricQuery> asked = queries.stream().map(MetricQuery::of).toList();
        List<List<Answer>> parts = Grid.of(from, to, step).parts().stream().map(grid -> new Timeseries(asked, grid))
                .map(series -> series.answers(client.send(series.call()))).toList();
        return IntStream.range(0, queries.size()).mapToObj(q -> joined(parts.stream().map(part -> part.get(q)).toList()))
                .toList();
    }

    /**
     * Budgets count requests, not questions; more than a screenful is asked in several all the same, so that one wrong query
     * spoils few.
     */
    @Override
    public int atOnce() {
        return AT_ONCE;
    }

    private static Answer joined(List<Answer> parts) {
        Map<Map<String, String>, List<Sample>> samples = new LinkedHashMap<>();
        Set<String> warnings = new LinkedHashSet<>();
        for (Answer part : parts) {
            part.series().forEach(one -> samples.computeIfAbsent(one.labels(), _ -> new ArrayList<>()).addAll(one.samples()));
            warnings.addAll(part.warnings());
        }
        return new Answer(samples.entrySet().stream().map(one -> new Series(one.getKey(), one.getValue())).toList(),
                List.copyOf(warnings));
    }
}
