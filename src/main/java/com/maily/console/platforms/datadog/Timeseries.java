package com.maily.console.platforms.datadog;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.maily.console.core.port.MetricSource.Answer;
import com.maily.console.core.port.Sample;
import com.maily.console.core.port.Series;
import com.maily.console.platforms.http.HttpCall;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;

/** Several queries' curves in one v2 request. Milliseconds everywhere. */
record Timeseries(List<MetricQuery> queries, Grid grid) {

    /** {@code from} is early enough for the first point's bucket and window. */
    HttpCall call() {
        ObjectNode attributes = JsonNodeFactory.instance.objectNode();
        long step = grid.step().toMillis();
        attributes.put("from", grid.from().minus(longestWindow()).toEpochMilli() - step).put("to", grid.to().toEpochMilli())
                .put("interval", step);
        for (int q = 0; q < queries.size(); q++) {
            MetricQuery query = queries.get(q);
            int number = q;
            attributes.withArray("/formulas").addObject().put("formula", query.movingFormula(i -> name(number, i)));
            for (int i = 0; i < query.terms().size(); i++) {
                attributes.withArray("/queries").addObject().put("data_source", "metrics").put("name", name(q, i))
                        .put("query", query.terms().get(i));
            }
        }
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.putObject("data").put("type", "timeseries_request").set("attributes", attributes);
        return HttpCall.post("/api/v2/query/timeseries").json(body);
    }

    private static String name(int query, int term) {
        return "q" + query + "t" + term;
    }

    private Duration longestWindow() {
        return queries.stream().flatMap(query -> query.window().stream()).map(MetricQuery.Window::length)
                .max(Duration::compareTo).orElse(Duration.ZERO);
    }

    /** One answer for each query, in their order. */
    List<Answer> answers(JsonNode said) {
        String error = DatadogFailures.said(said.path("errors"));
        if (!error.isEmpty()) {
            throw DatadogFailures.query(error);
        }
        JsonNode attributes = said.path("data").path("attributes");
        if (!attributes.path("series").isArray() || !attributes.path("times").isArray()) {
            throw DatadogFailures.strange();
        }
        return IntStream.range(0, queries.size()).mapToObj(query -> answer(attributes, query)).toList();
    }

    private Answer answer(JsonNode attributes, int query) {
        Duration width = width(attributes.path("times"));
        Set<String> warnings = new LinkedHashSet<>();
        List<Series> series = new ArrayList<>();
        for (int s = 0; s < attributes.path("series").size(); s++) {
            JsonNode one = attributes.path("series").path(s);
            if (one.path("query_index").asInt(0) == query) {
                List<Sample> samples = samples(attributes.path("times"), attributes.path("values").path(s), width, warnings);
                if (!samples.isEmpty()) {
                    series.add(new Series(Tags.map(one.path("group_tags")), samples));
                }
            }
        }
        return new Answer(series, List.copyOf(warnings));
    }

    private List<Sample> samples(JsonNode times, JsonNode values, Duration width, Set<String> warnings) {
        if (!width.equals(grid.step())) {
            warnings.add("Datadog gave a point every " + width.toSeconds() + " s, not every " + grid.step().toSeconds() + " s.");
        }
        Points points = new Points(grid.from(), grid.to(), warnings);
        for (int i = 0; i < Math.min(times.size(), values.size()); i++) {
            if (values.path(i).isNumber()) {
                points.add(times.path(i).asLong(), width, values.path(i).asDouble());
            }
        }
        return points.samples();
    }

    /** Datadog may choose a wider interval than asked for; it does not say so, but the times do. */
    private Duration width(JsonNode times) {
        List<Long> distinct = StreamSupport.stream(times.spliterator(), false).map(JsonNode::asLong).sorted().distinct().toList();
        long least = Long.MAX_VALUE;
        for (int i = 1; i < distinct.size(); i++) {
            least = Math.min(least, distinct.get(i) - distinct.get(i - 1));
        }
        return least == Long.MAX_VALUE ? grid.step() : Duration.ofMillis(least);
    }
}
