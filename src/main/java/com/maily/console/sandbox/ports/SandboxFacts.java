package com.maily.console.sandbox.ports;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.maily.console.core.model.Component;
import com.maily.console.core.port.Facts;
import com.maily.console.core.port.WorkloadFacts;
import com.maily.console.core.port.WorkloadFacts.Amount;
import com.maily.console.core.port.WorkloadFacts.Autoscaler;
import com.maily.console.core.port.WorkloadFacts.Claim;
import com.maily.console.core.port.WorkloadFacts.ContainerFacts;
import com.maily.console.core.port.WorkloadFacts.Quota;
import com.maily.console.sandbox.SandboxClock;
import com.maily.console.sandbox.cluster.Cluster;
import com.maily.console.sandbox.cluster.Kinds;
import com.maily.console.sandbox.cluster.Quantity;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** How the Deployments of the sandbox's cluster are set up. */
public final class SandboxFacts implements Facts {

    private final Place place;

    public SandboxFacts(Cluster cluster, SandboxClock clock, String namespace) {
        this.place = new Place(cluster, clock, namespace);
    }

    @Override
    public WorkloadFacts of(Component component) {
        ObjectNode deployment = place.deployment(component.targetName());
        JsonNode template = Read.at(deployment, "spec", "template");
        int replicas = Read.replicas(deployment);
        Map<String, String> labels = Read.labels(template);
        List<String> policies = place.list(Kinds.NETWORK_POLICIES).stream().filter(policy -> labels.entrySet()
                .containsAll(Read.strings(Read.at(policy, "spec", "podSelector", "matchLabels")).entrySet()))
                .map(Read::name).toList();
        List<ContainerFacts> containers = Read.items(Read.at(template, "spec", "containers"))
                .map(SandboxFacts::container).toList();
        return new WorkloadFacts(replicas, surge(deployment, replicas), autoscaler(component), quotas(), policies,
                claims(template),
                containers, List.of());
    }

    /** The default of apps/v1 is a quarter, rounded up. */
    private static int surge(JsonNode deployment, int replicas) {
        String text = Read.text(deployment, "spec", "strategy", "rollingUpdate", "maxSurge");
        String share = text.isEmpty() ? "25%" : text;
        return share.endsWith("%") ? (int) Math.ceil(replicas * Double.parseDouble(share.substring(0, share.length() - 1)) / 100)
                : Integer.parseInt(share);
    }

    private Optional<Autoscaler> autoscaler(Component component) {
        return place.list(Kinds.AUTOSCALERS).stream()
                .filter(scaler -> Read.text(scaler, "spec", "scaleTargetRef", "name").equals(component.targetName())).findFirst()
                .map(scaler -> new Autoscaler(Read.name(scaler), Read.number(scaler, "spec", "minReplicas"),
                        Read.number(scaler, "spec", "maxReplicas"), Read.number(scaler, "status", "currentReplicas"),
                        Read.number(scaler, "status", "desiredReplicas"), metrics(scaler)));
    }

    private static String metrics(JsonNode scaler) {
        return String.join(", ", Read.items(Read.at(scaler, "spec", "metrics"))
                .map(metric -> Read.text(metric, "resource", "name")
                + " unknown of " + Read.text(metric, "resource", "target", "averageUtilization") + " %").toList());
    }

    private List<Quota> quotas() {
        return place.list(Kinds.RESOURCE_QUOTAS).stream().flatMap(quota -> {
            Map<String, String> used = Read.strings(Read.at(quota, "status", "used"));
            return Read.strings(Read.at(quota, "spec", "hard")).entrySet().stream()
                    .map(hard -> new Quota(Read.name(quota), hard.getKey(),
                    amount(used.getOrDefault(hard.getKey(), "0")), amount(hard.getValue())));
        }).toList();
    }

    private List<Claim> claims(JsonNode template) {
        List<String> named = Read.items(Read.at(template, "spec", "volumes"))
                .map(volume -> Read.text(volume, "persistentVolumeClaim", "claimName")).filter(name -> !name.isEmpty()).toList();
        return named.stream().flatMap(name -> place.find(Kinds.VOLUME_CLAIMS, name).stream())
                .map(claim -> new Claim(Read.name(claim),
                Read.text(claim, "status", "phase"), Read.text(claim, "status", "capacity", "storage"),
                Read.text(claim, "spec", "storageClassName"))).toList();
    }

    private static ContainerFacts container(JsonNode container) {
        Map<String, String> probes = new TreeMap<>();
        Stream.of("readiness", "liveness", "startup").filter(kind -> container.has(kind + "Probe")).forEach(kind -> {
            JsonNode probe = container.path(kind + "Probe");
            String how = probe.has("httpGet") ? "GET " + Read.text(probe, "httpGet", "path") + " on "
                    + Read.text(probe, "httpGet", "port")
                    : "TCP on " + Read.text(probe, "tcpSocket", "port");
            probes.put(kind, how + " every " + Math.max(1, probe.path("periodSeconds").asInt(10)) + " s");
        });
        return new ContainerFacts(Read.text(container, "name"), amounts(Read.at(container, "resources", "requests")),
                amounts(Read.at(container, "resources", "limits")), probes);
    }

    private static Map<String, Amount> amounts(JsonNode resources) {
        Map<String, Amount> amounts = new TreeMap<>();
        Read.strings(resources).forEach((resource, text) -> amounts.put(resource, amount(text)));
        return amounts;
    }

    private static Amount amount(String text) {
        return new Amount(text, Quantity.value(text));
    }
}
