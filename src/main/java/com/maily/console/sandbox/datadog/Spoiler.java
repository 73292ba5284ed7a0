package com.maily.console.sandbox.datadog;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Turns the points of a right answer into what a fault makes of them; answers without points stay as they are. */
final class Spoiler {

    private Spoiler() { }

    static JsonNode nulls(JsonNode right) {
        points(right).forEach(list -> list.forEach(point -> ((ArrayNode) point).setNull(1)));
        lists(right, "values").forEach(row -> row.forEach(values -> {
            ArrayNode list = (ArrayNode) values;
            for (int i = 0; i < list.size(); i++) {
                list.setNull(i);
            }
        }));
        right.path("data").path("attributes").path("columns").forEach(column -> nullColumn((ObjectNode) column));
        return right;
    }

    private static void nullColumn(ObjectNode column) {
        if (!column.path("type").asText().equals("group")) {
            int size = column.path("values").size();
            ArrayNode values = column.putArray("values");
            for (int i = 0; i < size; i++) {
                values.addNull();
            }
        }
    }

    static JsonNode unordered(JsonNode right) {
        return rearranged(right, List::reversed);
    }

    static JsonNode duplicates(JsonNode right) {
        return rearranged(right, list -> list.stream().flatMap(one -> Stream.of(one, one)).toList());
    }

    private static JsonNode rearranged(JsonNode right, UnaryOperator<List<JsonNode>> order) {
        points(right).forEach(list -> rearrange(list, order));
        lists(right, "times").forEach(times -> rearrange(times, order));
        lists(right, "values").forEach(rows -> rows.forEach(row -> rearrange((ArrayNode) row, order)));
        return right;
    }

    private static void rearrange(ArrayNode list, UnaryOperator<List<JsonNode>> order) {
        List<JsonNode> all = new ArrayList<>();
        list.forEach(all::add);
        List<JsonNode> other = order.apply(all);
        list.removeAll();
        other.forEach(list::add);
    }

    static JsonNode ahead(JsonNode right, long millis) {
        points(right).forEach(list -> list.forEach(point ->
                ((ArrayNode) point).set(0, JsonNodeFactory.instance.numberNode(point.path(0).asLong() + millis))));
        lists(right, "times").forEach(times -> {
            for (int i = 0; i < times.size(); i++) {
                times.set(i, JsonNodeFactory.instance.numberNode(times.path(i).asLong() + millis));
            }
        });
        return right;
    }

    /** Said where each kind of answer says it. */
    static JsonNode errorInside(String path, String message) {
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        if (path.endsWith("/history")) {
            answer.putArray("errors").addObject().put("error", message);
            answer.putObject("data");
        } else if (path.startsWith("/api/v2")) {
            answer.put("errors", message);
        } else {
            answer.put("status", "error").put("error", message).putArray("series");
        }
        return answer;
    }

    private static List<ArrayNode> points(JsonNode right) {
        List<ArrayNode> lists = new ArrayList<>();
        right.path("series").forEach(series -> {
            if (series.path("pointlist") instanceof ArrayNode list) {
                lists.add(list);
            }
        });
        return lists;
    }

    private static List<ArrayNode> lists(JsonNode right, String name) {
        return right.path("data").path("attributes").path(name) instanceof ArrayNode list ? List.of(list) : List.of();
    }
}
