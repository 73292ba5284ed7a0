package com.maily.console.sandbox.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** The fields a kind's spec may have, for the kinds people write by hand; others are dropped, warned of or refused, as asked. */
final class KnownFields {

    private static final Set<String> TOP = Set.of("apiVersion", "kind", "metadata", "spec", "status");
    private static final Map<String, Set<String>> SPEC = Map.of(
            "Deployment", Set.of("replicas", "selector", "template", "strategy", "minReadySeconds", "revisionHistoryLimit",
                    "paused",
                    "progressDeadlineSeconds"),
            "ReplicaSet", Set.of("replicas", "selector", "template", "minReadySeconds"),
            "HTTPRoute", Set.of("parentRefs", "hostnames", "rules", "useDefaultGateways"),
            "Lease", Set.of("holderIdentity", "leaseDurationSeconds", "acquireTime", "renewTime", "leaseTransitions", "strategy",
                    "preferredHolder"));

    private KnownFields() { }

    /** The unknown fields of an object or merge patch, as paths: {@code spec.replicaz}. */
    static List<String> unknown(Kind kind, JsonNode object) {
        Set<String> known = SPEC.get(kind.name());
        if (known == null) {
            return List.of();
        }
        Stream<String> top = names(object).filter(name -> !TOP.contains(name));
        return Stream.concat(top, names(object.path("spec")).filter(name -> !known.contains(name)).map(name -> "spec." + name))
                .toList();
    }

    /** The same for the paths a JSON patch sets. */
    static List<String> unknownPaths(Kind kind, JsonNode patch) {
        ObjectNode touched = Json.object();
        patch.forEach(operation -> {
            String[] path = Json.text(operation, "path").split("/");
            if (path.length > 2 && path[1].equals("spec")) {
                Json.child(touched, "spec").put(path[2], true);
            }
        });
        return unknown(kind, touched);
    }

    static void prune(Kind kind, ObjectNode object) {
        for (String path : unknown(kind, object)) {
            if (path.startsWith("spec.")) {
                Json.child(object, "spec").remove(path.substring(5));
            } else {
                object.remove(path);
            }
        }
    }

    private static Stream<String> names(JsonNode node) {
        return node.properties().stream().map(Map.Entry::getKey).filter(name -> !name.startsWith("$"));
    }
}
