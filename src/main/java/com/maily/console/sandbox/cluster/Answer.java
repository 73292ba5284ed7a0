package com.maily.console.sandbox.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** A complete answer of the wire face. */
record Answer(int code, String contentType, byte[] body, Map<String, String> headers) {

    static Answer json(int code, JsonNode body) {
        return new Answer(code, "application/json", body.toString().getBytes(StandardCharsets.UTF_8), Map.of());
    }

    static Answer text(int code, String body) {
        return new Answer(code, "text/plain; charset=utf-8", body.getBytes(StandardCharsets.UTF_8), Map.of());
    }

    static Answer of(ApiError error) {
        Answer answer = json(error.code(), error.status());
        JsonNode wait = error.status().path("details").path("retryAfterSeconds");
        return wait.isMissingNode() ? answer : answer.with("Retry-After", wait.asText());
    }

    Answer with(String name, String value) {
        return new Answer(code, contentType, body, Map.of(name, value));
    }

    Answer as(String type) {
        return new Answer(code, type, body, headers);
    }
}
