package com.maily.console.desktop.canary;

import com.maily.console.core.model.Artifact;
import com.maily.console.core.model.ClockSetting;
import com.maily.console.core.model.Component;
import com.maily.console.core.model.Criticality;
import com.maily.console.core.model.Environment;
import com.maily.console.core.model.Objective;
import com.maily.console.core.model.Phase;
import com.maily.console.core.model.Plan;
import com.maily.console.core.model.Release;
import com.maily.console.core.model.Routing;
import com.maily.console.core.model.Stage;
import com.maily.console.core.model.Step;
import com.maily.console.core.model.Weight;
import com.maily.console.core.model.Workspace;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A small workspace with one component that can split its traffic and one that can't. */
final class CanaryWorld {

    static final Instant START = Instant.parse("2025-11-20T03:00:00Z");
    static final List<Weight> LADDER = Stream.of(5, 10, 25, 50, 100).map(Weight::ofPercent).toList();
    static final Release NEW = new Release("v2.1.0", Map.of(), "", "", "");
    static final Workspace WORKSPACE = new Workspace("maily", List.of(
            new Component("api", Criticality.CRITICAL, "kubernetes", "deployment/maily-api",
                    new Routing(Routing.GATEWAY_API, "maily-api"), List.of(), LADDER),
            new Component("blockchain", Criticality.CRITICAL, "kubernetes", "deployment/blockchain-service", Routing.PLAIN,
            List.of(),
                    List.of())),
            List.of(new Environment("production", true, Map.of())),
            List.of(new Objective("error-rate", "Error rate", "api", "prometheus", "errors{track=\"${track}\"}",
                    "requests{track=\"${track}\"}", "%", Objective.Bound.AT_MOST, 0.01, true)),
            Map.of(), Map.of(), List.of(NEW), ClockSetting.WALL);

    static final Plan PLAN = new Plan(Plan.Intent.FORWARD, "production", "v2.1.0", "v2.0.4", List.of(new Phase(3, "Full", "",
            List.of(new Step.Canary(new Step.Base("3.1", "Canary api", Stage.KUBERNETES, "production", List.of(),
                    Duration.ofMinutes(30), Duration.ofHours(2)), "api", new Artifact.Image("v2.1.0", "ghcr.io/maily/api:v2.1.0"),
                    LADDER, Duration.ofMinutes(5), false)))));

    private CanaryWorld() { }
}
