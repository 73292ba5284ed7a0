package com.maily.console.platforms.kubernetes;

import com.maily.console.core.model.Failure;
import com.maily.console.core.model.FailureException;
import com.maily.console.core.port.Compute;
import com.maily.console.core.port.Pod;
import com.maily.console.core.port.PodUsage;
import io.fabric8.kubernetes.api.model.metrics.v1beta1.ContainerMetrics;
import io.fabric8.kubernetes.api.model.metrics.v1beta1.PodMetrics;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What pods use, from {@code metrics.k8s.io}, which only clusters with a metrics server have. */
record PodMetricsReading(KubernetesConnection connection) {

    PodUsage read() {
        Map<String, Compute> byPod = new HashMap<>();
        try {
            for (String namespace : connection.podNamespaces()) {
                list(namespace).forEach(pod -> byPod.put(Pod.key(pod.getMetadata().getNamespace(),
                        pod.getMetadata().getName()), used(pod)));
            }
        } catch (FailureException refused) {
            if (refused.failure() instanceof Failure.Missing) {
                return new PodUsage.Absent("no metrics API");
            }
            throw refused;
        }
        return new PodUsage.Measured(byPod, connection.now());
    }

    private List<PodMetrics> list(String namespace) {
        return connection.call("Reading what the pods use", () -> {
            var pods = connection.client().top().pods();
            return namespace.equals(KubernetesConnection.EVERYWHERE) ? pods.metrics().getItems()
                    : pods.metrics(namespace).getItems();
        });
    }

    private static Compute used(PodMetrics pod) {
        return pod.getContainers().stream().map(ContainerMetrics::getUsage).map(Quantities::compute).reduce(Compute.NONE,
                Compute::plus);
    }
}
