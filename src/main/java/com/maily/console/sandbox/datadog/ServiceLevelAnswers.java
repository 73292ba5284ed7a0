package com.maily.console.sandbox.datadog;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.maily.console.sandbox.datadog.Measured.Run;
import com.maily.console.sandbox.datadog.ql.QueryReader;
import com.maily.console.sandbox.datadog.ql.Span;
import java.util.List;
import java.util.Map;

/**
 * One SLO that is made of metrics for each environment: the share of the api's requests that do not fail. Used inside the clock's
 * lock.
 */
final class ServiceLevelAnswers {

    private static final double TARGET = 99.9;
    private static final String WINDOW = "7d";
    private static final long SECONDS = 7 * 86_400;
    private static final Map<String, String> IDS = Map.of("production", "a1b2c3d4e5f60718293a4b5c6d7e8f90", "staging",
            "b1b2c3d4e5f60718293a4b5c6d7e8f91");

    private final Measured measured;

    ServiceLevelAnswers(Measured measured) {
        this.measured = measured;
    }

    JsonNode list() {
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        answer.putArray("errors");
        List.of("production", "staging").forEach(environment -> answer.withArray("/data").add(slo(environment)));
        return answer;
    }

    JsonNode one(String id) {
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        answer.putArray("errors");
        return answer.set("data", slo(environment(id)));
    }

    private static String environment(String id) {
        return IDS.entrySet().stream().filter(one -> one.getValue().equals(id)).map(Map.Entry::getKey).findFirst()
                .orElseThrow(() -> DatadogRefusal.missing("SLO"));
    }

    private static ObjectNode slo(String environment) {
        ObjectNode slo = JsonNodeFactory.instance.objectNode().put("id", IDS.get(environment))
                .put("name", "Requests to the api succeed")
                .put("type", "metric").put("target_threshold", TARGET).put("timeframe", WINDOW);
        slo.putArray("tags").add("env:" + environment).add("service:api");
        slo.putArray("thresholds").addObject().put("timeframe", WINDOW).put("target", TARGET);
        slo.putObject("query").put("numerator", good(environment)).put("denominator", all(environment));
        return slo;
    }

    private static String good(String environment) {
        return "sum:maily.http.requests{service:api,env:" + environment + ",!status_class:5xx}.as_count()";
    }

    private static String all(String environment) {
        return "sum:maily.http.requests{service:api,env:" + environment + "}.as_count()";
    }

    private double level(String environment, long from, long to) {
        List<Run> share = measured.at(QueryReader.read("100 * " + good(environment) + " / " + all(environment)),
                new Span(Math.max(1, to - from), "sum", WindowedQuery.USUAL), to);
        return share.isEmpty() ? Double.NaN : share.getFirst().values()[0];
    }

    private static double budget(double level, double target) {
        return 100 * (1 - (100 - level) / (100 - target));
    }

    JsonNode search(String query, long now) {
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        var slos = answer.putObject("data").put("type", "").putObject("attributes").putArray("slos");
        for (String environment : List.of("production", "staging")) {
            if (query.isEmpty() || query.contains("env:" + environment)) {
                ObjectNode attributes = slos.addObject().putObject("data").put("id", IDS.get(environment)).put("type", "slo")
                        .putObject("attributes").put("name", "Requests to the api succeed").put("slo_type", "metric");
                attributes.putArray("all_tags").add("env:" + environment).add("service:api");
                attributes.putArray("thresholds").addObject().put("timeframe", WINDOW).put("target", TARGET);
                attributes.putArray("overall_status").add(status(environment, now));
            }
        }
        return answer;
    }

    private ObjectNode status(String environment, long now) {
        double level = level(environment, now - SECONDS, now);
        ObjectNode status = JsonNodeFactory.instance.objectNode().put("timeframe", WINDOW).put("target", TARGET)
                .put("indexed_at", now).putNull("error");
        if (Double.isNaN(level)) {
            return status.put("state", "no_data").putNull("status").putNull("error_budget_remaining");
        }
        return status.put("state", level < TARGET ? "breached" : "ok").put("status", level)
                .put("error_budget_remaining", budget(level, TARGET));
    }

    /** What cannot be computed is said inside a 200. */
    JsonNode history(String id, long from, long to, double target) {
        String environment = environment(id);
        double level = to <= from ? Double.NaN : level(environment, from, to);
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        ObjectNode overall = answer.putObject("data").put("from_ts", from).put("to_ts", to).put("type", "metric")
                .put("type_id", 1)
                .putObject("overall");
        if (Double.isNaN(level)) {
            answer.putArray("errors").addObject().put("error", "There is no data in the time asked for");
            return answer;
        }
        overall.put("name", "Requests to the api succeed").put("sli_value", level);
        overall.putObject("error_budget_remaining").put("custom", budget(level, target > 0 ? target : TARGET));
        overall.putArray("errors");
        return answer;
    }
}
