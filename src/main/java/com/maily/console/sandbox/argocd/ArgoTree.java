package com.maily.console.sandbox.argocd;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.maily.console.sandbox.cluster.Cluster;
import com.maily.console.sandbox.cluster.Kinds;
import java.util.List;
import java.util.stream.Stream;

/** What the cluster made of an application's Deployment, by owner references. */
final class ArgoTree {

    private ArgoTree() { }

    static ObjectNode node(JsonNode object, String group, String kind) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        if (!group.isEmpty()) {
            node.put("group", group);
        }
        node.put("version", "v1").put("kind", kind).put("namespace", object.at("/metadata/namespace").asText())
                .put("name", object.at("/metadata/name").asText()).put("uid", object.at("/metadata/uid").asText());
        object.at("/metadata/ownerReferences").forEach(owner -> node.withArray("/parentRefs").addObject()
                .put("kind", owner.path("kind").asText()).put("name", owner.path("name").asText()).put("uid",
                owner.path("uid").asText()));
        return node;
    }

    static List<ObjectNode> below(JsonNode deployment, Workload workload, Cluster cluster) {
        List<ObjectNode> sets = owned(cluster.list(Kinds.REPLICA_SETS, workload.namespace(), ""), deployment);
        Stream<ObjectNode> pods = sets.stream()
                .flatMap(set -> owned(cluster.list(Kinds.PODS, workload.namespace(), ""), set).stream());
        return Stream.concat(sets.stream().map(set -> node(set, "apps", "ReplicaSet")), pods.map(pod -> node(pod, "", "Pod")))
                .toList();
    }

    private static List<ObjectNode> owned(List<ObjectNode> objects, JsonNode owner) {
        String uid = owner.at("/metadata/uid").asText();
        return objects.stream().filter(object -> object.at("/metadata/ownerReferences/0/uid").asText().equals(uid)).toList();
    }
}
