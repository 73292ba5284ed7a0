package com.maily.console.sandbox.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Comparator;
import java.util.List;

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
        List<ObjectNode> siblings = store.all(Kinds.PODS, Meta.namespace(pod)).stream()
                .filter(other -> !Meta.deleting(other) && Meta.owner(other).equals(Meta.owner(pod))).toList();
        List<ObjectNode> all = List.copyOf(store.all(Kinds.PODS, ""));
        return store.all(Kinds.NODES, "").stream()
                .min(Comparator.<ObjectNode>comparingLong(node -> siblings.stream()
                                .filter(other -> Meta.labels(other).getOrDefault(ZONE, "").equals(Meta.labels(node).get(ZONE)))
                                .count())
                        .thenComparingLong(node -> all.stream().filter(other -> on(other, node)).count()))
                .orElseThrow();
    }

    private static boolean on(ObjectNode pod, ObjectNode node) {
        return Json.text(pod, "spec", "nodeName").equals(Meta.name(node));
    }
}
