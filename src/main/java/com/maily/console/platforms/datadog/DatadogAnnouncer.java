package com.maily.console.platforms.datadog;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.maily.console.core.port.Announcement;
import com.maily.console.core.port.Announcer;
import com.maily.console.platforms.http.HttpCall;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.StringJoiner;

/** Puts a deployment into Datadog's events, each piece of news once, and those that succeeded into its DORA metrics. */
public record DatadogAnnouncer(DatadogClient client) implements Announcer {

    private static final String EVENTS = "/api/v1/events";
    private static final int LONGEST_TEXT = 4000;
    private static final int LONGEST_KEY = 100;
    private static final Duration MARGIN = Duration.ofMinutes(5);

    @Override
    public String system() {
        return "Datadog";
    }

    @Override
    public String announce(Announcement announcement) {
        StringJoiner done = new StringJoiner(" ");
        done.add(event(announcement));
        if (announcement.kind() == Announcement.Kind.SUCCEEDED) {
            done.add(new DoraDeployments(client).make(announcement));
        }
        return done.toString();
    }

    /** Datadog keeps as many events as it is sent, so it is looked first whether this one is there. */
    private String event(Announcement announcement) {
        List<String> ours = tags(announcement);
        for (JsonNode event : client.send(HttpCall.get(EVENTS)
                .with("start", Long.toString(announcement.started().minus(MARGIN).getEpochSecond()))
                .with("end", Long.toString(client.time().instant().plus(MARGIN).getEpochSecond()))
                .with("tags", ours.getFirst()).with("unaggregated", "true")).path("events")) {
            if (lower(Tags.texts(event.path("tags"))).containsAll(lower(ours))) {
                return "Event " + id(event) + " was there.";
            }
        }
        JsonNode made = client.send(HttpCall.post(EVENTS).json(body(announcement, ours))).path("event");
        return "Event " + id(made) + " was accepted by Datadog.";
    }

    private static ObjectNode body(Announcement announcement, List<String> tags) {
        ObjectNode body = JsonNodeFactory.instance.objectNode()
                .put("title", announcement.title() + ": " + word(announcement.kind()))
                .put("text", cut(announcement.text().isBlank() ? announcement.title() : announcement.text(), LONGEST_TEXT))
                .put("alert_type", alertType(announcement.kind())).put("priority", "normal")
                .put("aggregation_key", cut(announcement.deployment(), LONGEST_KEY))
                .put("date_happened", announcement.ended().orElse(announcement.started()).getEpochSecond());
        tags.forEach(body.withArray("/tags")::add);
        return body;
    }

    private static List<String> tags(Announcement announcement) {
        return List.of("maily-deployment:" + announcement.deployment(),
                "maily-news:" + word(announcement.kind()).replace(' ', '-'), "env:" + announcement.environment(),
                "version:" + announcement.version(), "managed-by:maily-console");
    }

    private static String word(Announcement.Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private static String alertType(Announcement.Kind kind) {
        return switch (kind) {
            case STARTED -> "info";
            case SUCCEEDED -> "success";
            case FAILED -> "error";
            case ROLLED_BACK -> "warning";
        };
    }

    /** Datadog writes tags in lower case. */
    private static List<String> lower(List<String> tags) {
        return tags.stream().map(tag -> tag.toLowerCase(Locale.ROOT)).toList();
    }

    private static String id(JsonNode event) {
        return event.path("id_str").asText(event.path("id").asText("without an id"));
    }

    private static String cut(String text, int longest) {
        return text.length() <= longest ? text : text.substring(0, longest - 1) + "…";
    }
}
