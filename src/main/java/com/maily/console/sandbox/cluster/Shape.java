package com.maily.console.sandbox.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;

/** In which of the three ways a client wants to see objects: whole, as rows of a table, or their metadata alone. */
enum Shape {
    WHOLE, TABLE, METADATA;

    private static final String META = "meta.k8s.io/v1";

    /** @throws ApiError 406 when none of them will do */
    static Shape of(String accept) {
        String first = accept.contains("as=Table") ? "Table" : accept.contains("as=PartialObjectMetadata") ? "Partial" : "";
        if (first.isEmpty() && !accept.contains("json") && !accept.contains("*/*") && !accept.contains("yaml")
                && !accept.contains("protobuf")) {
            throw new ApiError(406, "NotAcceptable", "406: Not Acceptable\n\nAvailable representations: application/json, "
                    + "application/yaml, application/vnd.kubernetes.protobuf");
        }
        return first.equals("Table") ? TABLE : first.equals("Partial") ? METADATA : WHOLE;
    }

    /** One object; {@code headed} tells whether a table names its columns. */
    ObjectNode one(Kind kind, ObjectNode object, String include, Instant now, boolean headed) {
        return switch (this) {
            case WHOLE -> object;
            case TABLE -> {
                ObjectNode meta = Json.object().put("resourceVersion", Json.text(object, "metadata", "resourceVersion"));
                yield Tables.of(kind, List.of(object), meta, include, now, headed);
            }
            case METADATA -> partial(object);
        };
    }

    ObjectNode many(Kind kind, List<ObjectNode> objects, ObjectNode meta, String include, Instant now) {
        return switch (this) {
            case TABLE -> Tables.of(kind, objects, meta, include, now, true);
            case WHOLE -> list(kind.name() + "List", kind.apiVersion(), meta, objects.stream().map(Shape::bare).toList());
            case METADATA -> list("PartialObjectMetadataList", META, meta, objects.stream().map(Shape::partial).map(Shape::bare)
                    .toList());
        };
    }

    static ObjectNode partial(ObjectNode object) {
        ObjectNode partial = Json.object().put("kind", "PartialObjectMetadata").put("apiVersion", META);
        partial.set("metadata", Json.at(object, "metadata"));
        return partial;
    }

    /** Items of a list do not repeat kind and apiVersion. */
    private static ObjectNode bare(JsonNode object) {
        ObjectNode bare = Json.object();
        object.properties().stream().filter(e -> !e.getKey().equals("kind") && !e.getKey().equals("apiVersion"))
                .forEach(e -> bare.set(e.getKey(), e.getValue()));
        return bare;
    }

    private static ObjectNode list(String kind, String apiVersion, ObjectNode meta, List<ObjectNode> items) {
        ObjectNode list = Json.object().put("kind", kind).put("apiVersion", apiVersion);
        list.set("metadata", meta);
        ArrayNode array = list.putArray("items");
        items.forEach(array::add);
        return list;
    }
}
