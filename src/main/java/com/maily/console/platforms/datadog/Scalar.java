package com.maily.console.platforms.datadog;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.maily.console.core.port.MetricSource.Answer;
import com.maily.console.core.port.Sample;
import com.maily.console.core.port.Series;
import com.maily.console.platforms.http.HttpCall;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** One number a group, taken over exactly the query's window, as a monitor takes it. */
record Scalar(MetricQuery query, MetricQuery.Window window, Instant at) {

    HttpCall call() {
        ObjectNode attributes = JsonNodeFactory.instance.objectNode();
        attributes.put("from", at.minus(window.length()).toEpochMilli()).put("to", at.toEpochMilli());
        attributes.withArray("/formulas").addObject().put("formula", query.formula(Scalar::name));
        for (int i = 0; i < query.terms().size(); i++) {
            attributes.withArray("/queries").addObject().put("data_source", "metrics").put("name", name(i))
                    .put("query", query.terms().get(i)).put("aggregator", window.aggregator());
        }
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.putObject("data").put("type", "scalar_request").set("attributes", attributes);
        return HttpCall.post("/api/v2/query/scalar").json(body);
    }

    private static String name(int term) {
        return "t" + term;
    }

    /** Columns: those of type {@code group} name the groups, the one of type {@code number} has their values. */
    Answer answer(JsonNode said) {
        String error = DatadogFailures.said(said.path("errors"));
        if (!error.isEmpty()) {
            throw DatadogFailures.query(error);
        }
        JsonNode columns = said.path("data").path("attributes").path("columns");
        if (!columns.isArray()) {
            throw DatadogFailures.strange();
        }
        List<Series> series = new ArrayList<>();
        for (JsonNode column : columns) {
            for (int row = 0; !column.path("type").asText().equals("group") && row < column.path("values").size(); row++) {
                if (column.path("values").path(row).isNumber()) {
                    series.add(new Series(groups(columns, row),
                            List.of(new Sample(at, column.path("values").path(row).asDouble()))));
                }
            }
        }
        return new Answer(series, List.of());
    }

    private static Map<String, String> groups(JsonNode columns, int row) {
        Map<String, String> groups = new TreeMap<>();
        for (JsonNode column : columns) {
            if (column.path("type").asText().equals("group")) {
                groups.put(column.path("name").asText(), String.join(",", Tags.texts(column.path("values").path(row))));
            }
        }
        return groups;
    }
}
