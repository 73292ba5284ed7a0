package com.maily.console.platforms.vercel;

import com.fasterxml.jackson.databind.JsonNode;
import com.maily.console.core.model.Weight;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;

/**
 * A rolling release as Vercel tells it.
 *
 * @param current  id of the deployment it started from, where an abort goes back to
 * @param stages   target weights in order
 * @param stage    index of the active one
 * @param observed what the edge sends to the canary now
 */
record ReleaseInfo(String state, String current, String canary, List<Weight> stages, int stage, Weight observed,
        Instant updatedAt) {

    static Optional<ReleaseInfo> of(JsonNode answer) {
        JsonNode node = answer.path("rollingRelease");
        return node.isObject() ? Optional.of(release(node)) : Optional.empty();
    }

    private static ReleaseInfo release(JsonNode node) {
        List<Weight> stages = stages(node.path("stages"));
        return new ReleaseInfo(node.path("state").asText(), node.path("currentDeployment").path("id").asText(""),
                node.path("canaryDeployment").path("id").asText(""), stages,
                node.path("activeStage").path("index").asInt(stages.size() - 1),
                Weight.ofPercent(Math.clamp(node.path("currentCanaryPercentage").asDouble(), 0, 100)),
                Instant.ofEpochMilli(node.path("updatedAt").asLong()));
    }

    /** The stages of a release or of the project's configuration. */
    static List<Weight> stages(JsonNode stages) {
        return StreamSupport.stream(stages.spliterator(), false)
                .map(stage -> Weight.ofPercent(Math.clamp(stage.path("targetPercentage").asDouble(), 0, 100))).toList();
    }

    boolean active() {
        return state.equals("ACTIVE");
    }

    Weight target() {
        return stages.isEmpty() ? observed : stages.get(Math.clamp(stage, 0, stages.size() - 1));
    }
}
