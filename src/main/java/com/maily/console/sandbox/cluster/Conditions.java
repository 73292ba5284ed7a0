package com.maily.console.sandbox.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/** The conditions in a Deployment's status. A changed one moves to the end, an equal one keeps its times. */
final class Conditions {

    private Conditions() { }

    static Optional<JsonNode> find(JsonNode object, String type) {
        return Json.items(Json.at(object, "status", "conditions")).filter(c -> Json.text(c, "type").equals(type)).findFirst();
    }

    static String reason(JsonNode object, String type) {
        return find(object, type).map(c -> Json.text(c, "reason")).orElse("");
    }

    /** Sets a condition unless it already has this status and reason. */
    static void set(ObjectNode object, String type, String status, String reason, String message, String time) {
        Optional<JsonNode> before = find(object, type);
        if (before.filter(c -> Json.text(c, "status").equals(status) && Json.text(c, "reason").equals(reason)).isEmpty()) {
            renew(object, type, status, reason, message, time);
        }
    }

    /** Sets a condition with a new update time even when nothing else of it changes. */
    static void renew(ObjectNode object, String type, String status, String reason, String message, String time) {
        String since = find(object, type).filter(c -> Json.text(c, "status").equals(status))
                .map(c -> Json.text(c, "lastTransitionTime")).orElse(time);
        remove(object, type);
        ObjectNode parent = Json.child(object, "status");
        ArrayNode conditions = parent.get("conditions") instanceof ArrayNode there ? there : parent.putArray("conditions");
        conditions.addObject().put("type", type).put("status", status).put("lastUpdateTime", time)
                .put("lastTransitionTime", since)
                .put("reason", reason).put("message", message);
    }

    static void remove(ObjectNode object, String type) {
        if (Json.at(object, "status", "conditions") instanceof ArrayNode conditions) {
            conditions.removeIf(c -> Json.text(c, "type").equals(type));
        }
    }
}
