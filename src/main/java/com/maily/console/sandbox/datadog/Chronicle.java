package com.maily.console.sandbox.datadog;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the organization was told: events and DORA deployments. Used inside the clock's lock. */
final class Chronicle {

    /** Sooner than 2001 in nanoseconds is later than anybody's deployment in milliseconds. */
    private static final long NANOSECONDS = 1_000_000_000_000_000_000L;

    private final List<ObjectNode> events = new ArrayList<>();
    private final Map<String, List<ObjectNode>> together = new LinkedHashMap<>();
    private final Map<String, ObjectNode> deployments = new LinkedHashMap<>();

    /** Events that look alike are kept all the same, as the real one does. */
    JsonNode event(JsonNode sent, long now) {
        if (sent.path("title").asText("").isEmpty() || !sent.path("text").isTextual()) {
            throw DatadogRefusal.bad("Event must have a title and a text");
        }
        ObjectNode event = sent.deepCopy();
        long id = 7_000_000_001L + events.size();
        event.remove("aggregation_key");
        event.put("alert_type", sent.path("alert_type").asText("info")).put("id", id).put("id_str", Long.toString(id))
                .put("date_happened", sent.path("date_happened").asLong(now))
                .put("url", "https://app.datadoghq.com/event/event?id=" + id);
        events.add(event);
        together.computeIfAbsent(sent.path("aggregation_key").asText(Long.toString(id)), _ -> new ArrayList<>()).add(event);
        ObjectNode answer = JsonNodeFactory.instance.objectNode().put("status", "ok");
        return answer.set("event", event.deepCopy());
    }

    JsonNode events(long start, long end, List<String> tags) {
        ObjectNode answer = JsonNodeFactory.instance.objectNode().put("status", "ok");
        answer.putArray("events");
        events.stream().filter(event -> !time(event).isBefore(Instant.ofEpochSecond(start))
                && !time(event).isAfter(Instant.ofEpochSecond(end)))
                .filter(event -> tags.isEmpty() || Monitors.texts(event.path("tags")).stream().anyMatch(tags::contains))
                .forEach(event -> answer.withArray("/events").add(event.deepCopy()));
        return answer;
    }

    JsonNode deployment(JsonNode attributes) {
        for (String time : List.of("started_at", "finished_at")) {
            if (attributes.path(time).asLong() < NANOSECONDS) {
                throw DatadogRefusal.bad(time + " must be a Unix timestamp in nanoseconds");
            }
        }
        if (attributes.path("service").asText("").isEmpty()) {
            throw DatadogRefusal.bad("service is required");
        }
        String id = attributes.path("id").asText("deployment-" + deployments.size());
        deployments.put(id, attributes.deepCopy());
        return deployment(id);
    }

    JsonNode deployment(String id) {
        ObjectNode known = deployments.get(id);
        if (known == null) {
            throw DatadogRefusal.missing("Deployment");
        }
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        answer.putObject("data").put("id", id).put("type", "dora_deployment").set("attributes", known.deepCopy());
        return answer;
    }

    /** As people see them: those of one key as one, {@code from-until title of the newest}. */
    List<String> shown() {
        return together.values().stream().map(events -> time(events.getFirst()) + "-" + time(events.getLast()) + " "
                + events.getLast().path("title").asText()).toList();
    }

    private static Instant time(ObjectNode event) {
        return Instant.ofEpochSecond(event.path("date_happened").asLong());
    }

    int deployments() {
        return deployments.size();
    }

    int events() {
        return events.size();
    }
}
