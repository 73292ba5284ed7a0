package com.maily.console.sandbox.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;

/** RFC 7386, and the API's strategic variant that merges some lists by a key of their items instead of replacing them. */
final class MergePatch {

    private final boolean strategic;

    private MergePatch(boolean strategic) {
        this.strategic = strategic;
    }

    static ObjectNode plain(ObjectNode object, JsonNode patch) {
        return new MergePatch(false).apply(object, patch);
    }

    static ObjectNode strategic(ObjectNode object, JsonNode patch) {
        return new MergePatch(true).apply(object, patch);
    }

    private ObjectNode apply(ObjectNode object, JsonNode patch) {
        if (!(patch instanceof ObjectNode)) {
            throw ApiError.badRequest("error decoding patch: json: cannot unmarshal into Go value of type "
                    + "map[string]interface {}");
        }
        ObjectNode result = object.deepCopy();
        merge(result, patch);
        return result;
    }

    private void merge(ObjectNode target, JsonNode patch) {
        if (strategic && Json.text(patch, "$patch").equals("replace")) {
            target.removeAll();
        }
        patch.properties().forEach(entry -> member(target, entry.getKey(), entry.getValue(), patch));
    }

    private void member(ObjectNode target, String name, JsonNode value, JsonNode patch) {
        if (strategic && name.startsWith("$")) {
            directive(target, name, value);
        } else if (value.isNull() || strategic && Json.text(value, "$patch").equals("delete")) {
            target.remove(name);
        } else if (value.isObject()) {
            merge(target.get(name) instanceof ObjectNode there ? there : target.putObject(name), value);
        } else if (strategic && value.isArray() && ListKeys.of(name, value).isPresent()) {
            List<String> keys = ListKeys.of(name, value).orElseThrow();
            ArrayNode list = target.get(name) instanceof ArrayNode there ? there : target.putArray(name);
            mergeList(list, value, keys);
            reorder(list, patch.path("$setElementOrder/" + name), keys);
        } else {
            target.set(name, value.deepCopy());
        }
    }

    private static void directive(ObjectNode target, String name, JsonNode value) {
        if (name.startsWith("$deleteFromPrimitiveList/") && target.get(name.substring(25)) instanceof ArrayNode list) {
            value.forEach(gone -> list.removeIf(gone::equals));
        } else if (name.equals("$retainKeys")) {
            List<String> kept = Json.items(value).map(JsonNode::asText).toList();
            target.retain(kept);
        }
    }

    private void mergeList(ArrayNode list, JsonNode patch, List<String> keys) {
        if (Json.items(patch).anyMatch(item -> Json.text(item, "$patch").equals("replace"))) {
            list.removeAll();
        }
        patch.forEach(item -> {
            String directive = Json.text(item, "$patch");
            if (directive.equals("delete")) {
                list.removeIf(there -> ListKeys.same(there, item, keys));
            } else if (!directive.equals("replace")) {
                Optional<JsonNode> there = Json.items(list).filter(candidate -> ListKeys.same(candidate, item, keys)).findFirst();
                merge(there.map(ObjectNode.class::cast).orElseGet(list::addObject), item);
            }
        });
    }

    /** Puts the items named by {@code $setElementOrder} into that order; others keep their place at the end. */
    private static void reorder(ArrayNode list, JsonNode order, List<String> keys) {
        if (!order.isArray()) {
            return;
        }
        List<JsonNode> wanted = Json.items(order).toList();
        List<JsonNode> sorted = Json.items(list).sorted(java.util.Comparator.comparingInt(item -> position(item, wanted, keys)))
                .toList();
        list.removeAll();
        list.addAll(sorted);
    }

    private static int position(JsonNode item, List<JsonNode> wanted, List<String> keys) {
        for (int i = 0; i < wanted.size(); i++) {
            if (ListKeys.same(item, wanted.get(i), keys)) {
                return i;
            }
        }
        return wanted.size();
    }
}
