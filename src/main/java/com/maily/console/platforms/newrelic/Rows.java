package com.maily.console.platforms.newrelic;

import com.fasterxml.jackson.databind.JsonNode;
import com.maily.console.core.port.MetricSource.Answer;
import com.maily.console.core.port.Sample;
import com.maily.console.core.port.Series;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Reads rows such as {@code {"beginTimeSeconds": …, "endTimeSeconds": …, "average.duration": 0.12}}; a percentile is an object,
 * {@code {"percentile.duration": {"99": 0.2}}}, and null says that there was nothing to count. A facet makes a series of its
 * own.
 */
final class Rows {

    private static final Set<String> NO_VALUES = Set.of("beginTimeSeconds", "endTimeSeconds", "facet", "inspectedCount");

    private final Map<Map<String, String>, List<Sample>> series = new LinkedHashMap<>();
    private final Set<String> warnings = new LinkedHashSet<>();

    /** @param to the moment of rows that name none; a piece that ends later is not over yet */
    void add(JsonNode rows, Instant to) {
        rows.forEach(row -> {
            Instant end = Instant.ofEpochSecond(row.path("endTimeSeconds").asLong(to.getEpochSecond()));
            Instant at = row.has("endTimeSeconds") ? end : to;
            value(row).filter(_ -> !at.isAfter(to)).ifPresent(value -> series.computeIfAbsent(labels(row), _ -> new ArrayList<>())
                    .add(new Sample(at, value)));
        });
    }

    Answer answer() {
        List<Series> all = series.entrySet().stream().map(entry -> new Series(entry.getKey(),
                entry.getValue().stream().sorted(Comparator.comparing(Sample::at)).toList())).toList();
        return new Answer(all, List.copyOf(warnings));
    }

    private Optional<Double> value(JsonNode row) {
        List<JsonNode> values = row.properties().stream().filter(field -> !NO_VALUES.contains(field.getKey()))
                .map(Map.Entry::getValue)
                .flatMap(value -> value.isObject() ? value.properties().stream().map(Map.Entry::getValue) : Stream.of(value))
                .filter(value -> value.isNumber() || value.isNull()).toList();
        if (values.size() > 1) {
            warnings.add("The query gives " + values.size() + " values where one was expected; the first is shown.");
        }
        return values.stream().findFirst().filter(JsonNode::isNumber).map(JsonNode::asDouble);
    }

    private static Map<String, String> labels(JsonNode row) {
        JsonNode facet = row.path("facet");
        return facet.isMissingNode() || facet.isNull() ? Map.of()
                : Map.of("facet", facet.isTextual() ? facet.asText() : facet.toString());
    }
}
