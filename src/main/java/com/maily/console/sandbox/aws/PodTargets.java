package com.maily.console.sandbox.aws;

import com.fasterxml.jackson.databind.JsonNode;
import com.maily.console.sandbox.aws.ElbWorld.Target;
import com.maily.console.sandbox.cluster.Cluster;
import com.maily.console.sandbox.cluster.Kinds;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/**
 * The pods of one namespace as targets, as a TargetGroupBinding registers them: those that the Service of the group's name
 * selects.
 */
public record PodTargets(Cluster cluster, String namespace) implements Function<String, Optional<List<Target>>> {

    @Override
    public Optional<List<Target>> apply(String group) {
        return cluster.list(Kinds.SERVICES, namespace, "").stream().filter(service -> service.at("/metadata/name").asText()
                .equals(group))
                .findFirst().map(this::behind);
    }

    private List<Target> behind(JsonNode service) {
        String selector = service.at("/spec/selector").properties().stream().map(label -> label.getKey() + "=" + label.getValue()
                .asText())
                .collect(Collectors.joining(","));
        int port = service.at("/spec/ports/0/targetPort").asInt(80);
        return cluster.list(Kinds.PODS, namespace, selector).stream().filter(pod -> !pod.path("metadata")
                .has("deletionTimestamp"))
                .map(pod -> new Target(pod.at("/status/podIP").asText("10.0.0.1"), port, ready(pod))).toList();
    }

    private static boolean ready(JsonNode pod) {
        return StreamSupport.stream(pod.at("/status/conditions").spliterator(), false)
                .anyMatch(each -> each.path("type").asText().equals("Ready") && each.path("status").asText().equals("True"));
    }
}
