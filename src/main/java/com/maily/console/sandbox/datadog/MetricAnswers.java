package com.maily.console.sandbox.datadog;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.maily.console.sandbox.datadog.Measured.Run;
import com.maily.console.sandbox.datadog.ql.BadQuery;
import com.maily.console.sandbox.datadog.ql.Node;
import com.maily.console.sandbox.datadog.ql.QueryReader;
import com.maily.console.sandbox.datadog.ql.Span;
import com.maily.console.sandbox.datadog.ql.Term;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** Datadog's three ways to ask for metrics. Buckets are named by their start, and those without a number are null. */
final class MetricAnswers {

    private static final int MOST_POINTS = 1500;

    private final Measured measured;

    MetricAnswers(Measured measured) {
        this.measured = measured;
    }

    /** v1: what is wrong with the query is said inside a 200. */
    JsonNode query(String text, long from, long to) {
        ObjectNode answer = JsonNodeFactory.instance.objectNode().put("res_type", "time_series").put("resp_version", 1)
                .put("query", text).put("from_date", from * 1000).put("to_date", to * 1000);
        try {
            Node query = QueryReader.read(text.strip());
            long width = Math.max(interval(to - from), query.terms().stream().flatMap(term -> term.rollup().stream())
                    .mapToLong(Term.Rollup::seconds).max().orElse(0));
            ArrayNode series = answer.put("status", "ok").put("message", "").putArray("series");
            for (Run run : buckets(query, from, to, width)) {
                series.add(one(text, query, run, width));
            }
        } catch (BadQuery bad) {
            answer.put("status", "error").put("error", bad.said()).putArray("series");
        }
        return answer;
    }

    private static ObjectNode one(String text, Node query, Run run, long width) {
        List<String> tags = Measured.texts(run.tags());
        ObjectNode one = JsonNodeFactory.instance.objectNode().put("metric", query.terms().isEmpty() ? ""
                : query.terms().getFirst().metric()).put("expression", text).put("interval", width)
                .put("scope", tags.isEmpty() ? "*" : String.join(",", tags)).put("length", run.ends().length);
        tags.forEach(one.withArray("/tag_set")::add);
        one.putArray("unit").addNull().addNull();
        for (int i = 0; i < run.ends().length; i++) {
            number(one.withArray("/pointlist").addArray().add(run.ends()[i] - width * 1000), run.values()[i]);
        }
        return one;
    }

    /** What is coarser than 1,500 points asked for is enlarged, without a word. */
    private static long interval(long length) {
        if (length <= 3600) {
            return WindowedQuery.USUAL;
        }
        return length <= 4 * 3600 ? 60 : 300;
    }

    private List<Run> buckets(Node query, long from, long to, long width) {
        long first = Math.ceilDiv(from, width) * width + width;
        return measured.over(query, Span.bucket(width), first, Math.floorDiv(to, width) * width, width);
    }

    /** v2, in milliseconds. */
    JsonNode timeseries(JsonNode attributes) {
        long from = attributes.path("from").asLong() / 1000;
        long to = attributes.path("to").asLong() / 1000;
        long asked = attributes.path("interval").asLong(interval(to - from) * 1000) / 1000;
        long width = Math.max(1, asked) * Math.ceilDiv(to - from, Math.max(1, asked) * MOST_POINTS);
        List<Node> formulas = formulas(attributes);
        TreeSet<Long> times = new TreeSet<>();
        List<Map.Entry<Integer, Run>> all = new ArrayList<>();
        for (int i = 0; i < formulas.size(); i++) {
            for (Run run : buckets(formulas.get(i), from, to, width)) {
                all.add(Map.entry(i, run));
                for (long end : run.ends()) {
                    times.add(end - width * 1000);
                }
            }
        }
        return timeseries(all, times, width);
    }

    private static JsonNode timeseries(List<Map.Entry<Integer, Run>> all, TreeSet<Long> times, long width) {
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        ObjectNode attributes = answer.putObject("data").put("id", "0").put("type", "timeseries_response")
                .putObject("attributes");
        attributes.putArray("series");
        attributes.putArray("values");
        times.forEach(attributes.putArray("times")::add);
        for (Map.Entry<Integer, Run> one : all) {
            ObjectNode series = attributes.withArray("/series").addObject().put("query_index", one.getKey());
            Measured.texts(one.getValue().tags()).forEach(series.putArray("group_tags")::add);
            series.putArray("unit").addNull().addNull();
            Map<Long, Double> values = new LinkedHashMap<>();
            for (int i = 0; i < one.getValue().ends().length; i++) {
                values.put(one.getValue().ends()[i] - width * 1000, one.getValue().values()[i]);
            }
            ArrayNode row = attributes.withArray("/values").addArray();
            times.forEach(time -> number(row, values.getOrDefault(time, Double.NaN)));
        }
        return answer;
    }

    /** v2, one number a group. */
    JsonNode scalar(JsonNode attributes) {
        long from = attributes.path("from").asLong() / 1000;
        long to = attributes.path("to").asLong() / 1000;
        String aggregator = attributes.path("queries").path(0).path("aggregator").asText();
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        ArrayNode columns = answer.putObject("data").put("id", "0").put("type", "scalar_response").putObject("attributes")
                .putArray("columns");
        for (Node formula : formulas(attributes)) {
            List<Run> runs = measured.at(formula, new Span(to - from, aggregator, WindowedQuery.USUAL), to);
            runs.stream().findFirst().ifPresent(first -> first.tags().keySet().forEach(tag -> {
                ArrayNode values = columns.addObject().put("name", tag).put("type", "group").putArray("values");
                runs.forEach(run -> values.addArray().add(run.tags().get(tag)));
            }));
            ArrayNode values = columns.addObject().put("name", "value").put("type", "number").putArray("values");
            runs.forEach(run -> number(values, run.values()[0]));
        }
        return answer;
    }

    private static List<Node> formulas(JsonNode attributes) {
        Map<String, Node> queries = new LinkedHashMap<>();
        attributes.path("queries").forEach(query -> queries.put(query.path("name").asText("query" + queries.size()),
                QueryReader.read(query.path("query").asText().strip())));
        if (attributes.path("formulas").isEmpty()) {
            return List.copyOf(queries.values());
        }
        List<Node> formulas = new ArrayList<>();
        attributes.path("formulas").forEach(formula ->
                formulas.add(QueryReader.read(formula.path("formula").asText()).with(queries)));
        return formulas;
    }

    private static void number(ArrayNode to, double value) {
        if (Double.isFinite(value)) {
            to.add(value);
        } else {
            to.addNull();
        }
    }
}
