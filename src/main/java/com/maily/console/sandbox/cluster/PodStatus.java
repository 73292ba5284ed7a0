package com.maily.console.sandbox.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Writes and reads the status of a pod. */
final class PodStatus {

    private PodStatus() { }

    static boolean ready(JsonNode pod) {
        return Json.items(Json.at(pod, "status", "conditions"))
                .anyMatch(c -> Json.text(c, "type").equals("Ready") && Json.text(c, "status").equals("True"));
    }

    /** Neither ended nor told to end. */
    static boolean active(JsonNode pod) {
        return !Meta.deleting(pod) && !ended(pod);
    }

    static boolean ended(JsonNode pod) {
        String phase = Json.text(pod, "status", "phase");
        return phase.equals("Succeeded") || phase.equals("Failed");
    }

    static String image(JsonNode pod) {
        return Json.text(Json.at(pod, "spec", "containers").path(0), "image");
    }

    static void scheduled(ObjectNode pod, String time) {
        condition(Json.child(pod, "status"), "PodScheduled", true, time);
    }

    static void waiting(ObjectNode pod, String reason, String message, String time) {
        state(pod, "Pending", false, time, state("waiting").put("reason", reason), message);
    }

    static void running(ObjectNode pod, boolean ready, String time) {
        state(pod, "Running", ready, time, state("running").put("startedAt", time), "");
    }

    /** It ended by itself and waits to be started again. */
    static void backingOff(ObjectNode pod, int exitCode, String reason, String backOff, String started, String time) {
        state(pod, "Running", false, time, state("waiting").put("reason", "CrashLoopBackOff"),
                "back-off " + backOff + " restarting failed container");
        for (JsonNode container : Json.at(pod, "status", "containerStatuses")) {
            ObjectNode status = (ObjectNode) container;
            status.put("restartCount", Json.number(status, "restartCount") + 1);
            Json.child(status, "lastState", "terminated").put("exitCode", exitCode).put("reason", reason)
                    .put("startedAt", started).put("finishedAt", time);
        }
    }

    static void completed(ObjectNode pod, boolean succeeded, String started, String time) {
        ObjectNode terminated = state("terminated").put("exitCode", succeeded ? 0 : 1)
                .put("reason", succeeded ? "Completed" : "Error")
                .put("startedAt", started).put("finishedAt", time);
        state(pod, succeeded ? "Succeeded" : "Failed", false, time, terminated, "");
    }

    private static ObjectNode state(String name) {
        return Json.object().put("is", name);
    }

    private static void state(ObjectNode pod, String phase, boolean ready, String time, ObjectNode state, String message) {
        ObjectNode status = Json.child(pod, "status").put("phase", phase);
        condition(status, "Initialized", true, time);
        condition(status, "Ready", ready, time);
        condition(status, "ContainersReady", ready, time);
        if (!status.has("startTime")) {
            status.put("startTime", time);
        }
        String name = state.remove("is").asText();
        if (!message.isEmpty()) {
            state.put("message", message);
        }
        ArrayNode old = status.get("containerStatuses") instanceof ArrayNode array ? array : Json.array();
        ArrayNode containers = status.putArray("containerStatuses");
        JsonNode wanted = Json.at(pod, "spec", "containers");
        for (int i = 0; i < wanted.size(); i++) {
            ObjectNode container = containers.addObject().put("name", Json.text(wanted.get(i), "name"));
            Json.child(container, "state").set(name, state.deepCopy());
            container.set("lastState", old.path(i).has("lastState") ? old.path(i).get("lastState") : Json.object());
            container.put("ready", ready).put("restartCount", Json.number(old.path(i), "restartCount"))
                    .put("image", Json.text(wanted.get(i), "image")).put("imageID", "").put("started", name.equals("running"));
        }
    }

    private static void condition(ObjectNode status, String type, boolean holds, String time) {
        ArrayNode conditions = status.get("conditions") instanceof ArrayNode there ? there : status.putArray("conditions");
        String word = holds ? "True" : "False";
        for (int i = 0; i < conditions.size(); i++) {
            if (Json.text(conditions.get(i), "type").equals(type)) {
                if (!Json.text(conditions.get(i), "status").equals(word)) {
                    conditions.set(i, made(type, holds, time));
                }
                return;
            }
        }
        int scheduled = conditions.size();
        conditions.insert(type.equals("PodScheduled") || scheduled == 0 ? scheduled : scheduled - 1, made(type, holds, time));
    }

    private static ObjectNode made(String type, boolean holds, String time) {
        ObjectNode condition = Json.object().put("type", type).put("status", holds ? "True" : "False")
                .put("lastTransitionTime", time);
        return holds ? condition : condition.put("reason", "ContainersNotReady").put("message", "containers with unready status");
    }
}
