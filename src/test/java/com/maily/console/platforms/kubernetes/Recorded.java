package com.maily.console.platforms.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.StreamSupport;

/** Bodies recorded from a real API server and kubectl. */
final class Recorded {

    private Recorded() { }

    static JsonNode json(String resource) {
        try (var stream = Recorded.class.getResourceAsStream(resource)) {
            return Serialization.jsonMapper().readTree(stream);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static <T> T as(Class<T> type, JsonNode node) {
        return Serialization.jsonMapper().convertValue(node, type);
    }

    static <T> List<T> all(Class<T> type, JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false).map(node -> as(type, node)).toList();
    }
}
