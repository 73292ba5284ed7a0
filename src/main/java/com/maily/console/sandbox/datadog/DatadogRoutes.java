package com.maily.console.sandbox.datadog;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.maily.console.sandbox.SandboxClock;
import com.maily.console.sandbox.datadog.ql.BadQuery;
import com.maily.console.sandbox.metrics.promql.QueryException;
import com.maily.console.sandbox.metrics.store.SeriesStore;
import java.util.List;
import java.util.Map;

/** Datadog's HTTP API as calls of an organization that lives in the sandbox. */
final class DatadogRoutes {

    /** @param body a missing node for none */
    record Answer(int status, JsonNode body) {
        static Answer of(JsonNode body) {
            return new Answer(200, body);
        }
    }

    private final SandboxClock clock;
    private final MetricAnswers metrics;
    private final Downtimes downtimes;
    private final Monitors monitors;
    private final ServiceLevelAnswers serviceLevels;
    private final Chronicle chronicle = new Chronicle();

    DatadogRoutes(SandboxClock clock, SeriesStore store) {
        this.clock = clock;
        Measured measured = new Measured(store);
        this.metrics = new MetricAnswers(measured);
        this.downtimes = new Downtimes(clock);
        this.monitors = new Monitors(measured, downtimes);
        this.serviceLevels = new ServiceLevelAnswers(measured);
        clock.locked(() -> monitors.seed(clock.instant()));
    }

    Chronicle chronicle() {
        return chronicle;
    }

    Answer answer(String method, String path, Map<String, String> query, JsonNode body) {
        try {
            return clock.locked(() -> found(method, path, query, body));
        } catch (BadQuery bad) {
            throw DatadogRefusal.bad(bad.said());
        } catch (QueryException bad) {
            throw DatadogRefusal.bad(String.valueOf(bad.getMessage()));
        }
    }

    private Answer found(String method, String path, Map<String, String> query, JsonNode body) {
        JsonNode attributes = body.path("data").path("attributes");
        return switch (method + " " + path) {
            case "GET /api/v1/validate" -> Answer.of(JsonNodeFactory.instance.objectNode().put("valid", true));
            case "GET /api/v1/query" ->
                    Answer.of(metrics.query(query.getOrDefault("query", ""), number(query, "from"), number(query, "to")));
            case "POST /api/v2/query/timeseries" -> Answer.of(metrics.timeseries(attributes));
            case "POST /api/v2/query/scalar" -> Answer.of(metrics.scalar(attributes));
            case "GET /api/v1/monitor" -> Answer.of(monitors.list(query, clock.instant()));
            case "POST /api/v1/monitor" -> Answer.of(monitors.create(body, clock.instant()));
            case "GET /api/v2/downtime" -> Answer.of(downtimes.list(query.getOrDefault("current_only", "").equals("true"),
                    Integer.parseInt(query.getOrDefault("page[offset]", "0")),
                    Integer.parseInt(query.getOrDefault("page[limit]", "30"))));
            case "POST /api/v2/downtime" -> Answer.of(downtimes.create(attributes));
            case "GET /api/v1/events" -> Answer.of(chronicle.events(number(query, "start"), number(query, "end"), tags(query)));
            case "POST /api/v1/events" -> new Answer(202, chronicle.event(body, clock.instant().getEpochSecond()));
            case "POST /api/v2/dora/deployment" -> new Answer(202, chronicle.deployment(attributes));
            case "GET /api/v1/slo" -> Answer.of(serviceLevels.list());
            case "GET /api/v1/slo/search" -> Answer.of(serviceLevels.search(query.getOrDefault("query", ""),
                    clock.instant().getEpochSecond()));
            default -> one(method, path, query, body);
        };
    }

    /** Paths that end with the id of something. */
    private Answer one(String method, String path, Map<String, String> query, JsonNode body) {
        if (path.matches("/api/v1/slo/[^/]+/history") && method.equals("GET")) {
            return Answer.of(serviceLevels.history(path.split("/")[4], number(query, "from_ts"), number(query, "to_ts"),
                    Double.parseDouble(query.getOrDefault("target", "0"))));
        }
        int slash = path.lastIndexOf('/');
        String id = path.substring(slash + 1);
        return switch (method + " " + path.substring(0, Math.max(0, slash))) {
            case "GET /api/v1/slo" -> Answer.of(serviceLevels.one(id));
            case "GET /api/v1/monitor" -> Answer.of(monitors.one(Long.parseLong(id), clock.instant()));
            case "PUT /api/v1/monitor" -> Answer.of(monitors.change(Long.parseLong(id), body, clock.instant()));
            case "GET /api/v2/downtime" -> Answer.of(downtimes.one(id));
            case "PATCH /api/v2/downtime" -> Answer.of(downtimes.change(id, body.path("data").path("attributes")));
            case "DELETE /api/v2/downtime" -> {
                downtimes.cancel(id);
                yield new Answer(204, MissingNode.getInstance());
            }
            case "GET /api/v2/dora/deployments" -> Answer.of(chronicle.deployment(id));
            default -> throw DatadogRefusal.missing("Path");
        };
    }

    private static List<String> tags(Map<String, String> query) {
        return query.getOrDefault("tags", "").isEmpty() ? List.of() : List.of(query.get("tags").split(","));
    }

    private static long number(Map<String, String> query, String name) {
        String text = query.getOrDefault(name, "");
        if (!text.matches("\\d{1,12}")) {
            throw DatadogRefusal.bad("The parameter '" + name + "' is required");
        }
        return Long.parseLong(text);
    }
}
