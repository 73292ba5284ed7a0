package com.maily.console.platforms.vercel;

import com.maily.console.core.model.Component;
import com.maily.console.core.model.Inspection;
import com.maily.console.core.port.Deployer;
import com.maily.console.core.port.Finding;
import com.maily.console.core.port.Finding.Result;
import com.maily.console.core.port.Inspector;
import com.maily.console.core.port.Track;
import com.maily.console.core.port.Workload;
import java.util.List;

/** Reads whether Vercel lets us in and whether its components are in production. */
public record VercelInspector(VercelClient client, Deployer deployer) implements Inspector {

    @Override
    public List<Finding> inspect(Inspection inspection, List<Component> components) {
        return switch (inspection) {
            case CONNECTIONS -> List.of(new Finding("vercel", Result.GOOD, "answers to " + client.user()));
            case INFRASTRUCTURE -> components.stream().filter(component -> component.platform().equals("vercel"))
                    .map(this::production).toList();
            case DEPENDENCIES, LIMITS_AND_PROBES, NETWORK_POLICIES, METRICS_ARRIVE, TRACING -> List.of();
        };
    }

    private Finding production(Component component) {
        Workload stable = deployer.observe(component, Track.STABLE);
        String version = stable.artifact().map(artifact -> artifact.version() + ": ").orElse("");
        return switch (stable.rollout()) {
            case Workload.Rollout.Done done -> new Finding(component.name(), stable.ready() > 0 ? Result.GOOD : Result.BAD,
                    version + done.message());
            case Workload.Rollout.Waiting waiting -> new Finding(component.name(), Result.BAD, version + waiting.message());
            case Workload.Rollout.Broken broken -> new Finding(component.name(), Result.BAD, version + broken.message());
        };
    }
}
