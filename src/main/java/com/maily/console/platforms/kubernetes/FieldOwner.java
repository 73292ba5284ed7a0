package com.maily.console.platforms.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.StreamSupport;

/** Who wrote a field of an object last, by the server's own record of field managers. */
final class FieldOwner {

    private FieldOwner() { }

    /** @param path without the {@code f:} of managed fields; @return empty when nobody is recorded */
    static String of(JsonNode object, String... path) {
        return StreamSupport.stream(object.path("metadata").path("managedFields").spliterator(), false)
                .filter(entry -> !entry.path("time").asText().isEmpty() && owns(entry.path("fieldsV1"), path))
                .max(Comparator.comparing(entry -> entry.path("time").asText()))
                .map(entry -> entry.path("manager").asText()).orElse("");
    }

    private static boolean owns(JsonNode fields, String[] path) {
        return !Arrays.stream(path).reduce(fields, (node, step) -> node.path("f:" + step), (a, b) -> b).isMissingNode();
    }
}
