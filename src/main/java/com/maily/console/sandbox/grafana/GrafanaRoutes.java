package com.maily.console.sandbox.grafana;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What each path of the API answers. */
final class GrafanaRoutes {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final String ANNOTATIONS = "/api/annotations";

    record Answer(int status, JsonNode body) {
        static Answer said(String message) {
            return new Answer(200, JSON.objectNode().put("message", message));
        }

        static Answer refusal(int status, String message) {
            return new Answer(status, JSON.objectNode().put("message", message));
        }
    }

    private final GrafanaWorld world;

    GrafanaRoutes(GrafanaWorld world) {
        this.world = world;
    }

    Answer answer(String method, URI uri, JsonNode body) {
        String path = uri.getPath();
        return switch (method + " " + path) {
            case "GET /api/health" -> new Answer(200, JSON.objectNode().put("commit", "sandbox").put("database", "ok")
                    .put("version", "11.2.0"));
            case "GET " + ANNOTATIONS -> found(parameters(uri, "tags"));
            case "POST " + ANNOTATIONS -> created(body);
            default -> path.matches(ANNOTATIONS + "/\\d+") ? one(method, Long.parseLong(path.substring(ANNOTATIONS.length() + 1)), body)
                    : Answer.refusal(404, "Not found");
        };
    }

    private Answer found(List<String> tags) {
        ArrayNode list = JSON.arrayNode();
        world.tagged(tags).forEach(mark -> list.add(json(mark)));
        return new Answer(200, list);
    }

    private Answer created(JsonNode body) {
        if (body.path("text").asText("").isEmpty()) {
            return Answer.refusal(400, "Failed to save annotation");
        }
        long id = world.add(new Mark(0, body.path("time").asLong(), body.path("timeEnd").asLong(), body.path("text").asText(),
                tags(body), body.path("dashboardUID").asText("")));
        return new Answer(200, JSON.objectNode().put("message", "Annotation added").put("id", id));
    }

    private Answer one(String method, long id, JsonNode body) {
        return switch (method) {
            case "PATCH" -> world.change(id, mark -> new Mark(id, body.path("time").asLong(mark.time()),
                            body.path("timeEnd").asLong(mark.timeEnd()), body.path("text").asText(mark.text()),
                            body.has("tags") ? tags(body) : mark.tags(), mark.dashboard()))
                    .map(_ -> Answer.said("Annotation patched")).orElse(Answer.refusal(404, "Annotation not found"));
            case "DELETE" -> world.delete(id) ? Answer.said("Annotation deleted") : Answer.refusal(404, "Annotation not found");
            default -> Answer.refusal(404, "Not found");
        };
    }

    private static List<String> tags(JsonNode body) {
        List<String> tags = new ArrayList<>();
        body.path("tags").forEach(tag -> tags.add(tag.asText()));
        return tags;
    }

    private static JsonNode json(Mark mark) {
        ObjectNode json = JSON.objectNode().put("id", mark.id()).put("time", mark.time()).put("timeEnd", mark.timeEnd())
                .put("text", mark.text()).put("dashboardUID", mark.dashboard());
        ArrayNode tags = json.putArray("tags");
        mark.tags().stream().sorted().forEach(tags::add);
        return json;
    }

    private static List<String> parameters(URI uri, String name) {
        return Arrays.stream(Optional.ofNullable(uri.getRawQuery()).orElse("").split("&")).filter(pair -> pair.startsWith(name + "="))
                .map(pair -> URLDecoder.decode(pair.substring(name.length() + 1), StandardCharsets.UTF_8)).toList();
    }
}
