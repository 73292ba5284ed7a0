package com.maily.console.platforms.kubernetes;

import com.maily.console.core.port.Finding;
import com.maily.console.core.port.Finding.Result;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.LabelSelector;
import io.fabric8.kubernetes.api.model.LabelSelectorRequirement;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What a pod template says about limits, probes, policies and traces. Pure. */
final class TemplateChecks {

    private TemplateChecks() { }

    static Finding limitsAndProbes(String subject, PodTemplateSpec template) {
        List<String> lacks = template.getSpec().getContainers().stream().flatMap(TemplateChecks::lacks).toList();
        return lacks.isEmpty() ? new Finding(subject, Result.GOOD,
                "Limits for CPU and memory and a readiness probe on every container.")
                : new Finding(subject, Result.BAD, String.join("; ", lacks) + ".");
    }

    static Finding tracing(String subject, PodTemplateSpec template) {
        List<Container> containers = template.getSpec().getContainers();
        Optional<String> endpoint = containers.stream().flatMap(container -> container.getEnv().stream())
                .filter(variable -> variable.getName().startsWith("OTEL_EXPORTER_OTLP") && variable.getName()
                        .endsWith("ENDPOINT"))
                .map(variable -> variable.getValue() == null ? "an endpoint from a reference" : variable.getValue()).findFirst();
        if (endpoint.isPresent()) {
            return new Finding(subject, Result.GOOD, "Exports traces to " + endpoint.get() + ".");
        }
        boolean hidden = containers.stream().anyMatch(container -> !container.getEnvFrom().isEmpty());
        return hidden ? new Finding(subject, Result.UNKNOWN, "Its variables come from a ConfigMap or Secret that is not read.")
                : new Finding(subject, Result.BAD, "No container names an OTLP endpoint.");
    }

    static Finding networkPolicy(String subject, PodTemplateSpec template, List<NetworkPolicy> policies) {
        Map<String, String> labels = Optional.ofNullable(template.getMetadata().getLabels()).orElse(Map.of());
        List<String> names = policies.stream().filter(policy -> selects(policy.getSpec().getPodSelector(), labels))
                .map(policy -> policy.getMetadata().getName()).toList();
        return names.isEmpty() ? new Finding(subject, Result.BAD, "No network policy selects it.")
                : new Finding(subject, Result.GOOD, "Selected by " + String.join(", ", names) + ".");
    }

    private static Stream<String> lacks(Container container) {
        Map<String, ?> limits = container.getResources() == null || container.getResources().getLimits() == null ? Map.of()
                : container.getResources().getLimits();
        Stream<String> missing = Stream.of("cpu", "memory").filter(resource -> !limits.containsKey(resource))
                .map(resource -> container.getName() + " has no " + resource + " limit");
        return container.getReadinessProbe() != null ? missing
                : Stream.concat(missing, Stream.of(container.getName() + " has no readiness probe"));
    }

    /** An empty selector selects every pod. */
    static boolean selects(LabelSelector selector, Map<String, String> labels) {
        Map<String, String> wanted = Optional.ofNullable(selector.getMatchLabels()).orElse(Map.of());
        return labels.entrySet().containsAll(wanted.entrySet())
                && selector.getMatchExpressions().stream().allMatch(expression -> matches(expression, labels));
    }

    private static boolean matches(LabelSelectorRequirement expression, Map<String, String> labels) {
        String value = labels.get(expression.getKey());
        return switch (expression.getOperator()) {
            case "In" -> value != null && expression.getValues().contains(value);
            case "NotIn" -> value == null || !expression.getValues().contains(value);
            case "Exists" -> value != null;
            case "DoesNotExist" -> value == null;
            default -> false;
        };
    }
}
