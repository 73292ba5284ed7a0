package com.maily.console.sandbox.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The machines pods are spread over, two in each of three zones. */
final class Nodes {

    static final String ZONE = "topology.kubernetes.io/zone";
    static final String REGION = "topology.kubernetes.io/region";
    private static final List<String> ZONES = List.of("eu-west-1a", "eu-west-1b", "us-east-1a");
    private static final int PER_ZONE = 2;

    private Nodes() { }

    static void create(Writer writer) {
        for (int number = 1; number <= PER_ZONE; number++) {
            for (String zone : ZONES) {
                ObjectNode node = Cluster.named("node-" + zone + "-" + number);
                Json.child(node, "metadata", "labels").put(ZONE, zone).put(REGION, zone.substring(0, zone.length() - 1))
                        .put("kubernetes.io/hostname", Meta.name(node));
                Json.child(node, "spec");
                writer.create(Kinds.NODES, "", node, Write.CONTROLLER);
                writer.changeStatus(Kinds.NODES, Meta.key(node), made -> Json.child(made, "status").putArray("conditions")
                        .addObject().put("type", "Ready").put("status", "True").put("reason", "KubeletReady"));
            }
        }
    }

    /** The node for a pod: the zone, then the machine, that runs the fewest of its siblings. */
    static JsonNode choose(ObjectStore store, ObjectNode pod) {
        Map<String, Long> siblings = counted(store.all(Kinds.PODS, Meta.namespace(pod)).stream()
                .filter(other -> !Meta.deleting(other) && Meta.owner(other).equals(Meta.owner(pod))).map(Nodes::zone));
        Map<String, Long> pods = counted(store.all(Kinds.PODS, "").stream().map(other -> Json.text(other, "spec", "nodeName")));
        String pinned = pinned(pod);
        return store.all(Kinds.NODES, "").stream().filter(node -> pinned.isEmpty() || Meta.name(node).equals(pinned))
                .min(Comparator.<ObjectNode>comparingLong(node -> siblings.getOrDefault(zone(node), 0L))
                        .thenComparingLong(node -> pods.getOrDefault(Meta.name(node), 0L)))
                .orElseThrow();
    }

    private static String zone(ObjectNode object) {
        return Json.text(object, "metadata", "labels", ZONE);
    }

    /** Ties a pod to one machine, as the DaemonSet controller does. */
    static void pin(ObjectNode pod, String node) {
        Json.child(pod, "spec", "affinity", "nodeAffinity", "requiredDuringSchedulingIgnoredDuringExecution")
                .putArray("nodeSelectorTerms").addObject().putArray("matchFields").addObject().put("key", "metadata.name")
                .put("operator", "In").putArray("values").add(node);
    }

    /** The machine a pod is tied to, empty for none. */
    static String pinned(JsonNode pod) {
        return Json.text(Json.at(pod, "spec", "affinity", "nodeAffinity", "requiredDuringSchedulingIgnoredDuringExecution",
                "nodeSelectorTerms").path(0).path("matchFields").path(0).path("values").path(0));
    }

    private static Map<String, Long> counted(Stream<String> names) {
        return names.collect(Collectors.groupingBy(name -> name, Collectors.counting()));
    }
}
