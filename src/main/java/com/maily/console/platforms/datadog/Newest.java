package com.maily.console.platforms.datadog;

import com.fasterxml.jackson.databind.JsonNode;
import com.maily.console.core.port.MetricSource.Answer;
import com.maily.console.core.port.Sample;
import com.maily.console.core.port.Series;
import com.maily.console.platforms.http.HttpCall;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The newest whole bucket before a moment, by v1's query: for queries that do not say over how long a value is taken. Asked in
 * seconds.
 */
record Newest(MetricQuery query, Instant at) {

    private static final Duration REACH = Duration.ofMinutes(5);

    HttpCall call() {
        return HttpCall.get("/api/v1/query").with("from", Long.toString(at.minus(REACH).getEpochSecond()))
                .with("to", Long.toString(at.getEpochSecond())).with("query", query.text());
    }

    Answer answer(JsonNode said) {
        if (said.path("status").asText("").equals("error")) {
            throw DatadogFailures.query(said.path("error").asText("It does not say why"));
        }
        if (!said.path("series").isArray()) {
            throw DatadogFailures.strange();
        }
        Set<String> warnings = new LinkedHashSet<>();
        addIfSaid(warnings, said.path("error").asText(""));
        addIfSaid(warnings, said.path("message").asText(""));
        List<Series> series = new ArrayList<>();
        for (JsonNode one : said.path("series")) {
            List<Sample> samples = samples(one, warnings);
            if (!samples.isEmpty()) {
                series.add(new Series(labels(one), List.of(samples.getLast())));
            }
        }
        return new Answer(series, List.copyOf(warnings));
    }

    private static void addIfSaid(Set<String> warnings, String text) {
        if (!text.isBlank()) {
            warnings.add("Datadog says: " + text);
        }
    }

    private List<Sample> samples(JsonNode series, Set<String> warnings) {
        Duration width = Duration.ofSeconds(series.path("interval").asLong(0));
        Points points = new Points(at.minus(REACH), at, warnings);
        for (JsonNode point : series.path("pointlist")) {
            if (point.path(1).isNumber()) {
                points.add(point.path(0).asLong(), width, point.path(1).asDouble());
            }
        }
        return points.samples();
    }

    /** {@code tag_set} where there is one; older answers have only {@code scope}. */
    private static Map<String, String> labels(JsonNode series) {
        return series.path("tag_set").isArray() ? Tags.map(series.path("tag_set"))
                : Tags.map(List.of(series.path("scope").asText("").split(",")));
    }
}
