package com.maily.console.platforms.datadog;

import com.fasterxml.jackson.databind.JsonNode;
import com.maily.console.core.port.Alert;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What one monitor is unhappy about. {@code No Data} and {@code Unknown} are not OK either. */
record MonitorAlerts(JsonNode monitor, Site site) {

    private static final Pattern ENVIRONMENT = Pattern.compile("\\benv:([\\w.-]+)");
    private static final String ALL = "*";

    Stream<Alert> in(String environment) {
        JsonNode groups = monitor.path("state").path("groups");
        if (groups.isEmpty()) {
            return alert("", monitor).filter(_ -> concerns("", environment)).stream();
        }
        return groups.properties().stream().filter(group -> concerns(group.getKey(), environment))
                .flatMap(group -> alert(group.getKey().equals(ALL) ? "" : group.getKey(), group.getValue()).stream());
    }

    /** Told by the group, else by the monitor's tags, else by its query; one that names no environment concerns each. */
    private boolean concerns(String group, String environment) {
        for (String text : List.of(group, String.join(",", Tags.texts(monitor.path("tags"))), monitor.path("query").asText(""))) {
            List<String> named = ENVIRONMENT.matcher(text).results().map(found -> found.group(1)).toList();
            if (!named.isEmpty()) {
                return named.contains(environment);
            }
        }
        return true;
    }

    /** @param said the group's state, or the monitor where it has none */
    private Optional<Alert> alert(String group, JsonNode said) {
        String status = said.path("status").asText(monitor.path("overall_state").asText("Unknown"));
        if (status.equals("OK")) {
            return Optional.empty();
        }
        long id = monitor.path("id").asLong();
        Map<String, String> labels = labels(group);
        return Optional.of(new Alert(id + (group.isEmpty() ? "" : "/" + group), monitor.path("name").asText("Monitor " + id),
                "Datadog", state(status, group), status.toLowerCase(Locale.ROOT), labels.getOrDefault("service", ""),
                summary(group), since(said), Optional.of(site.monitor(id, group)), labels));
    }

    private Map<String, String> labels(String group) {
        Map<String, String> labels = new HashMap<>(Tags.map(monitor.path("tags")));
        labels.putAll(Tags.map(List.of(group.split(","))));
        return labels;
    }

    private Alert.State state(String status, String group) {
        if (muted(group)) {
            return Alert.State.MUTED;
        }
        return switch (status) {
            case "Skipped", "Ignored" -> Alert.State.PENDING;
            default -> Alert.State.FIRING;
        };
    }

    /** Whether a downtime lies on it; Datadog names those that match the monitor, whose scope may leave a group out. */
    private boolean muted(String group) {
        Map<String, String> own = Tags.map(List.of(group.split(",")));
        for (JsonNode downtime : monitor.path("matching_downtimes")) {
            boolean matches = Tags.map(downtime.path("scope")).entrySet().stream()
                    .allMatch(tag -> own.getOrDefault(tag.getKey(), tag.getValue()).equals(tag.getValue()));
            if (matches) {
                return true;
            }
        }
        return false;
    }

    private String summary(String group) {
        String text = monitor.path("message").asText("").lines().filter(line -> !line.isBlank()).findFirst().orElse("").strip();
        return group.isEmpty() ? text : (text + " (" + group + ")").strip();
    }

    private Instant since(JsonNode said) {
        long triggered = Math.max(said.path("last_triggered_ts").asLong(), said.path("last_nodata_ts").asLong());
        return triggered > 0 ? Instant.ofEpochSecond(triggered) : time(monitor.path("modified")).orElse(Instant.EPOCH);
    }

    static Optional<Instant> time(JsonNode text) {
        try {
            return Optional.of(OffsetDateTime.parse(text.asText("")).toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
