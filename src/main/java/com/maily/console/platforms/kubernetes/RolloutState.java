package com.maily.console.platforms.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import com.maily.console.core.model.Weight;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Where an Argo Rollouts canary stands in its steps, and where a promotion would take it. Pure. The meaning of the fields is that
 * of argo-rollouts at 9f8d111d8 (utils/rollout/rolloututil.go, pkg/kubectl-argo-rollouts/cmd).
 */
record RolloutState(JsonNode rollout) {

    /** The controller has not looked at the object as it is now: what the status says is of the one before. */
    boolean unseen() {
        String seen = status().path("observedGeneration").asText();
        return !seen.equals(rollout.path("metadata").path("generation").asText());
    }

    boolean promoted() {
        String current = status().path("currentPodHash").asText();
        return current.isEmpty() || current.equals(status().path("stableRS").asText());
    }

    boolean aborted() {
        return !promoted() && status().path("abort").asBoolean();
    }

    boolean promotingFully() {
        return !promoted() && status().path("promoteFull").asBoolean();
    }

    /** Waiting for somebody at a pause step, or held by hand. */
    boolean paused() {
        return !promoted() && !aborted() && (!status().path("pauseConditions").isEmpty() || heldByHand());
    }

    boolean heldByHand() {
        return rollout.path("spec").path("paused").asBoolean();
    }

    boolean inconclusive() {
        return status().path("pauseConditions").findValuesAsText("reason").stream()
                .anyMatch(reason -> reason.startsWith("Inconclusive"));
    }

    /** At a stop, and nobody has resumed it. */
    boolean resting() {
        return paused() && !heldBetweenStops();
    }

    /** Held by hand while a step is under way, which then is not done. */
    private boolean heldBetweenStops() {
        return heldByHand() && status().path("pauseConditions").isEmpty();
    }

    /** Somebody has resumed it, and the controller has not gone on yet. */
    private boolean resuming() {
        return status().path("controllerPause").asBoolean() && status().path("pauseConditions").isEmpty();
    }

    /** The weight it is told: by its steps, by an abort, or by a promotion of everything. */
    Weight desired() {
        if (promotingFully()) {
            return Weight.FULL;
        }
        if (promoted() || aborted() || switches() && !resuming()) {
            return Weight.ZERO;
        }
        return resuming() ? afterPromotion() : heldBetweenStops() ? told(index() - 1) : told(index());
    }

    /** The share its controller reports, by traffic or, without a traffic router, by pods. */
    Weight observed() {
        JsonNode weights = status().path("canary").path("weights");
        if (!weights.isMissingNode() && !weights.isNull()) {
            return Weight.ofShare(weights.path("canary").path("weight").asInt(0), highest());
        }
        if (switches()) {
            boolean switched = status().path("blueGreen").path("activeSelector").asText()
                    .equals(status().path("currentPodHash").asText());
            return switched && !promoted() ? Weight.FULL : Weight.ZERO;
        }
        return promoted() ? Weight.ZERO
                : Weight.ofShare(status().path("updatedReplicas").asInt(0), status().path("replicas").asInt(0));
    }

    /** Blue/green: all traffic is switched at once, and there is nothing between. */
    boolean switches() {
        return rollout.path("spec").path("strategy").has("blueGreen");
    }

    boolean byTraffic() {
        return !canary().path("trafficRouting").isMissingNode();
    }

    int pods() {
        return rollout.path("spec").path("replicas").asInt(1);
    }

    /** What the next promotion leads to: the weight of the next stop, or everything when no stop is left. */
    Weight afterPromotion() {
        return stop(heldBetweenStops() ? index() : index() + 1).map(this::told).orElse(Weight.FULL);
    }

    /** The weight at which a retry stops first. */
    Weight afterRetry() {
        return stop(0).map(this::told).orElse(Weight.FULL);
    }

    /** All weights at which it stops by its steps. */
    List<Weight> stops() {
        return IntStream.range(0, steps().size()).filter(this::stopsAt).mapToObj(this::told).distinct().toList();
    }

    /** The place in the list of steps; its size when all are done. */
    int index() {
        return status().path("currentStepIndex").asInt(0);
    }

    int stepCount() {
        return steps().size();
    }

    String phase() {
        String message = status().path("message").asText();
        return status().path("phase").asText("nothing") + (message.isEmpty() ? "" : " (" + message + ")");
    }

    private Optional<Integer> stop(int from) {
        return IntStream.range(from, steps().size()).filter(this::stopsAt).boxed().findFirst();
    }

    private boolean stopsAt(int step) {
        return steps().get(step).has("pause");
    }

    /** The last weight set at or before a step. */
    private Weight told(int step) {
        if (step >= steps().size()) {
            return Weight.FULL;
        }
        return IntStream.rangeClosed(0, step).mapToObj(each -> steps().get(each)).filter(each -> each.has("setWeight"))
                .reduce((_, later) -> later).map(each -> Weight.ofShare(each.path("setWeight").asInt(), highest()))
                .orElse(Weight.ZERO);
    }

    /** What counts as all traffic in its steps. */
    int highest() {
        return canary().path("trafficRouting").path("maxTrafficWeight").asInt(100);
    }

    private JsonNode steps() {
        return canary().path("steps");
    }

    private JsonNode canary() {
        return rollout.path("spec").path("strategy").path("canary");
    }

    private JsonNode status() {
        return rollout.path("status");
    }
}
