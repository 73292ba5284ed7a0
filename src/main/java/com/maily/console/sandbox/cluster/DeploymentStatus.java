package com.maily.console.sandbox.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What a Deployment's status is to say, from its ReplicaSets as they are now. Zero counters are absent. */
final class DeploymentStatus {

    private final ObjectNode deployment;
    private final List<ObjectNode> sets;
    private final Optional<ObjectNode> current;
    private final Instant now;

    DeploymentStatus(ObjectNode deployment, List<ObjectNode> sets, Optional<ObjectNode> current, Instant now) {
        this.deployment = deployment;
        this.sets = sets;
        this.current = current;
        this.now = now;
    }

    void writeTo(ObjectNode target, boolean progress) {
        ObjectNode before = target.path("status").deepCopy();
        ObjectNode status = Json.child(target, "status").put("observedGeneration", (int) Meta.generation(target));
        int wanted = Json.number(target, "spec", "replicas");
        int asked = sets.stream().mapToInt(DeploymentController::replicas).sum();
        int available = sum("availableReplicas");
        Json.count(status, "replicas", sum("replicas"));
        Json.count(status, "updatedReplicas", current.map(set -> Json.number(set, "status", "replicas")).orElse(0));
        Json.count(status, "readyReplicas", sum("readyReplicas"));
        Json.count(status, "availableReplicas", available);
        Json.count(status, "unavailableReplicas", Math.max(0, asked - available));
        status.put("terminatingReplicas", sum("terminatingReplicas"));
        boolean enough = available >= wanted - Bounds.of(target).unavailable();
        Conditions.set(target, "Available", enough ? "True" : "False",
                enough ? "MinimumReplicasAvailable" : "MinimumReplicasUnavailable",
                enough ? "Deployment has minimum availability." : "Deployment does not have minimum availability.", time());
        if (progress) {
            tellProgress(target, before, status, wanted);
        }
        tellFailure(target);
    }

    /** When the rollout will count as stuck, if nothing moves until then. */
    Optional<Instant> deadline(ObjectNode told) {
        String reason = Conditions.reason(told, "Progressing");
        boolean waiting = List.of("NewReplicaSetCreated", "ReplicaSetUpdated", "DeploymentResumed", "FoundNewReplicaSet")
                .contains(reason);
        return waiting ? Conditions.find(told, "Progressing").map(this::expiry) : Optional.empty();
    }

    private void tellProgress(ObjectNode target, JsonNode before, ObjectNode status, int wanted) {
        int updated = Json.number(status, "updatedReplicas");
        int total = Json.number(status, "replicas");
        boolean complete = updated == wanted && total == wanted && Json.number(status, "availableReplicas") == wanted;
        boolean known = total == updated && Conditions.reason(target, "Progressing").equals("NewReplicaSetAvailable");
        String name = "ReplicaSet \"" + current.map(Meta::name).orElse(Meta.name(deployment)) + "\"";
        if (known) {
            return;
        }
        if (complete) {
            Conditions.set(target, "Progressing", "True", "NewReplicaSetAvailable", name + " has successfully progressed.",
                    time());
        } else if (moved(before, status)) {
            Conditions.renew(target, "Progressing", "True", "ReplicaSetUpdated", name + " is progressing.", time());
        } else if (timedOut(target)) {
            Conditions.set(target, "Progressing", "False", "ProgressDeadlineExceeded", name + " has timed out progressing.",
                    time());
        }
    }

    private static boolean moved(JsonNode before, JsonNode after) {
        return Json.number(after, "updatedReplicas") > Json.number(before, "updatedReplicas")
                || outdated(after) < outdated(before)
                || Json.number(after, "readyReplicas") > Json.number(before, "readyReplicas")
                || Json.number(after, "availableReplicas") > Json.number(before, "availableReplicas");
    }

    private static int outdated(JsonNode status) {
        return Json.number(status, "replicas") - Json.number(status, "updatedReplicas");
    }

    private boolean timedOut(ObjectNode target) {
        String reason = Conditions.reason(target, "Progressing");
        return !reason.equals("NewReplicaSetAvailable") && !reason.equals("DeploymentPaused")
                && Conditions.find(target, "Progressing").filter(condition -> expiry(condition).isBefore(now)).isPresent();
    }

    private void tellFailure(ObjectNode target) {
        Optional<JsonNode> failure = sets.stream().map(set -> Conditions.find(set, "ReplicaFailure")).flatMap(Optional::stream)
                .findFirst();
        failure.ifPresentOrElse(condition -> Conditions.set(target, "ReplicaFailure", "True", Json.text(condition, "reason"),
                Json.text(condition, "message"), time()), () -> Conditions.remove(target, "ReplicaFailure"));
    }

    private Instant expiry(JsonNode condition) {
        return Instant.parse(Json.text(condition, "lastUpdateTime"))
                .plus(Duration.ofSeconds(Json.at(deployment, "spec", "progressDeadlineSeconds").asLong(600)));
    }

    private int sum(String counter) {
        return sets.stream().mapToInt(set -> Json.number(set, "status", counter)).sum();
    }

    private String time() {
        return Meta.time(now);
    }
}
