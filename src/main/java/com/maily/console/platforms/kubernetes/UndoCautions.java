package com.maily.console.platforms.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import com.maily.console.core.port.Caution;
import java.util.ArrayList;
import java.util.List;

/** What speaks against undoing a workload, or should be known before. Pure. */
final class UndoCautions {

    private static final String APPLIED = "kubectl.kubernetes.io/last-applied-configuration";

    private UndoCautions() { }

    static List<Caution> deployment(JsonNode deployment) {
        List<Caution> cautions = new ArrayList<>(applied(deployment));
        if (deployment.at("/spec/paused").asBoolean()) {
            cautions.add(new Caution(true, "The Deployment is paused, and a paused one cannot be rolled back. Resume it first: "
                    + "kubectl rollout resume."));
        }
        return cautions;
    }

    static List<Caution> applied(JsonNode object) {
        return ReleasedImage.annotations(object).containsKey(APPLIED) ? List.of(new Caution(false,
                "It is managed by kubectl apply: whoever applies its file again rolls it forward again, unless the file goes back too."))
                : List.of();
    }

    /** Source: kubernetes.io, StatefulSet basics, "Forced rollback". */
    static List<Caution> statefulSet(JsonNode set) {
        List<Caution> cautions = new ArrayList<>();
        JsonNode strategy = set.at("/spec/updateStrategy");
        boolean volumes = !set.at("/spec/volumeClaimTemplates").isEmpty();
        cautions.add(new Caution(false, volumes
                ? "Its volumes stay as they are: what the newer version has written there is not undone."
                : "It has no volumes of its own; what it wrote elsewhere is not undone."));
        if (strategy.path("type").asText().equals("OnDelete")) {
            cautions.add(new Caution(false, "Its strategy is OnDelete: each pod goes back only when somebody deletes it."));
        }
        int partition = strategy.at("/rollingUpdate/partition").asInt();
        if (partition > 0) {
            cautions.add(new Caution(false, "Its partition is " + partition
                    + ": pods with a lower number keep the revision they have."));
        }
        boolean stuck = set.at("/status/readyReplicas").asInt() < set.at("/spec/replicas").asInt(1);
        if (stuck && !set.at("/spec/podManagementPolicy").asText().equals("Parallel")) {
            cautions.add(new Caution(false, "Not all its pods are ready: one that never becomes ready is not replaced by itself. "
                    + "Delete it after the undo: kubectl delete pod."));
        }
        return cautions;
    }
}
