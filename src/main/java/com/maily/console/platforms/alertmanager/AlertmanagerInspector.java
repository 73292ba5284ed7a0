package com.maily.console.platforms.alertmanager;

import com.maily.console.core.model.Component;
import com.maily.console.core.model.Inspection;
import com.maily.console.core.port.Finding;
import com.maily.console.core.port.Finding.Result;
import com.maily.console.core.port.Inspector;
import java.util.List;

/** Reads whether Alertmanager answers. */
public record AlertmanagerInspector(AlertmanagerClient client) implements Inspector {

    @Override
    public List<Finding> inspect(Inspection inspection, List<Component> components) {
        return switch (inspection) {
            case CONNECTIONS -> List.of(new Finding("alertmanager", Result.GOOD, "Answers as version " + client.version() + "."));
            case METRICS_ARRIVE, INFRASTRUCTURE, DEPENDENCIES, LIMITS_AND_PROBES, NETWORK_POLICIES, TRACING -> List.of();
        };
    }
}
