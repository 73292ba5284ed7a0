package com.maily.console.platforms.prometheus;

import com.maily.console.core.model.Component;
import com.maily.console.core.model.Inspection;
import com.maily.console.core.port.Finding;
import com.maily.console.core.port.Finding.Result;
import com.maily.console.core.port.Inspector;
import java.util.List;

/** Reads whether Prometheus answers. Whether its samples arrive is asked of every metric source by the engine itself. */
public record PrometheusInspector(PrometheusSource source) implements Inspector {

    @Override
    public List<Finding> inspect(Inspection inspection, List<Component> components) {
        return switch (inspection) {
            case CONNECTIONS -> List.of(new Finding("prometheus", Result.GOOD, "Answers as version " + source.buildInfo() + "."));
            case METRICS_ARRIVE, INFRASTRUCTURE, DEPENDENCIES, LIMITS_AND_PROBES, NETWORK_POLICIES, TRACING -> List.of();
        };
    }
}
