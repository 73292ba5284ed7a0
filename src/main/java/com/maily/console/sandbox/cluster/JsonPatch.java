package com.maily.console.sandbox.cluster;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * RFC 6902 with the API server's two habits: no cause for what fails, and {@code replace} of a missing member is taken as add.
 */
final class JsonPatch {

    private JsonPatch() { }

    /** @throws ApiError 400 when it is no patch, 422 when it cannot be applied */
    static ObjectNode apply(ObjectNode object, JsonNode patch) {
        if (!patch.isArray()) {
            throw ApiError.badRequest("error decoding patch: json: cannot unmarshal object into Go value of type "
                    + "[]handlers.jsonPatchOp");
        }
        ObjectNode result = object.deepCopy();
        patch.forEach(operation -> step(result, operation));
        return result;
    }

    private static void step(ObjectNode object, JsonNode operation) {
        JsonPointer path = pointer(Json.text(operation, "path"));
        JsonNode value = operation.path("value");
        switch (Json.text(operation, "op")) {
            case "add" -> add(object, path, value);
            case "replace" -> replace(object, path, value);
            case "remove" -> remove(object, path);
            case "test" -> require(object.at(path).equals(value));
            case "copy" -> add(object, path, present(object, operation));
            case "move" -> {
                JsonNode moved = present(object, operation);
                remove(object, pointer(Json.text(operation, "from")));
                add(object, path, moved);
            }
            default -> throw ApiError.unprocessable();
        }
    }

    private static JsonNode present(ObjectNode object, JsonNode operation) {
        JsonNode there = object.at(pointer(Json.text(operation, "from")));
        require(!there.isMissingNode());
        return there.deepCopy();
    }

    private static void add(ObjectNode object, JsonPointer path, JsonNode value) {
        JsonNode parent = object.at(path.head());
        String last = path.last().getMatchingProperty();
        if (parent instanceof ArrayNode array) {
            int index = last.equals("-") ? array.size() : index(last);
            require(index >= 0 && index <= array.size());
            array.insert(index, value);
        } else {
            require(parent instanceof ObjectNode);
            ((ObjectNode) parent).set(last, value);
        }
    }

    private static void replace(ObjectNode object, JsonPointer path, JsonNode value) {
        if (object.at(path.head()) instanceof ArrayNode array) {
            int index = index(path.last().getMatchingProperty());
            require(index >= 0 && index < array.size());
            array.set(index, value);
        } else {
            add(object, path, value);
        }
    }

    private static void remove(ObjectNode object, JsonPointer path) {
        require(!object.at(path).isMissingNode());
        String last = path.last().getMatchingProperty();
        switch (object.at(path.head())) {
            case ArrayNode array -> array.remove(index(last));
            case ObjectNode parent -> parent.remove(last);
            default -> throw ApiError.unprocessable();
        }
    }

    private static int index(String text) {
        return text.matches("\\d{1,6}") ? Integer.parseInt(text) : -1;
    }

    private static JsonPointer pointer(String path) {
        require(path.startsWith("/"));
        return JsonPointer.compile(path);
    }

    private static void require(boolean holds) {
        if (!holds) {
            throw ApiError.unprocessable();
        }
    }
}
