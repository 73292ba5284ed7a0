package com.maily.console.platforms.kubernetes;

import com.maily.console.core.model.Component;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import java.util.Map;

/** Finds the pod template of a component, whatever kind of workload it is. */
record WorkloadTemplates(KubernetesConnection connection) {

    private static final Map<String, String> KINDS = Map.of("deployment", "Deployment", "statefulset", "StatefulSet",
            "daemonset", "DaemonSet");

    PodTemplateSpec of(Component component) {
        String name = component.targetName();
        return ReleasedImage.template(component.targetKind().equals("rollout")
                ? new RolloutObjects(connection).read(name).template()
                : new WorkloadObjects(connection, "apps/v1", KINDS.getOrDefault(component.targetKind(), "Deployment")).get(name)
                        .at("/spec/template"));
    }
}
