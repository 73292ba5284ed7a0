package com.maily.console.platforms.datadog;

import com.fasterxml.jackson.databind.JsonNode;
import com.maily.console.core.port.Alert;
import com.maily.console.core.port.Alerts;
import com.maily.console.platforms.http.HttpCall;
import java.util.ArrayList;
import java.util.List;

/** Datadog's monitors that are not OK, each group for itself. */
public record DatadogMonitors(DatadogClient client, String environment) implements Alerts {

    static final String PATH = "/api/v1/monitor";
    private static final int PAGE = 1000;

    @Override
    public String system() {
        return "Datadog";
    }

    @Override
    public List<Alert> active() {
        return all("").stream().flatMap(monitor -> new MonitorAlerts(monitor, client.site()).in(environment)).toList();
    }

    /** Page by page, as they would otherwise all come at once. @param tags that a monitor must carry, divided by commas */
    List<JsonNode> all(String tags) {
        List<JsonNode> monitors = new ArrayList<>();
        for (int page = 0; monitors.size() == page * PAGE; page++) {
            JsonNode said = client.send(HttpCall.get(PATH).with("group_states", "all").with("with_downtimes", "true")
                    .with("monitor_tags", tags).with("page", Integer.toString(page)).with("page_size", Integer.toString(PAGE)));
            if (!said.isArray()) {
                throw DatadogFailures.strange();
            }
            said.forEach(monitors::add);
        }
        return monitors;
    }
}
