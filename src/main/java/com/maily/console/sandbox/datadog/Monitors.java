package com.maily.console.sandbox.datadog;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.maily.console.sandbox.datadog.ql.BadQuery;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** The organization's monitors. Used inside the clock's lock. */
final class Monitors {

    private static final List<String> WORST_FIRST = List.of("Alert", "Warn", "No Data", "OK");

    private final Measured measured;
    private final Downtimes downtimes;
    private final Map<Long, ObjectNode> monitors = new TreeMap<>();
    private long nextId = 1001;

    Monitors(Measured measured, Downtimes downtimes) {
        this.measured = measured;
        this.downtimes = downtimes;
    }

    /** What somebody set up before us: one monitor with a group for each service. */
    void seed(Instant now) {
        ObjectNode errors = JsonNodeFactory.instance.objectNode().put("name", "Too many requests fail").put("type", "query alert")
                .put("message", "More than one in a hundred requests fails.").put("query",
                "sum(last_1m):100 * sum:maily.http.requests{env:production,status_class:5xx} by {service}.as_count()"
                + " / sum:maily.http.requests{env:production} by {service}.as_count() > 1");
        errors.putArray("tags").add("env:production").add("team:platform");
        create(errors, now);
    }

    JsonNode create(JsonNode sent, Instant now) {
        if (!sent.path("query").isTextual() || !sent.path("type").isTextual()) {
            throw DatadogRefusal.bad("The value provided for parameter 'query' is invalid");
        }
        check(sent.path("query").asText());
        ObjectNode kept = sent.deepCopy();
        long id = nextId++;
        monitors.put(id, kept.put("id", id).put("created", now.toString()).put("modified", now.toString()));
        return shown(kept, now, false);
    }

    private static void check(String query) {
        try {
            WindowedQuery.read(MonitorState.of(query).query());
        } catch (BadQuery bad) {
            throw DatadogRefusal.bad("The value provided for parameter 'query' is invalid: " + bad.said());
        }
    }

    JsonNode change(long id, JsonNode sent, Instant now) {
        ObjectNode kept = known(id);
        if (sent.has("query")) {
            check(sent.path("query").asText());
        }
        sent.properties().forEach(field -> kept.set(field.getKey(), field.getValue()));
        return shown(kept.put("id", id).put("modified", now.toString()), now, false);
    }

    JsonNode one(long id, Instant now) {
        return shown(known(id), now, false);
    }

    private ObjectNode known(long id) {
        ObjectNode known = monitors.get(id);
        if (known == null) {
            throw DatadogRefusal.missing("Monitor");
        }
        return known;
    }

    JsonNode list(Map<String, String> query, Instant now) {
        List<String> tags = query.getOrDefault("monitor_tags", "").isEmpty() ? List.of()
                : List.of(query.get("monitor_tags").split(","));
        Stream<ObjectNode> found = monitors.values().stream().filter(monitor -> texts(monitor.path("tags")).containsAll(tags));
        if (query.containsKey("page")) {
            int size = Integer.parseInt(query.getOrDefault("page_size", "100"));
            found = found.skip((long) size * Integer.parseInt(query.get("page"))).limit(size);
        }
        var list = JsonNodeFactory.instance.arrayNode();
        found.forEach(monitor -> list.add(shown(monitor, now, query.getOrDefault("with_downtimes", "").equals("true"))));
        return list;
    }

    private ObjectNode shown(ObjectNode monitor, Instant now, boolean withDowntimes) {
        ObjectNode shown = monitor.deepCopy();
        Map<String, MonitorState.Group> groups = MonitorState.of(monitor.path("query").asText())
                .groups(measured, now.getEpochSecond());
        ObjectNode states = shown.putObject("state").putObject("groups");
        groups.forEach((name, group) -> states.putObject(name).put("name", name).put("status", group.status())
                .put(group.status().equals("Alert") ? "last_triggered_ts" : group.status().equals("OK") ? "last_resolved_ts"
                        : "last_nodata_ts", group.since()));
        shown.put("multi", !groups.containsKey("*"));
        shown.put("overall_state", WORST_FIRST.stream().filter(state -> groups.values().stream()
                .anyMatch(group -> group.status().equals(state))).findFirst().orElse("No Data"));
        if (withDowntimes) {
            shown.set("matching_downtimes", downtimes.matching(monitor));
        }
        return shown;
    }

    static List<String> texts(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false).map(JsonNode::asText).toList();
    }
}
