package com.maily.console.platforms.kubernetes;

import com.maily.console.core.port.Workload.Rollout;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.DeploymentStatus;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The state of a Deployment's rollout exactly as {@code kubectl rollout status} computes and words it. Source: kubectl,
 * pkg/polymorphichelpers/rollout_status.go.
 */
final class RolloutStatus {

    private RolloutStatus() { }

    static Rollout of(Deployment deployment) {
        String name = deployment.getMetadata().getName();
        DeploymentStatus status = Optional.ofNullable(deployment.getStatus()).orElseGet(DeploymentStatus::new);
        // Before the condition: a condition left over from the generation before says nothing about this one.
        if (number(deployment.getMetadata().getGeneration()) > number(status.getObservedGeneration())) {
            return new Rollout.Waiting("Waiting for deployment spec update to be observed...");
        }
        if (deadlineExceeded(status)) {
            return new Rollout.Broken("deployment \"" + name + "\" exceeded its progress deadline");
        }
        String waiting = "Waiting for deployment \"" + name + "\" rollout to finish: ";
        long wanted = number(deployment.getSpec().getReplicas());
        long updated = number(status.getUpdatedReplicas());
        long old = number(status.getReplicas()) - updated;
        long available = number(status.getAvailableReplicas());
        if (updated < wanted) {
            return new Rollout.Waiting(waiting + updated + " out of " + wanted + " new replicas have been updated...");
        }
        if (old > 0) {
            return new Rollout.Waiting(waiting + old + " old replicas are pending termination...");
        }
        if (available < updated) {
            return new Rollout.Waiting(waiting + available + " of " + updated + " updated replicas are available...");
        }
        return new Rollout.Done("deployment \"" + name + "\" successfully rolled out");
    }

    private static boolean deadlineExceeded(DeploymentStatus status) {
        return status.getConditions().stream().filter(condition -> condition.getType().equals("Progressing")).findFirst()
                .filter(condition -> "ProgressDeadlineExceeded".equals(condition.getReason())).isPresent();
    }

    /** Counters that are zero are absent on the wire. */
    private static long number(@Nullable Number counter) {
        return counter == null ? 0 : counter.longValue();
    }
}
