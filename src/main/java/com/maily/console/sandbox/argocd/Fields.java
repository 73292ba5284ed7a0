package com.maily.console.sandbox.argocd;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Argo CD's {@code fields=items.metadata.name,…}: only these paths of an answer, through lists. */
final class Fields {

    private Fields() { }

    static JsonNode only(JsonNode whole, String fields) {
        ObjectNode chosen = JsonNodeFactory.instance.objectNode();
        for (String field : fields.split(",")) {
            copy(whole, chosen, field.split("\\."), 0);
        }
        return chosen;
    }

    private static void copy(JsonNode from, ObjectNode to, String[] path, int depth) {
        JsonNode value = from.get(path[depth]);
        if (value == null) {
            return;
        }
        if (depth == path.length - 1) {
            to.set(path[depth], value);
        } else if (value.isArray()) {
            ArrayNode list = to.withArray("/" + path[depth]);
            for (int i = 0; i < value.size(); i++) {
                copy(value.get(i), list.size() > i ? (ObjectNode) list.get(i) : list.addObject(), path, depth + 1);
            }
        } else if (value.isObject()) {
            copy(value, to.withObject("/" + path[depth]), path, depth + 1);
        }
    }
}
