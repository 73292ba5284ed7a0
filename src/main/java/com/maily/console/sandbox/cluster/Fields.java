package com.maily.console.sandbox.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The leaves of an object by path, the unit of field ownership. A path has the steps of the FieldsV1 format: {@code f:name} for a
 * member, {@code k:{"name":"web"}} for an item of a keyed list. A list without keys is one leaf.
 */
final class Fields {

    private static final Set<String> UNOWNED = Set.of("apiVersion", "kind", "status");
    private static final Set<String> OWNED_METADATA = Set.of("labels", "annotations", "finalizers");

    private Fields() { }

    /** The leaves somebody can own: labels, annotations and everything beside metadata and status. */
    static Map<List<String>, JsonNode> of(ObjectNode object, boolean custom) {
        Map<List<String>, JsonNode> leaves = new LinkedHashMap<>();
        Json.at(object, "metadata").properties().stream().filter(e -> OWNED_METADATA.contains(e.getKey()))
                .forEach(e -> collect(List.of("f:metadata"), e.getKey(), e.getValue(), custom, leaves));
        object.properties().stream().filter(e -> !UNOWNED.contains(e.getKey()) && !e.getKey().equals("metadata"))
                .forEach(e -> collect(List.of(), e.getKey(), e.getValue(), custom, leaves));
        return leaves;
    }

    /** The leaves of the status, which is written apart. */
    static Map<List<String>, JsonNode> status(ObjectNode object, boolean custom) {
        Map<List<String>, JsonNode> leaves = new LinkedHashMap<>();
        if (object.path("status").isObject()) {
            collect(List.of(), "status", object.path("status"), custom, leaves);
        }
        return leaves;
    }

    private static void collect(List<String> parent, String name, JsonNode value, boolean custom,
            Map<List<String>, JsonNode> leaves) {
        List<String> path = plus(parent, "f:" + name);
        Optional<List<String>> keys = custom || !value.isArray() ? Optional.empty() : ListKeys.of(name, value);
        if (value.isObject() && !value.isEmpty() && !name.equals("selector")) {
            value.properties().forEach(e -> collect(path, e.getKey(), e.getValue(), custom, leaves));
        } else if (keys.isPresent()) {
            value.forEach(item -> item.properties().forEach(e ->
                    collect(plus(path, ListKeys.step(item, keys.get())), e.getKey(), e.getValue(), custom, leaves)));
        } else {
            leaves.put(path, value);
        }
    }

    static List<String> plus(List<String> path, String step) {
        List<String> longer = new ArrayList<>(path);
        longer.add(step);
        return List.copyOf(longer);
    }

    /** As conflicts name it: {@code .spec.template.spec.containers[name="web"].image}. */
    static String text(List<String> path) {
        StringBuilder text = new StringBuilder();
        for (String step : path) {
            if (step.startsWith("f:")) {
                text.append('.').append(step.substring(2));
            } else {
                List<String> keys = new ArrayList<>();
                Json.parse(step.substring(2)).properties().forEach(e -> keys.add(e.getKey() + "=" + e.getValue()));
                text.append('[').append(String.join(",", keys)).append(']');
            }
        }
        return text.toString();
    }

    static void remove(ObjectNode object, List<String> path) {
        JsonNode parent = find(object, path.subList(0, path.size() - 1));
        if (parent instanceof ObjectNode holder) {
            holder.remove(path.getLast().substring(2));
        }
    }

    static JsonNode find(JsonNode object, List<String> path) {
        JsonNode here = object;
        for (String step : path) {
            here = step.startsWith("f:") ? here.path(step.substring(2)) : item(here, step).orElse(Json.object());
        }
        return here;
    }

    static void set(ObjectNode object, List<String> path, JsonNode value) {
        JsonNode here = object;
        for (int i = 0; i < path.size() - 1; i++) {
            here = descend(here, path.get(i), path.get(i + 1).startsWith("k:"));
        }
        ((ObjectNode) here).set(path.getLast().substring(2), value.deepCopy());
    }

    private static JsonNode descend(JsonNode here, String step, boolean list) {
        if (step.startsWith("k:")) {
            return item(here, step).orElseGet(() -> ((ArrayNode) here).addObject().setAll(Json.parse(step.substring(2))));
        }
        ObjectNode object = (ObjectNode) here;
        String name = step.substring(2);
        if (list) {
            return object.get(name) instanceof ArrayNode there ? there : object.putArray(name);
        }
        return object.get(name) instanceof ObjectNode there ? there : object.putObject(name);
    }

    private static Optional<JsonNode> item(JsonNode list, String step) {
        ObjectNode key = Json.parse(step.substring(2));
        List<String> names = key.properties().stream().map(Map.Entry::getKey).toList();
        return Json.items(list).filter(candidate -> ListKeys.same(candidate, key, names)).findFirst();
    }
}
