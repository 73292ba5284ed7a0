package com.maily.console.platforms.kubernetes;

import com.maily.console.core.model.Failure;
import com.maily.console.core.model.FailureException;
import io.fabric8.kubernetes.api.model.Pod;
import java.util.List;

/** The newest lines a pod wrote; none while its container has not started. */
record PodLog(KubernetesConnection connection) {

    List<String> tail(Pod pod, int lines) {
        String name = pod.getMetadata().getName();
        String container = pod.getSpec().getContainers().getFirst().getName();
        try {
            String text = connection.call("Reading the log of pod/" + name, () -> connection.client().pods()
                    .inNamespace(connection.namespace()).withName(name).inContainer(container).tailingLines(lines).getLog());
            return text == null || text.isEmpty() ? List.of() : text.lines().toList();
        } catch (FailureException refused) {
            // A container that is still being created answers 400: it simply has no log yet.
            if (refused.failure() instanceof Failure.Rejected rejected && rejected.why().contains("is waiting to start")) {
                return List.of();
            }
            throw refused;
        }
    }
}
