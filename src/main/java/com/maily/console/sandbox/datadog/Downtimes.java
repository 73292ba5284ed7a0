package com.maily.console.sandbox.datadog;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.maily.console.sandbox.SandboxClock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The organization's downtimes. Used inside the clock's lock. */
final class Downtimes {

    private static final class Downtime {
        private final String id;
        private final long number;
        private final ObjectNode attributes;
        private final Instant start;
        private Instant end;
        private boolean canceled;

        private Downtime(long number, ObjectNode attributes, Instant start, Instant end) {
            this.id = new UUID(0x0dd0_7173L, number).toString();
            this.number = number;
            this.attributes = attributes;
            this.start = start;
            this.end = end;
        }

        private String status(Instant now) {
            if (canceled) {
                return "canceled";
            }
            if (!now.isBefore(end)) {
                return "ended";
            }
            return now.isBefore(start) ? "scheduled" : "active";
        }
    }

    private static final Instant NEVER = Instant.parse("9999-01-01T00:00:00Z");

    private final SandboxClock clock;
    private final Map<String, Downtime> downtimes = new LinkedHashMap<>();

    Downtimes(SandboxClock clock) {
        this.clock = clock;
    }

    JsonNode create(JsonNode attributes) {
        if (attributes.path("scope").asText("").isEmpty() || !attributes.path("monitor_identifier").isObject()) {
            throw DatadogRefusal.bad("Downtime must have a scope and a monitor_identifier");
        }
        Instant start = time(attributes.path("schedule").path("start"), clock.instant());
        Downtime made = new Downtime(downtimes.size() + 1, attributes.deepCopy(), start,
                later(time(attributes.path("schedule").path("end"), NEVER)));
        downtimes.put(made.id, made);
        return data(shown(made));
    }

    private Instant later(Instant end) {
        if (!end.isAfter(clock.instant())) {
            throw DatadogRefusal.bad("End time must be in the future");
        }
        return end;
    }

    private static Instant time(JsonNode text, Instant otherwise) {
        return text.isTextual() ? OffsetDateTime.parse(text.asText()).toInstant() : otherwise;
    }

    JsonNode change(String id, JsonNode attributes) {
        Downtime known = known(id);
        known.end = later(time(attributes.path("schedule").path("end"), known.end));
        return data(shown(known));
    }

    void cancel(String id) {
        Downtime known = known(id);
        if (!known.status(clock.instant()).matches("active|scheduled")) {
            throw DatadogRefusal.missing("Downtime");
        }
        known.canceled = true;
    }

    private Downtime known(String id) {
        Downtime known = downtimes.get(id);
        if (known == null) {
            throw DatadogRefusal.missing("Downtime");
        }
        return known;
    }

    JsonNode one(String id) {
        return data(shown(known(id)));
    }

    JsonNode list(boolean currentOnly, int offset, int limit) {
        ArrayNode all = JsonNodeFactory.instance.arrayNode();
        downtimes.values().stream().filter(one -> !currentOnly || one.status(clock.instant()).matches("active|scheduled"))
                .skip(offset).limit(limit).forEach(one -> all.add(shown(one)));
        return data(all);
    }

    private static ObjectNode data(JsonNode data) {
        return JsonNodeFactory.instance.objectNode().set("data", data);
    }

    private ObjectNode shown(Downtime downtime) {
        ObjectNode shown = JsonNodeFactory.instance.objectNode().put("id", downtime.id).put("type", "downtime");
        ObjectNode attributes = downtime.attributes.deepCopy().put("status", downtime.status(clock.instant()))
                .put("created", downtime.start.toString());
        attributes.putObject("schedule").put("start", downtime.start.toString()).put("end", downtime.end.equals(NEVER) ? null
                : downtime.end.toString());
        return shown.set("attributes", attributes);
    }

    /** Those active whose scope the monitor is not outside of, as v1 tells them. */
    ArrayNode matching(JsonNode monitor) {
        ArrayNode matching = JsonNodeFactory.instance.arrayNode();
        for (Downtime downtime : downtimes.values()) {
            List<String> scope = List.of(downtime.attributes.path("scope").asText().split("\\s+AND\\s+|,"));
            String about = String.join(",", Monitors.texts(monitor.path("tags"))) + monitor.path("query").asText();
            if (downtime.status(clock.instant()).equals("active") && scope.stream().map(String::strip)
                    .allMatch(tag -> tag.equals("*") || about.contains(tag) || grouped(monitor, tag))) {
                ObjectNode one = matching.addObject().put("id", downtime.number).put("start", downtime.start.getEpochSecond())
                        .put("end", downtime.end.getEpochSecond());
                scope.forEach(tag -> one.withArray("/scope").add(tag.strip()));
            }
        }
        return matching;
    }

    private static boolean grouped(JsonNode monitor, String tag) {
        return monitor.path("query").asText().matches("(?s).*by\\s*\\{[^}]*\\b" + tag.split(":")[0] + "\\b.*");
    }
}
