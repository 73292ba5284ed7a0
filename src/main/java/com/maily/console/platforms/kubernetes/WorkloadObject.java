package com.maily.console.platforms.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import com.maily.console.core.port.WorkloadFacts.Amount;
import com.maily.console.core.port.WorkloadFacts.ContainerFacts;
import io.fabric8.kubernetes.api.model.autoscaling.v2.CrossVersionObjectReference;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** A workload of any kind, read as all kinds have it: replicas, strategy and pod template. Pure. */
record WorkloadObject(String kind, String name, JsonNode object) {

    private static final List<String> PROBES = List.of("readiness", "liveness", "startup");

    int replicas() {
        return kind.equals("DaemonSet") ? object.at("/status/desiredNumberScheduled").asInt()
                : object.at("/spec/replicas").asInt(1);
    }

    /** Pods of a new version beside the old ones; the defaults are those of apps/v1 and Argo Rollouts (25 %, rounded up). */
    int surge() {
        return switch (kind) {
            case "Deployment" -> object.at("/spec/strategy/type").asText("RollingUpdate").equals("Recreate") ? 0
                    : share(object.at("/spec/strategy/rollingUpdate/maxSurge"), "25%");
            case "Rollout" -> object.at("/spec/strategy/blueGreen").isObject() ? replicas()
                    : share(object.at("/spec/strategy/canary/maxSurge"), "25%");
            case "DaemonSet" -> share(object.at("/spec/updateStrategy/rollingUpdate/maxSurge"), "0");
            default -> 0;
        };
    }

    private int share(JsonNode value, String usual) {
        String text = value.isMissingNode() ? usual : value.asText(usual);
        return text.endsWith("%") ? (int) Math.ceil(replicas() * Double.parseDouble(text.substring(0, text.length() - 1)) / 100)
                : Integer.parseInt(text);
    }

    boolean isScaledBy(CrossVersionObjectReference target) {
        return kind.equals(target.getKind()) && name.equals(target.getName());
    }

    Map<String, String> podLabels() {
        Map<String, String> labels = new TreeMap<>();
        object.at("/spec/template/metadata/labels").properties()
                .forEach(label -> labels.put(label.getKey(), label.getValue().asText()));
        return labels;
    }

    /** Whether its pods keep data on that claim: named in the template, or made from one of its claim templates. */
    boolean claims(String claim) {
        boolean named = each("/spec/template/spec/volumes").anyMatch(volume ->
                volume.at("/persistentVolumeClaim/claimName").asText().equals(claim));
        return named || each("/spec/volumeClaimTemplates").anyMatch(template ->
                claim.matches(Pattern.quote(template.at("/metadata/name").asText() + "-" + name + "-") + "\\d+"));
    }

    List<ContainerFacts> containers() {
        return each("/spec/template/spec/containers").map(container -> new ContainerFacts(container.path("name").asText(),
                amounts(container.at("/resources/requests")), amounts(container.at("/resources/limits")), probes(container)))
                .toList();
    }

    private static Map<String, Amount> amounts(JsonNode resources) {
        Map<String, Amount> amounts = new TreeMap<>();
        resources.properties().forEach(entry -> amounts.put(entry.getKey(), Quantities.amount(entry.getValue().asText())));
        return amounts;
    }

    private static Map<String, String> probes(JsonNode container) {
        Map<String, String> probes = new TreeMap<>();
        PROBES.stream().filter(kind -> container.path(kind + "Probe").isObject())
                .forEach(kind -> probes.put(kind, told(container.path(kind + "Probe"))));
        return probes;
    }

    private static String told(JsonNode probe) {
        String how = probe.has("httpGet") ? "GET " + probe.at("/httpGet/path").asText("/") + " on "
                + probe.at("/httpGet/port").asText()
                : probe.has("tcpSocket") ? "TCP on " + probe.at("/tcpSocket/port").asText()
                : probe.has("grpc") ? "gRPC on " + probe.at("/grpc/port").asText() : "a command";
        return how + " every " + probe.path("periodSeconds").asInt(10) + " s";
    }

    private Stream<JsonNode> each(String path) {
        return StreamSupport.stream(object.at(path).spliterator(), false);
    }
}
