package com.maily.console.sandbox.ports;

import com.fasterxml.jackson.databind.JsonNode;
import com.maily.console.core.port.Workload.Rollout;

/** Says of a Deployment's rollout what kubectl would say. */
final class RolloutState {

    private RolloutState() { }

    static Rollout of(JsonNode deployment) {
        JsonNode status = deployment.path("status");
        String subject = "deployment \"" + Read.name(deployment) + "\"";
        String waiting = "Waiting for " + subject + " rollout to finish: ";
        int wanted = Read.replicas(deployment);
        int updated = Read.number(status, "updatedReplicas");
        int old = Read.number(status, "replicas") - updated;
        int available = Read.number(status, "availableReplicas");
        if (Read.number(deployment, "metadata", "generation") > Read.number(status, "observedGeneration")) {
            return new Rollout.Waiting("Waiting for deployment spec update to be observed...");
        }
        if (Read.items(status.path("conditions")).anyMatch(condition -> Read.text(condition, "reason")
                .equals("ProgressDeadlineExceeded"))) {
            return new Rollout.Broken(subject + " exceeded its progress deadline");
        }
        if (updated < wanted) {
            return new Rollout.Waiting(waiting + updated + " out of " + wanted + " new replicas have been updated...");
        }
        if (old > 0) {
            return new Rollout.Waiting(waiting + old + " old replicas are pending termination...");
        }
        return available < updated ? new Rollout.Waiting(waiting + available + " of " + updated
                + " updated replicas are available...")
                : new Rollout.Done(subject + " successfully rolled out");
    }
}
