package com.maily.console.platforms.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import com.maily.console.core.port.Workload.Rollout;

/**
 * The state of a StatefulSet's rollout exactly as {@code kubectl rollout status} computes and words it. Source: kubectl,
 * pkg/polymorphichelpers/rollout_status.go. Where kubectl refuses to say (OnDelete), what the counters say.
 */
final class StatefulSetStatus {

    private StatefulSetStatus() { }

    static Rollout of(JsonNode set) {
        JsonNode status = set.path("status");
        int wanted = set.at("/spec/replicas").asInt(1);
        int updated = status.path("updatedReplicas").asInt();
        int ready = status.path("readyReplicas").asInt();
        long seen = status.path("observedGeneration").asLong();
        if (seen == 0 || set.at("/metadata/generation").asLong() > seen) {
            return new Rollout.Waiting("Waiting for statefulset spec update to be observed...");
        }
        if (ready < wanted) {
            return new Rollout.Waiting("Waiting for " + (wanted - ready) + " pods to be ready...");
        }
        if (set.at("/spec/updateStrategy/type").asText().equals("OnDelete")) {
            return onDelete(wanted, updated);
        }
        JsonNode rolling = set.at("/spec/updateStrategy/rollingUpdate");
        if (rolling.isObject()) {
            return partitioned(rolling, wanted, updated);
        }
        String target = status.path("updateRevision").asText();
        return target.equals(status.path("currentRevision").asText())
                ? new Rollout.Done("statefulset rolling update complete " + status.path("currentReplicas").asInt()
                        + " pods at revision " + target + "...")
                : new Rollout.Waiting("waiting for statefulset rolling update to complete " + updated + " pods at revision "
                        + target + "...");
    }

    private static Rollout partitioned(JsonNode rolling, int wanted, int updated) {
        int goal = wanted - rolling.path("partition").asInt();
        return rolling.has("partition") && updated < goal
                ? new Rollout.Waiting("Waiting for partitioned roll out to finish: " + updated + " out of " + goal
                        + " new pods have been updated...")
                : new Rollout.Done("partitioned roll out complete: " + updated + " new pods have been updated...");
    }

    private static Rollout onDelete(int wanted, int updated) {
        return updated < wanted ? new Rollout.Waiting("OnDelete: " + updated + " out of " + wanted
                + " pods have been updated; each of the others is updated when somebody deletes it")
                : new Rollout.Done("OnDelete: all " + wanted + " pods have been updated");
    }
}
