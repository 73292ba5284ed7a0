package com.maily.console.sandbox.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;

/** The metadata of an API object, by name. */
final class Meta {

    static final String REVISION = "deployment.kubernetes.io/revision";
    static final String REVISION_HISTORY = "deployment.kubernetes.io/revision-history";
    static final String DESIRED = "deployment.kubernetes.io/desired-replicas";
    static final String MAXIMUM = "deployment.kubernetes.io/max-replicas";
    static final String HASH = "pod-template-hash";
    static final String LAST_APPLIED = "kubectl.kubernetes.io/last-applied-configuration";

    private static final DateTimeFormatter MICRO =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSSSS'Z'").withZone(ZoneOffset.UTC);

    private Meta() { }

    static ObjectNode of(ObjectNode object) {
        return Json.child(object, "metadata");
    }

    static String name(JsonNode object) {
        return Json.text(object, "metadata", "name");
    }

    static String namespace(JsonNode object) {
        return Json.text(object, "metadata", "namespace");
    }

    static String uid(JsonNode object) {
        return Json.text(object, "metadata", "uid");
    }

    static Key key(JsonNode object) {
        return new Key(namespace(object), name(object));
    }

    static long version(JsonNode object) {
        return Json.at(object, "metadata", "resourceVersion").asLong(0);
    }

    static long generation(JsonNode object) {
        return Json.at(object, "metadata", "generation").asLong(0);
    }

    static Map<String, String> labels(JsonNode object) {
        return Json.strings(Json.at(object, "metadata", "labels"));
    }

    static Map<String, String> annotations(JsonNode object) {
        return Json.strings(Json.at(object, "metadata", "annotations"));
    }

    static String annotation(JsonNode object, String name) {
        return Json.text(object, "metadata", "annotations", name);
    }

    static boolean deleting(JsonNode object) {
        return Json.at(object, "metadata").has("deletionTimestamp");
    }

    static Instant created(JsonNode object) {
        return Instant.parse(Json.at(object, "metadata", "creationTimestamp").asText("1970-01-01T00:00:00Z"));
    }

    /** The reference to the controller that owns it. */
    static Optional<JsonNode> owner(JsonNode object) {
        return Json.items(Json.at(object, "metadata", "ownerReferences")).filter(r -> r.path("controller").asBoolean())
                .findFirst();
    }

    static boolean ownedBy(JsonNode object, JsonNode owner) {
        for (JsonNode reference : Json.at(object, "metadata", "ownerReferences")) {
            if (reference.path("controller").asBoolean()) {
                return Json.text(reference, "uid").equals(uid(owner));
            }
        }
        return false;
    }

    static ObjectNode reference(Kind kind, JsonNode owner) {
        return Json.object().put("apiVersion", kind.apiVersion()).put("kind", kind.name()).put("name", name(owner))
                .put("uid", uid(owner)).put("controller", true).put("blockOwnerDeletion", true);
    }

    /** Whole seconds, as all times but MicroTime are written. */
    static String time(Instant instant) {
        return instant.truncatedTo(ChronoUnit.SECONDS).toString();
    }

    static String microTime(Instant instant) {
        return MICRO.format(instant);
    }
}
