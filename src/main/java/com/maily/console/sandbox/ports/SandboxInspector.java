package com.maily.console.sandbox.ports;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.maily.console.core.model.Component;
import com.maily.console.core.model.FailureException;
import com.maily.console.core.model.Inspection;
import com.maily.console.core.port.Finding;
import com.maily.console.core.port.Finding.Result;
import com.maily.console.core.port.Inspector;
import com.maily.console.core.port.Workload.Rollout;
import com.maily.console.sandbox.SandboxClock;
import com.maily.console.sandbox.cluster.Cluster;
import com.maily.console.sandbox.cluster.Kinds;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads how the workloads of the sandbox's cluster are set up. */
public final class SandboxInspector implements Inspector {

    private static final String PLATFORM = "kubernetes";

    private final Place place;

    public SandboxInspector(Cluster cluster, SandboxClock clock, String namespace) {
        this.place = new Place(cluster, clock, namespace);
    }

    @Override
    public List<Finding> inspect(Inspection inspection, List<Component> components) {
        List<Component> ours = components.stream().filter(component -> component.platform().equals(PLATFORM)).toList();
        Set<String> needed = components.stream().flatMap(component -> component.needs().stream()).collect(Collectors.toSet());
        return switch (inspection) {
            case CONNECTIONS -> List.of(connection());
            case INFRASTRUCTURE -> each(ours, SandboxInspector::available);
            case DEPENDENCIES -> each(ours.stream().filter(component -> needed.contains(component.name())).toList(),
                    SandboxInspector::available);
            case LIMITS_AND_PROBES -> each(ours, SandboxInspector::limitsAndProbes);
            case NETWORK_POLICIES -> each(ours, this::networkPolicies);
            case TRACING -> each(ours, SandboxInspector::tracing);
            case METRICS_ARRIVE -> List.of();
        };
    }

    private Finding connection() {
        boolean there = place.cluster().list(Kinds.NAMESPACES, "", "").stream()
                .anyMatch(each -> Read.name(each).equals(place.namespace()));
        return there ? new Finding(PLATFORM, Result.GOOD, "sandbox, namespace " + place.namespace()
                + "; our account may do all that is needed.")
                : new Finding(PLATFORM, Result.BAD, "There is no namespace " + place.namespace() + ".");
    }

    private List<Finding> each(List<Component> components, BiFunction<String, ObjectNode, Finding> check) {
        return components.stream().map(component -> {
            try {
                return check.apply(component.name(), place.deployment(component.targetName()));
            } catch (FailureException failed) {
                return new Finding(component.name(), Result.BAD, failed.failure().why());
            }
        }).toList();
    }

    private static Finding available(String subject, JsonNode deployment) {
        int available = Read.number(deployment, "status", "availableReplicas");
        int wanted = Read.replicas(deployment);
        return switch (RolloutState.of(deployment)) {
            case Rollout.Broken broken -> new Finding(subject, Result.BAD, broken.message());
            case Rollout.Waiting waiting -> new Finding(subject, Result.BAD, waiting.message());
            case Rollout.Done _ -> new Finding(subject, wanted > 0 && available >= wanted ? Result.GOOD : Result.BAD,
                    available + " of " + wanted + " pods available.");
        };
    }

    private static Finding limitsAndProbes(String subject, JsonNode deployment) {
        List<String> lacks = containers(deployment).flatMap(container -> Stream.of("cpu", "memory")
                .filter(resource -> !Read.at(container, "resources", "limits").has(resource))
                        .map(resource -> resource + " limit")).toList();
        boolean probed = containers(deployment).allMatch(container -> container.has("readinessProbe"));
        return lacks.isEmpty() && probed ? new Finding(subject, Result.GOOD,
                "Limits for CPU and memory and a readiness probe on every container.")
                : new Finding(subject, Result.BAD, "Lacks " + String.join(", ", Stream.concat(lacks.stream(),
                        probed ? Stream.of() : Stream.of("readiness probe")).toList()) + ".");
    }

    private Finding networkPolicies(String subject, JsonNode deployment) {
        Map<String, String> labels = Read.labels(Read.at(deployment, "spec", "template"));
        List<String> names = place.list(Kinds.NETWORK_POLICIES).stream()
                .filter(policy -> labels.entrySet()
                        .containsAll(Read.strings(Read.at(policy, "spec", "podSelector", "matchLabels")).entrySet()))
                .map(Read::name).toList();
        return names.isEmpty() ? new Finding(subject, Result.BAD, "No network policy selects it.")
                : new Finding(subject, Result.GOOD, "Selected by " + String.join(", ", names) + ".");
    }

    private static Finding tracing(String subject, JsonNode deployment) {
        return containers(deployment).flatMap(container -> Read.items(container.path("env")))
                .filter(variable -> Read.text(variable, "name").startsWith("OTEL_EXPORTER_OTLP")).findFirst()
                .map(variable -> new Finding(subject, Result.GOOD, "Exports traces to " + Read.text(variable, "value") + "."))
                .orElseGet(() -> new Finding(subject, Result.BAD, "No container names an OTLP endpoint."));
    }

    private static Stream<JsonNode> containers(JsonNode deployment) {
        return Read.items(Read.at(deployment, "spec", "template", "spec", "containers"));
    }
}
