package com.maily.console.core.engine;

import com.maily.console.core.model.Artifact;
import com.maily.console.core.model.ClockSetting;
import com.maily.console.core.model.Component;
import com.maily.console.core.model.Criticality;
import com.maily.console.core.model.Environment;
import com.maily.console.core.model.Guard;
import com.maily.console.core.model.Objective;
import com.maily.console.core.model.Release;
import com.maily.console.core.model.Routing;
import com.maily.console.core.model.Weight;
import com.maily.console.core.model.Workspace;
import com.maily.console.core.model.Workspace.JobTemplate;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/** A small Maily for tests. */
final class Maily {

    static final Set<String> RELEASED = Set.of("analytics", "email", "api", "ai-service", "frontend");

    private Maily() { }

    static Release release(String version, String schema, String minSchema) {
        Map<String, Artifact> artifacts = new TreeMap<>();
        RELEASED.forEach(name -> artifacts.put(name, new Artifact.Image(version, "ghcr.io/maily/" + name + ":" + version)));
        return new Release(version, artifacts, schema, minSchema, "");
    }

    static final Release OLD = release("v2.0.4", "41", "40");
    static final Release NEW = release("v2.1.0", "42", "41");

    static Component component(String name, Criticality criticality, Routing routing, List<String> needs, int... ladder) {
        return new Component(name, criticality, "kubernetes", "deployment/" + name, routing, needs,
                Arrays.stream(ladder).mapToObj(Weight::ofPercent).toList());
    }

    static Workspace workspace() {
        return workspace(Optional.empty());
    }

    /** Production allows a canary only so many percent points at once. */
    static Workspace allowing(int points) {
        return workspace(Optional.of(Weight.ofPercent(points)));
    }

    private static Workspace workspace(Optional<Weight> largestStep) {
        Routing gateway = new Routing(Routing.GATEWAY_API, "route");
        List<Component> components = List.of(
                component("redis", Criticality.CRITICAL, Routing.PLAIN, List.of()),
                component("analytics", Criticality.NON_CRITICAL, Routing.PLAIN, List.of("redis")),
                component("email", Criticality.NON_CRITICAL, new Routing(Routing.REPLICA_RATIO, ""), List.of(), 20, 50, 100),
                component("ai-service", Criticality.CRITICAL, gateway, List.of("api"), 10, 50, 100),
                component("api", Criticality.CRITICAL, gateway, List.of("redis"), 5, 10, 25, 50, 100),
                component("frontend", Criticality.CRITICAL, Routing.PLAIN, List.of("api")));
        Map<String, Map<String, String>> connections = Map.of("kubernetes", Map.of());
        return new Workspace("Maily", components,
                List.of(new Environment("staging", false, connections),
                new Environment("production", true, connections).with(new Guard(false, false, largestStep))),
                Stream.of("api", "ai-service").map(Maily::errorRate).toList(),
                Map.of("unit-tests", job(), "db-backup", job(), "db-migrate", job(), "smoke-tests", job(), "image-build", job()),
                Map.of("canary.bake", Duration.ofMinutes(10), "verification", Duration.ofMinutes(2)),
                List.of(NEW, OLD, release("v2.0.3", "40", "40")), ClockSetting.WALL);
    }

    static Objective errorRate(String component) {
        return new Objective("error-rate", "Error rate", component, "prometheus", "errors ${component} ${track} ${window}",
                "samples ${component} ${track} ${window}", "%", Objective.Bound.AT_MOST, 0.1, true);
    }

    private static JobTemplate job() {
        return new JobTemplate("ghcr.io/maily/ci:v1", List.of("run", "${version}"));
    }
}
