package com.maily.console.platforms.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads a Rollout with all that belongs to it, and sends what its kubectl plugin would send. A Rollout that refers to a
 * Deployment is changed by changing that.
 */
record RolloutObjects(WorkloadObjects rollouts, WorkloadObjects deployments) {

    RolloutObjects(KubernetesConnection connection) {
        this(new WorkloadObjects(connection, "argoproj.io/v1alpha1", "Rollout"),
                new WorkloadObjects(connection, "apps/v1", "Deployment"));
    }

    RolloutUpdate read(String name) {
        JsonNode rollout = rollouts.get(name);
        JsonNode reference = rollout.at("/spec/workloadRef");
        Optional<JsonNode> workload = reference.path("kind").asText().equals("Deployment")
                ? Optional.of(deployments.get(reference.path("name").asText())) : Optional.empty();
        return new RolloutUpdate(new RolloutState(rollout), workload,
                rollouts.owned("apps/v1", "ReplicaSet", rollout, workload.orElse(rollout).at("/spec/selector")));
    }

    String setImage(RolloutUpdate update, PodTemplateSpec template, String container, String image, Map<String, String> notes) {
        if (update.workload().isPresent()) {
            Container main = template.getSpec().getContainers().stream().filter(each -> each.getName().equals(container))
                    .findFirst()
                    .orElseThrow();
            deployments.patch("Setting the image of", workloadName(update), PatchType.STRATEGIC_MERGE,
                    SetImage.patch(template, main, image, notes));
        } else {
            rollouts.patch("Setting the image of", update.name(), PatchType.JSON, imagePatch(update, container, image, notes));
        }
        return setImageCommand(update, container, image);
    }

    /** A Rollout takes no strategic merge, so the container is named by its place, and tested to stand there still. */
    private static String imagePatch(RolloutUpdate update, String container, String image, Map<String, String> notes) {
        JsonNode containers = update.template().at("/spec/containers");
        int place = 0;
        while (!containers.path(place).path("name").asText().equals(container)) {
            place++;
        }
        String path = "/spec/template/spec/containers/" + place;
        List<Map<String, Object>> patch = new ArrayList<>();
        patch.add(Map.of("op", "test", "path", path + "/name", "value", container));
        patch.add(Map.of("op", "replace", "path", path + "/image", "value", image));
        patch.addAll(annotate(update.rollout(), notes));
        return Serialization.asJson(patch);
    }

    private static List<Map<String, Object>> annotate(JsonNode object, Map<String, String> notes) {
        List<Map<String, Object>> operations = new ArrayList<>();
        if (object.at("/metadata/annotations").isMissingNode() && !notes.isEmpty()) {
            operations.add(Map.of("op", "add", "path", "/metadata/annotations", "value", Map.of()));
        }
        notes.forEach((key, value) -> operations.add(Map.of("op", "add", "path", "/metadata/annotations/" + key.replace("~", "~0")
                .replace("/", "~1"), "value", value)));
        return operations;
    }

    String setImageCommand(RolloutUpdate update, String container, String image) {
        return update.workload().isPresent()
                ? "kubectl -n " + namespace() + " set image deployment/" + workloadName(update) + " " + container + "=" + image
                : plugin("set image " + update.name() + " " + container + "=" + image);
    }

    /**
     * Goes back to the template of one of its ReplicaSets; nothing is sent when it has it already. Other than the plugin's, the
     * patch takes the cause back as well: the controller copies the Rollout's annotations, and the earlier version would get the
     * newer's.
     */
    String undo(RolloutUpdate update, JsonNode set) {
        ObjectNode template = set.at("/spec/template").deepCopy();
        if (template.at("/metadata/labels") instanceof ObjectNode labels) {
            labels.remove(RolloutUpdate.HASH);
        }
        if (!RolloutDeployer.same(template, update.template())) {
            List<Map<String, Object>> operations = new ArrayList<>();
            operations.add(Map.of("op", "replace", "path", "/spec/template", "value", template));
            Map<String, String> notes = ReleasedImage.annotations(set);
            notes.keySet().retainAll(List.of(ReleasedImage.CAUSE, ImageName.VERSION));
            operations.addAll(annotate(update.holder(), notes));
            String patch = Serialization.asJson(operations);
            if (update.workload().isPresent()) {
                deployments.patch("Undoing", workloadName(update), PatchType.JSON, patch);
            } else {
                rollouts.patch("Undoing", update.name(), PatchType.JSON, patch);
            }
        }
        return undoCommand(update.name(), RolloutUpdate.revision(set));
    }

    String undoCommand(String name, long revision) {
        return plugin("undo " + name + " --to-revision=" + revision);
    }

    String promoteFully(RolloutUpdate update) {
        status("Promoting", update, Map.of("promoteFull", true));
        if (update.state().heldByHand()) {
            rollouts.patch("Resuming", update.name(), PatchType.JSON_MERGE, "{\"spec\":{\"paused\":false}}");
        }
        return plugin("promote " + update.name() + " --full");
    }

    String retry(RolloutUpdate update) {
        status("Retrying", update, Map.of("abort", false));
        return plugin("retry rollout " + update.name());
    }

    String scale(RolloutUpdate update, int units) {
        rollouts.patch("Scaling", update.name(), PatchType.JSON_MERGE, "{\"spec\":{\"replicas\":" + units + "}}");
        return "kubectl -n " + namespace() + " scale rollout/" + update.name() + " --replicas=" + units;
    }

    private void status(String action, RolloutUpdate update, Map<String, Object> change) {
        rollouts.patchStatus(action, update.name(), Serialization.asJson(Map.of("status", new HashMap<>(change))));
    }

    private static String workloadName(RolloutUpdate update) {
        return update.holder().at("/metadata/name").asText();
    }

    private String namespace() {
        return rollouts.connection().namespace();
    }

    private String plugin(String command) {
        return "kubectl argo rollouts " + command + " -n " + namespace();
    }
}
