package com.maily.console.sandbox.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.stream.IntStream;

/** What a Rollout's canary steps ask for at one place in their list. Pure. */
record RolloutSteps(ObjectNode rollout, int index) {

    static RolloutSteps of(ObjectNode rollout) {
        return new RolloutSteps(rollout, Json.number(rollout, "status", "currentStepIndex"));
    }

    static JsonNode canary(JsonNode rollout) {
        return Json.at(rollout, "spec", "strategy", "canary");
    }

    int count() {
        return canary(rollout).path("steps").size();
    }

    boolean finished() {
        return index >= count();
    }

    JsonNode current() {
        return canary(rollout).path("steps").path(index);
    }

    boolean byTraffic() {
        return canary(rollout).has("trafficRouting");
    }

    /** The last weight set at or before here; everything when all steps are done. */
    int weight() {
        return finished() ? 100 : last("setWeight").asInt(0);
    }

    /** Pods of the new version. With a traffic router they follow the weight, rounded up, or the scale a step sets. */
    int canaryPods() {
        int pods = pods();
        if (finished()) {
            return pods;
        }
        JsonNode scale = last("setCanaryScale");
        if (byTraffic() && scale.has("replicas")) {
            return scale.path("replicas").asInt();
        }
        int weight = byTraffic() && scale.has("weight") ? scale.path("weight").asInt() : weight();
        return byTraffic() ? Math.ceilDiv(pods * weight, 100) : wholePods(pods, weight);
    }

    /** Pods of the old version: all of them with a traffic router, the others without one. */
    int stablePods() {
        return byTraffic() ? pods() : pods() - canaryPods();
    }

    int pods() {
        return Json.at(rollout, "spec", "replicas").asInt(1);
    }

    /** How long the pause at this step lasts; zero when it has no end. */
    Duration pause() {
        String text = Json.text(current(), "pause", "duration");
        if (text.isEmpty()) {
            return Duration.ZERO;
        }
        return text.matches("\\d+") ? Duration.ofSeconds(Long.parseLong(text)) : Duration.parse("PT" + text.toUpperCase(java.util.Locale.ROOT));
    }

    /** Best whole-pod fit, ties up, at least one of each while both share. */
    private static int wholePods(int pods, int weight) {
        int fit = (int) Math.floor(pods * weight / 100.0 + 0.5);
        return weight <= 0 ? 0 : weight >= 100 || pods == 1 ? Math.max(fit, weight >= 100 ? pods : 1) : Math.clamp(fit, 1, pods - 1);
    }

    private JsonNode last(String name) {
        JsonNode steps = canary(rollout).path("steps");
        return IntStream.rangeClosed(0, Math.min(index, count() - 1)).mapToObj(steps::get).filter(step -> step.has(name))
                .map(step -> step.get(name)).reduce((_, later) -> later).orElse(Json.object().path(name));
    }
}
