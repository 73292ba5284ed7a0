package com.maily.console.platforms.datadog;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.maily.console.core.model.Objective;
import com.maily.console.core.model.Region;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** One monitor as it should be: fires when an objective of Datadog's metrics misses its limit for five minutes, on any track. */
record MonitorDraft(String objective, String environment, String name, String query, double limit) {

    static final String OURS = "managed-by:maily-console";
    private static final Duration WINDOW = Duration.ofMinutes(5);

    static String key(Objective objective) {
        return objective.component() + "/" + objective.key();
    }

    static MonitorDraft of(Objective objective, String environment) {
        MetricQuery parsed = MetricQuery.of(objective.query().replace("${component}", Region.baseOf(objective.component()))
                .replace("${region}", Region.regionOf(objective.component())).replace("${environment}", environment)
                .replace("${tracks}", "stable|canary").replace("${track}", "stable|canary")
                .replace("${window}", WINDOW.toSeconds() + "s"));
        String window = parsed.window().orElse(new MetricQuery.Window("avg", WINDOW)).prefix();
        String sign = switch (objective.bound()) {
            case AT_MOST -> " > ";
            case AT_LEAST -> " < ";
        };
        String query = window + parsed.text().replaceAll("\\s+", " ") + sign + plain(objective.limit());
        String name = "Maily: " + objective.title() + " of " + objective.component() + " in " + environment;
        return new MonitorDraft(key(objective), environment, name, query, objective.limit());
    }

    private static String plain(double number) {
        return BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
    }

    private List<String> tags() {
        String component = objective.substring(0, objective.indexOf('/'));
        return List.of(OURS, "env:" + environment, "service:" + Region.baseOf(component), mark());
    }

    private String mark() {
        return "maily-objective:" + objective;
    }

    /** Whether {@code monitor} is the one for this objective here, whatever else became of it. */
    boolean isIt(JsonNode monitor) {
        return Tags.texts(monitor.path("tags")).containsAll(List.of(OURS, "env:" + environment, mark()));
    }

    List<String> differences(JsonNode monitor) {
        List<String> differences = new ArrayList<>();
        compare("The query", monitor.path("query").asText(""), query, differences);
        compare("The name", monitor.path("name").asText(""), name, differences);
        compare("The limit", plain(monitor.path("options").path("thresholds").path("critical").asDouble()), plain(limit),
                differences);
        return differences;
    }

    private static void compare(String what, String there, String wanted, List<String> differences) {
        if (!there.replaceAll("\\s+", "").equals(wanted.replaceAll("\\s+", ""))) {
            differences.add(what + " there is \"" + there + "\", not \"" + wanted + "\".");
        }
    }

    ObjectNode body() {
        ObjectNode body = JsonNodeFactory.instance.objectNode().put("name", name).put("type", "query alert").put("query", query)
                .put("message", "An objective of Maily's deployments is missed. Made by Maily Console from its workspace file.");
        tags().forEach(body.withArray("/tags")::add);
        ObjectNode options = body.putObject("options").put("include_tags", true).put("require_full_window", false);
        options.putObject("thresholds").put("critical", limit);
        return body;
    }
}
