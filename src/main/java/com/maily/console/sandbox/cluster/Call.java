package com.maily.console.sandbox.cluster;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One request as the API understands it. */
record Call(String method, String path, List<String> segments, Map<String, String> query, Map<String, String> headers,
        byte[] body) {

    private static final ObjectMapper YAML = new YAMLMapper();

    static Call of(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        Map<String, String> headers = new HashMap<>();
        exchange.getRequestHeaders().forEach((name, values) -> headers.put(name.toLowerCase(java.util.Locale.ROOT),
                String.join(",", values)));
        List<String> segments = Arrays.stream(path.split("/")).filter(segment -> !segment.isEmpty()).toList();
        return new Call(exchange.getRequestMethod(), path, segments, query(exchange.getRequestURI().getRawQuery()), headers,
                exchange.getRequestBody().readAllBytes());
    }

    private static Map<String, String> query(String raw) {
        Map<String, String> query = new HashMap<>();
        if (raw != null && !raw.isEmpty()) {
            for (String pair : raw.split("&")) {
                String[] sides = pair.split("=", 2);
                query.put(decode(sides[0]), sides.length > 1 ? decode(sides[1]) : "");
            }
        }
        return query;
    }

    private static String decode(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    String parameter(String name) {
        return query.getOrDefault(name, "");
    }

    boolean flag(String name) {
        String value = parameter(name);
        return value.equals("true") || value.equals("1");
    }

    Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name));
    }

    String accept() {
        return headers.getOrDefault("accept", "*/*");
    }

    String contentType() {
        return headers.getOrDefault("content-type", "").replaceFirst(";.*", "").strip();
    }

    boolean watches() {
        return method.equals("GET") && (flag("watch") || segments.contains("watch"));
    }

    /** Whether it asks for a change: reviews of one's rights are sent like one, and a dry run only asks what a change would do. */
    boolean writes() {
        return !method.equals("GET") && !method.equals("HEAD") && !path.startsWith("/apis/authorization.k8s.io/")
                && parameter("dryRun").isEmpty();
    }

    /** @throws ApiError 400 when it cannot be read */
    JsonNode json(String kind) {
        String text = new String(body, StandardCharsets.UTF_8).strip();
        try {
            JsonNode node = text.startsWith("{") || text.startsWith("[") || !contentType().contains("yaml")
                    ? Json.MAPPER.readTree(text) : YAML.readTree(text);
            if (node.isContainerNode()) {
                return node;
            }
        } catch (JsonProcessingException e) {
            throw unreadable(kind, text);
        }
        throw unreadable(kind, text);
    }

    private static ApiError unreadable(String kind, String text) {
        boolean patch = kind.isEmpty();
        boolean empty = text.isEmpty();
        String why = empty ? "unexpected end of JSON input" : "invalid character '"
                + (text.length() > 1 ? text.charAt(1) : text.charAt(0))
                + "' looking for beginning of object key string";
        return ApiError.badRequest(patch ? "error decoding patch: " + why
                : "the object provided is unrecognized (must be of type " + kind
                + "): couldn't get version/kind; json parse error: "
                + why + " (" + (empty ? "<empty>" : text.substring(0, Math.min(text.length(), 20))) + ")");
    }
}
