package com.maily.console.sandbox.cluster;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Reading and building JSON trees without ceremony. */
final class Json {

    static final ObjectMapper MAPPER = new ObjectMapper();

    private Json() { }

    static ObjectNode object() {
        return MAPPER.createObjectNode();
    }

    static ArrayNode array() {
        return MAPPER.createArrayNode();
    }

    /** Parses text that is known to be JSON: literals of this program. */
    static ObjectNode parse(String text) {
        try {
            return (ObjectNode) MAPPER.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("not JSON: " + text, e);
        }
    }

    static JsonNode at(JsonNode node, String... path) {
        JsonNode here = node;
        for (String step : path) {
            here = here == null ? MissingNode.getInstance() : here.path(step);
        }
        return here;
    }

    static String text(JsonNode node, String... path) {
        return at(node, path).asText("");
    }

    static int number(JsonNode node, String... path) {
        return at(node, path).asInt(0);
    }

    /** The object at {@code path}, made when it is not there. */
    static ObjectNode child(ObjectNode node, String... path) {
        ObjectNode here = node;
        for (String step : path) {
            here = here.get(step) instanceof ObjectNode there ? there : here.putObject(step);
        }
        return here;
    }

    static Map<String, String> strings(JsonNode node) {
        Map<String, String> map = new LinkedHashMap<>();
        node.properties().forEach(entry -> map.put(entry.getKey(), entry.getValue().asText()));
        return map;
    }

    static ObjectNode strings(Map<String, String> map) {
        ObjectNode node = object();
        map.forEach(node::put);
        return node;
    }

    static Stream<JsonNode> items(JsonNode array) {
        List<JsonNode> list = new ArrayList<>();
        array.forEach(list::add);
        return list.stream();
    }

    /** Counters of a status are left out at zero, as the real server does. */
    static void count(ObjectNode node, String name, int value) {
        if (value == 0) {
            node.remove(name);
        } else {
            node.put(name, value);
        }
    }

    /** Removes null members at any depth: to the API an absent field and a null one are the same. */
    static void dropNulls(JsonNode node) {
        if (node instanceof ObjectNode object) {
            object.properties().stream().filter(e -> e.getValue().isNull()).map(Map.Entry::getKey).toList()
                    .forEach(object::remove);
        }
        node.forEach(Json::dropNulls);
    }

    /** The same content with members in alphabetical order, for comparing and hashing. */
    static String canonical(JsonNode node) {
        return sorted(node).toString();
    }

    private static JsonNode sorted(JsonNode node) {
        if (node.isObject()) {
            ObjectNode copy = object();
            node.properties().stream().sorted(Map.Entry.comparingByKey())
                    .forEach(e -> copy.set(e.getKey(), sorted(e.getValue())));
            return copy;
        }
        if (node.isArray()) {
            ArrayNode copy = array();
            node.forEach(item -> copy.add(sorted(item)));
            return copy;
        }
        return node;
    }

    /** Whether {@link #canonical} of both is the same text. */
    static boolean sameText(JsonNode one, JsonNode other) {
        if (one.isObject() && other.isObject()) {
            return names(one).equals(names(other)) && one.properties().stream()
                    .allMatch(member -> sameText(member.getValue(), other.path(member.getKey())));
        }
        if (one.isArray() && other.isArray()) {
            return one.size() == other.size() && IntStream.range(0, one.size()).allMatch(i -> sameText(one.path(i), other.path(i)));
        }
        return one.equals(other) || one.toString().equals(other.toString());
    }

    /** The same without the member at {@code path}, which either may have or not. */
    static boolean sameBut(List<String> path, JsonNode one, JsonNode other) {
        if (path.isEmpty() || !one.isObject() || !other.isObject()) {
            return path.isEmpty() || sameText(one, other);
        }
        Set<String> names = names(one);
        Set<String> others = names(other);
        if (path.size() == 1) {
            names.remove(path.getFirst());
            others.remove(path.getFirst());
        }
        return names.equals(others) && names.stream().allMatch(name -> name.equals(path.getFirst())
                ? sameBut(path.subList(1, path.size()), one.path(name), other.path(name)) : sameText(one.path(name), other.path(name)));
    }

    private static Set<String> names(JsonNode object) {
        Set<String> names = new HashSet<>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }

    /** Whether both say the same, whatever the order of members. */
    static boolean same(JsonNode one, JsonNode other) {
        return one.equals(other);
    }
}
