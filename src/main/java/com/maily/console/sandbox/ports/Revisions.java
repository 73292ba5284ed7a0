package com.maily.console.sandbox.ports;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.maily.console.sandbox.cluster.Kinds;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The ReplicaSets of one Deployment, which are its history. */
record Revisions(ObjectNode deployment, List<ObjectNode> sets) {

    static final String NUMBER = "deployment.kubernetes.io/revision";
    /** Annotations that stay the Deployment's own when it goes back. */
    private static final List<String> KEPT = List.of("kubectl.kubernetes.io/last-applied-configuration", NUMBER,
            "deployment.kubernetes.io/revision-history", "deployment.kubernetes.io/desired-replicas",
                    "deployment.kubernetes.io/max-replicas");

    static Revisions of(Place place, ObjectNode deployment) {
        return new Revisions(deployment, place.list(Kinds.REPLICA_SETS).stream()
                .filter(set -> Read.items(Read.at(set, "metadata", "ownerReferences"))
                        .anyMatch(owner -> Read.text(owner, "uid").equals(Read.uid(deployment))))
                .sorted(Comparator.comparingLong(Revisions::number).reversed()).toList());
    }

    Optional<ObjectNode> current() {
        JsonNode wanted = Read.withoutHash(Read.at(deployment, "spec", "template"));
        return sets.stream().filter(set -> Read.withoutHash(Read.at(set, "spec", "template")).equals(wanted)).findFirst();
    }

    Optional<ObjectNode> withUid(String uid) {
        return sets.stream().filter(set -> Read.uid(set).equals(uid)).findFirst();
    }

    static long number(JsonNode set) {
        return Long.parseLong("0" + Read.annotation(set, NUMBER));
    }

    /** The JSON patch that makes the Deployment what it was under {@code target}. */
    ArrayNode backTo(ObjectNode target) {
        ObjectNode annotations = Read.object();
        copyAnnotations(deployment, annotations, true);
        copyAnnotations(target, annotations, false);
        ArrayNode patch = Read.array();
        patch.addObject().put("op", "replace").put("path", "/spec/template")
                .set("value", Read.withoutHash(Read.at(target, "spec", "template")));
        patch.addObject().put("op", "replace").put("path", "/metadata/annotations").set("value", annotations);
        return patch;
    }

    private static void copyAnnotations(JsonNode from, ObjectNode to, boolean kept) {
        Read.strings(Read.at(from, "metadata", "annotations")).forEach((key, value) -> {
            if (KEPT.contains(key) == kept) {
                to.put(key, value);
            }
        });
    }
}
