package com.maily.console.sandbox.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/** Where a Rollout's pod template really stands: in itself, or in the Deployment its {@code workloadRef} names. */
record RolloutTemplate(ObjectStore store) {

    /** Says of a Rollout which generation of its Deployment was looked at last. */
    static final String GENERATION = "rollout.argoproj.io/workload-generation";

    Optional<ObjectNode> workload(JsonNode rollout) {
        String name = Json.text(rollout, "spec", "workloadRef", "name");
        return name.isEmpty() ? Optional.empty() : store.find(Kinds.DEPLOYMENTS, new Key(Meta.namespace(rollout), name));
    }

    /** The Rollout with template and selector in it; empty while the Deployment it names is not there. */
    Optional<ObjectNode> resolved(ObjectNode rollout) {
        if (!rollout.path("spec").has("workloadRef")) {
            return Optional.of(rollout);
        }
        return workload(rollout).map(deployment -> {
            ObjectNode whole = rollout.deepCopy();
            Json.child(whole, "spec").set("template", Json.at(deployment, "spec", "template").deepCopy());
            Json.child(whole, "spec").set("selector", Json.at(deployment, "spec", "selector").deepCopy());
            return whole;
        });
    }

    /** Writes down which generation of the Deployment this look was about. */
    void note(ObjectNode made) {
        workload(made).ifPresent(deployment -> {
            String generation = Long.toString(Meta.generation(deployment));
            Json.child(made, "metadata", "annotations").put(GENERATION, generation);
            Json.child(made, "status").put("workloadObservedGeneration", generation);
        });
    }
}
