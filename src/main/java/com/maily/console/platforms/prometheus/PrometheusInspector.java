package com.maily.console.platforms.prometheus;

import com.maily.console.core.model.Component;
import com.maily.console.core.model.Inspection;
import com.maily.console.core.model.Objective;
import com.maily.console.core.port.Finding;
import com.maily.console.core.port.Finding.Result;
import com.maily.console.core.port.Inspector;
import java.time.InstantSource;
import java.util.List;

/**
 * Reads whether Prometheus answers and whether the samples the objectives stand on arrive.
 *
 * @param objectives those whose source is this Prometheus
 */
public record PrometheusInspector(PrometheusSource source, List<Objective> objectives, InstantSource time) implements Inspector {

    public PrometheusInspector {
        objectives = List.copyOf(objectives);
    }

    @Override
    public List<Finding> inspect(Inspection inspection, List<Component> components) {
        return switch (inspection) {
            case CONNECTIONS -> List.of(new Finding("prometheus", Result.GOOD, "Answers as version " + source.buildInfo() + "."));
            case METRICS_ARRIVE -> objectives.stream().filter(objective -> concerns(objective, components)).map(this::arrives).toList();
            case INFRASTRUCTURE, DEPENDENCIES, LIMITS_AND_PROBES, NETWORK_POLICIES, TRACING -> List.of();
        };
    }

    private static boolean concerns(Objective objective, List<Component> components) {
        return components.stream().anyMatch(component -> component.name().equals(objective.component()));
    }

    /** A window of a minute is empty unless there were samples in that minute. */
    private Finding arrives(Objective objective) {
        String query = objective.query().replace("${component}", objective.component()).replace("${tracks}", "stable|canary")
                .replace("${track}", "stable").replace("${window}", "1m");
        double value = source.instant(query, time.instant()).single();
        return Double.isNaN(value)
                ? new Finding(objective.component(), Result.BAD, objective.title() + ": no samples within the last minute.")
                : new Finding(objective.component(), Result.GOOD, objective.title() + ": " + Math.round(value * 100) / 100.0 + " " + objective.unit() + ".");
    }
}
