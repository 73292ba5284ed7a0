package com.maily.console.platforms.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import com.maily.console.core.port.Workload.Rollout;

/**
 * The state of a DaemonSet's rollout exactly as {@code kubectl rollout status} computes and words it. Source: kubectl,
 * pkg/polymorphichelpers/rollout_status.go. Where kubectl refuses to say (OnDelete), what the counters say.
 */
final class DaemonSetStatus {

    private DaemonSetStatus() { }

    static Rollout of(JsonNode set) {
        JsonNode status = set.path("status");
        String name = "daemon set \"" + set.at("/metadata/name").asText() + "\"";
        int wanted = status.path("desiredNumberScheduled").asInt();
        int updated = status.path("updatedNumberScheduled").asInt();
        int available = status.path("numberAvailable").asInt();
        if (set.at("/metadata/generation").asLong() > status.path("observedGeneration").asLong()) {
            return new Rollout.Waiting("Waiting for daemon set spec update to be observed...");
        }
        boolean onDelete = set.at("/spec/updateStrategy/type").asText().equals("OnDelete");
        String waiting = (onDelete ? "OnDelete: " : "Waiting for ") + name + " rollout to finish: ";
        if (updated < wanted) {
            return new Rollout.Waiting(waiting + updated + " out of " + wanted + " new pods have been updated..."
                    + (onDelete ? " Each of the others is updated when somebody deletes it." : ""));
        }
        if (available < wanted) {
            return new Rollout.Waiting(waiting + available + " of " + wanted + " updated pods are available...");
        }
        return new Rollout.Done(name + " successfully rolled out");
    }
}
