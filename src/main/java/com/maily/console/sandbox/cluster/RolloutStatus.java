package com.maily.console.sandbox.cluster;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** Writes the status of a Rollout: weights, counters and phase. */
final class RolloutStatus {

    private RolloutStatus() { }

    /** Only Rollouts with a traffic router have weights. */
    static void weights(ObjectNode made, int canary) {
        if (!RolloutSteps.of(made).byTraffic()) {
            return;
        }
        ObjectNode weights = Json.child(made, "status", "canary", "weights");
        Json.child(weights, "canary").put("podTemplateHash", Json.text(made, "status", "currentPodHash"))
                .put("serviceName", Json.text(RolloutSteps.canary(made), "canaryService")).put("weight", canary);
        Json.child(weights, "stable").put("podTemplateHash", Json.text(made, "status", "stableRS"))
                .put("serviceName", Json.text(RolloutSteps.canary(made), "stableService")).put("weight", 100 - canary);
    }

    static void count(ObjectNode made, RolloutSets sets) {
        ObjectNode status = Json.child(made, "status");
        int all = sets.all(made).stream().mapToInt(set -> Json.number(set, "status", "replicas")).sum();
        int available = sets.all(made).stream().mapToInt(DeploymentController::available).sum();
        int updated = sets.find(made, Json.text(status, "currentPodHash")).map(set -> Json.number(set, "status", "replicas"))
                .orElse(0);
        boolean switches = !RolloutSwitch.strategy(made).isMissingNode();
        if (switches) {
            // The pods behind the preview Service take no traffic and do not count.
            available = sets.available(made, Json.text(status, "blueGreen", "activeSelector"));
        }
        Json.count(status, "replicas", all);
        Json.count(status, "HPAReplicas", switches ? available : all);
        Json.count(status, "updatedReplicas", updated);
        Json.count(status, "readyReplicas", available);
        Json.count(status, "availableReplicas", available);
        String progress = switches && sets.available(made, Json.text(status, "currentPodHash")) >= RolloutSteps.of(made).pods()
                ? "active service cutover pending" : "more replicas need to be updated";
        phase(status, sets.available(made, Json.text(status, "stableRS")) >= RolloutSteps.of(made).pods(),
                Json.at(made, "spec", "paused").asBoolean(), progress);
    }

    private static void phase(ObjectNode status, boolean complete, boolean held, String progress) {
        boolean stable = Json.text(status, "stableRS").equals(Json.text(status, "currentPodHash"));
        if (stable && complete) {
            status.put("phase", "Healthy").remove("message");
        } else if (!stable && status.path("abort").asBoolean()) {
            status.put("phase", "Degraded");
        } else if (!status.path("pauseConditions").isEmpty()) {
            status.put("phase", "Paused").put("message", Json.text(status.path("pauseConditions").path(0), "reason"));
        } else if (held) {
            status.put("phase", "Paused").put("message", "manually paused");
        } else {
            status.put("phase", "Progressing").put("message", progress);
        }
    }
}
