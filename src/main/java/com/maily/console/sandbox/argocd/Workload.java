package com.maily.console.sandbox.argocd;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.maily.console.sandbox.cluster.Cluster;
import com.maily.console.sandbox.cluster.Kinds;
import com.maily.console.sandbox.cluster.PatchKind;
import com.maily.console.sandbox.cluster.Write;

/** The Deployment an application keeps, as it is in the cluster. */
record Workload(Cluster cluster, String application, String namespace, String name) {

    private static final Write CONTROLLER = Write.by("argocd-controller");
    private static final String TRACKING = "argocd.argoproj.io/tracking-id";

    ObjectNode live() {
        return cluster.read(Kinds.DEPLOYMENTS, namespace, name);
    }

    String image() {
        return container(live()).path("image").asText("");
    }

    private JsonNode container(JsonNode deployment) {
        for (JsonNode container : deployment.at("/spec/template/spec/containers")) {
            if (container.path("name").asText().equals(name)) {
                return container;
            }
        }
        throw new IllegalStateException("deployment/" + name + " has no container of its name");
    }

    /** What Git says of it: only the image, and whose it is. */
    ObjectNode wanted(String image) {
        ObjectNode object = JsonNodeFactory.instance.objectNode().put("apiVersion", "apps/v1").put("kind", "Deployment");
        object.putObject("metadata").put("name", name).put("namespace", namespace).putObject("annotations")
                .put(TRACKING, application + ":apps/Deployment:" + namespace + "/" + name);
        object.putObject("spec").putObject("template").putObject("spec").putArray("containers").addObject().put("name", name)
                .put("image", image);
        return object;
    }

    void apply(String image) {
        ObjectNode patch = wanted(image);
        patch.remove("apiVersion");
        patch.remove("kind");
        cluster.patch(Kinds.DEPLOYMENTS, namespace, name, PatchKind.STRATEGIC, patch, CONTROLLER);
    }

    /** As Argo CD's own health check for Deployments computes it. */
    String health() {
        ObjectNode deployment = live();
        JsonNode status = deployment.path("status");
        int wanted = deployment.at("/spec/replicas").asInt(1);
        if (status.path("observedGeneration").asLong() < deployment.at("/metadata/generation").asLong()) {
            return "Progressing";
        }
        for (JsonNode condition : status.path("conditions")) {
            if (condition.path("reason").asText().equals("ProgressDeadlineExceeded")) {
                return "Degraded";
            }
        }
        boolean all = status.path("updatedReplicas").asInt() >= wanted && status.path("availableReplicas").asInt() >= wanted
                && status.path("replicas").asInt() <= Math.max(wanted, status.path("updatedReplicas").asInt());
        return all ? "Healthy" : "Progressing";
    }
}
