package com.maily.console.platforms.prometheus;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.maily.console.platforms.http.LoopbackServer;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Answers as a real Prometheus 2.42 did when these exchanges were recorded, found by path and query. */
final class RecordedPrometheus {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final List<JsonNode> exchanges;

    RecordedPrometheus() throws IOException {
        var stream = Objects.requireNonNull(RecordedPrometheus.class.getResourceAsStream("/prometheus/exchanges.jsonl"));
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            exchanges = reader.lines().map(RecordedPrometheus::parsed).toList();
        }
    }

    private static JsonNode parsed(String line) {
        try {
            return JSON.readTree(line);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<JsonNode> exchanges() {
        return exchanges;
    }

    LoopbackServer.Reply reply(LoopbackServer.Asked asked) {
        String query = form(asked.body()).getOrDefault("query", "");
        Optional<JsonNode> found = exchanges.stream().filter(exchange -> exchange.path("request").path("path").asText()
                .equals(asked.path()))
                .filter(exchange -> form(exchange.path("request").path("body").asText("")).getOrDefault("query", "")
                        .equals(query)).findFirst();
        JsonNode response = found.orElseThrow(() -> new AssertionError("Nothing was recorded for " + asked)).path("response");
        JsonNode body = response.path("body");
        return new LoopbackServer.Reply(response.path("status").asInt(), response.path("headers").path("Content-Type").asText(),
                body.isTextual() ? body.asText() : body.toString(), -1);
    }

    static Map<String, String> form(String body) {
        Map<String, String> fields = new HashMap<>();
        for (String pair : body.split("&")) {
            String[] parts = pair.split("=", 2);
            fields.put(decoded(parts[0]), parts.length > 1 ? decoded(parts[1]) : "");
        }
        return fields;
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
