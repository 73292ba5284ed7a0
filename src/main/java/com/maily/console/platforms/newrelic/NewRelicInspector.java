package com.maily.console.platforms.newrelic;

import com.maily.console.core.model.Component;
import com.maily.console.core.model.Inspection;
import com.maily.console.core.port.Finding;
import com.maily.console.core.port.Finding.Result;
import com.maily.console.core.port.Inspector;
import java.util.List;

/** Reads whether New Relic lets us in. Whether its samples arrive is asked of every metric source by the engine itself. */
public record NewRelicInspector(NewRelicSource source) implements Inspector {

    @Override
    public List<Finding> inspect(Inspection inspection, List<Component> components) {
        return switch (inspection) {
            case CONNECTIONS -> List.of(new Finding("newrelic", Result.GOOD, "Lets us in as " + source.user() + "."));
            case METRICS_ARRIVE, INFRASTRUCTURE, DEPENDENCIES, LIMITS_AND_PROBES, NETWORK_POLICIES, TRACING -> List.of();
        };
    }
}
