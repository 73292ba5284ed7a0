package com.maily.console.platforms.grafana;

import com.maily.console.core.model.Component;
import com.maily.console.core.model.Inspection;
import com.maily.console.core.port.Finding;
import com.maily.console.core.port.Finding.Result;
import com.maily.console.core.port.Inspector;
import java.util.List;

/** Reads whether Grafana answers, and takes our token. */
public record GrafanaInspector(GrafanaClient client) implements Inspector {

    @Override
    public List<Finding> inspect(Inspection inspection, List<Component> components) {
        return switch (inspection) {
            case CONNECTIONS -> {
                client.tryToken();
                yield List.of(new Finding("grafana", Result.GOOD, "Answers as version " + client.version() + "."));
            }
            case METRICS_ARRIVE, INFRASTRUCTURE, DEPENDENCIES, LIMITS_AND_PROBES, NETWORK_POLICIES, TRACING -> List.of();
        };
    }
}
