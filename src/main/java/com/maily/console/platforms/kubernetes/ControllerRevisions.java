package com.maily.console.platforms.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The history of a StatefulSet or DaemonSet. Pure.
 *
 * @param owned the ControllerRevisions it really controls
 */
record ControllerRevisions(JsonNode owner, List<JsonNode> owned) {

    /** The one of the template the owner has now; empty until its controller has made it. */
    Optional<JsonNode> current() {
        JsonNode wanted = plain(owner.at("/spec/template"));
        return newestFirst().stream().filter(revision -> plain(template(revision)).equals(wanted)).findFirst();
    }

    Optional<JsonNode> withUid(String uid) {
        return owned.stream().filter(revision -> uid(revision).equals(uid)).findFirst();
    }

    List<JsonNode> newestFirst() {
        return owned.stream().sorted(Comparator.comparingLong(ControllerRevisions::number).reversed()).toList();
    }

    static long number(JsonNode revision) {
        return revision.path("revision").asLong();
    }

    static String uid(JsonNode revision) {
        return revision.at("/metadata/uid").asText();
    }

    static JsonNode template(JsonNode revision) {
        return revision.at("/data/spec/template");
    }

    /** Without what only the stored form has; absent and null are the same to the API. */
    private static JsonNode plain(JsonNode template) {
        JsonNode copy = template.deepCopy();
        if (copy instanceof ObjectNode object) {
            object.remove("$patch");
        }
        drop(copy);
        return copy;
    }

    private static void drop(JsonNode node) {
        if (node instanceof ObjectNode object) {
            object.properties().removeIf(entry -> entry.getValue().isNull());
        }
        node.forEach(ControllerRevisions::drop);
    }
}
