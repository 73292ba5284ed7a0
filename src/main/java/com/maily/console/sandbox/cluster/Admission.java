package com.maily.console.sandbox.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** What happens to an object on its way into the store, before defaults and validation: its place, its identity, its parts. */
final class Admission {

    private static final List<String> IDENTITY = List.of("name", "generateName", "namespace", "uid", "resourceVersion",
            "generation", "creationTimestamp", "deletionTimestamp", "deletionGracePeriodSeconds");
    static final List<String> SERVER_SET = List.of("uid", "resourceVersion", "generation", "creationTimestamp", "selfLink",
            "deletionTimestamp", "deletionGracePeriodSeconds", "managedFields");

    private Admission() { }

    /** A copy with the members in the usual order, checked to be of this kind. */
    static ObjectNode arranged(Kind kind, JsonNode body) {
        String name = Json.text(body, "kind");
        if (!name.isEmpty() && !name.equals(kind.name())) {
            throw ApiError.badRequest(name + " in version \"" + Json.text(body, "apiVersion") + "\" cannot be handled as a "
                    + kind.name()
                    + ": converting (" + Json.text(body, "apiVersion") + "." + name + ") to (" + kind.group() + "." + kind.name()
                    + "): unknown conversion");
        }
        ObjectNode object = Json.object().put("kind", kind.name()).put("apiVersion", kind.apiVersion());
        object.set("metadata", Json.at(body, "metadata").isObject() ? Json.at(body, "metadata").deepCopy() : Json.object());
        body.properties().stream().filter(e -> !object.has(e.getKey()))
                .forEach(e -> object.set(e.getKey(), e.getValue().deepCopy()));
        return object;
    }

    static void place(ObjectStore store, Kind kind, String namespace, ObjectNode object) {
        String own = Meta.namespace(object);
        if (kind.namespaced() && !own.isEmpty() && !own.equals(namespace)) {
            throw ApiError.badRequest("the namespace of the provided object does not match the namespace sent on the request");
        }
        if (!kind.namespaced()) {
            Meta.of(object).remove("namespace");
        } else if (store.find(Kinds.NAMESPACES, new Key("", namespace)).isEmpty()) {
            throw ApiError.missing(Kinds.NAMESPACES, namespace);
        } else {
            Meta.of(object).put("namespace", namespace);
        }
    }

    static void keepIdentity(ObjectNode before, ObjectNode after) {
        ObjectNode old = Meta.of(before);
        for (String field : IDENTITY) {
            if (old.has(field)) {
                Meta.of(after).set(field, old.get(field));
            } else {
                Meta.of(after).remove(field);
            }
        }
        if (!Meta.of(after).has("managedFields") && old.has("managedFields")) {
            Meta.of(after).set("managedFields", old.get("managedFields"));
        }
        after.put("kind", Json.text(before, "kind")).put("apiVersion", Json.text(before, "apiVersion"));
    }

    /** The main resource cannot change the status, and the status subresource nothing else. */
    static void keepParts(Kind kind, ObjectNode before, ObjectNode after, String subresource) {
        String kept = subresource.equals("status") ? "spec" : "status";
        if (!kind.hasStatus()) {
            return;
        }
        if (before.has(kept)) {
            after.set(kept, before.get(kept));
        } else {
            after.remove(kept);
        }
        if (subresource.equals("status") && !kind.equals(Kinds.PODS)) {
            if (Meta.of(before).has("labels")) {
                Meta.of(after).set("labels", Meta.of(before).get("labels"));
            } else {
                Meta.of(after).remove("labels");
            }
        }
    }

    static void newborn(Kind kind, ObjectNode object) {
        if (kind.hasStatus()) {
            object.remove("status");
        }
        switch (kind.name()) {
            case "Pod" -> Json.child(object, "status").put("phase", "Pending").put("qosClass", "Burstable");
            case "Namespace" -> {
                Json.child(object, "metadata", "labels").put("kubernetes.io/metadata.name", Meta.name(object));
                Json.child(object, "status").put("phase", "Active");
            }
            case "Deployment", "Job" -> Json.child(object, "status");
            case "ReplicaSet" -> Json.child(object, "status").put("replicas", 0);
            case "Service" -> address(object);
            default -> { }
        }
    }

    /** An address of its own inside the cluster, made from its uid. */
    private static void address(ObjectNode service) {
        int hash = Meta.uid(service).hashCode();
        ObjectNode spec = Json.child(service, "spec");
        if (!spec.has("clusterIP")) {
            spec.put("clusterIP", "10.96." + (hash >>> 8 & 0xff) + "." + Math.max(1, hash & 0xff));
        }
    }
}
