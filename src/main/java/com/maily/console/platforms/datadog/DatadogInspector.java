package com.maily.console.platforms.datadog;

import com.maily.console.core.model.Component;
import com.maily.console.core.model.Inspection;
import com.maily.console.core.port.Finding;
import com.maily.console.core.port.Finding.Result;
import com.maily.console.core.port.Inspector;
import java.util.List;

/**
 * Reads whether Datadog answers and what is left of its budgets. Whether samples arrive is asked of every metric source by the
 * engine itself.
 */
public record DatadogInspector(DatadogClient client) implements Inspector {

    @Override
    public List<Finding> inspect(Inspection inspection, List<Component> components) {
        return switch (inspection) {
            case CONNECTIONS -> {
                client.validate();
                String said = "Answers and knows our key. " + client.budget().orElse("");
                yield List.of(new Finding("datadog", Result.GOOD, said.strip()));
            }
            case METRICS_ARRIVE, INFRASTRUCTURE, DEPENDENCIES, LIMITS_AND_PROBES, NETWORK_POLICIES, TRACING -> List.of();
        };
    }
}
