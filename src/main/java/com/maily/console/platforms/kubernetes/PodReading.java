package com.maily.console.platforms.kubernetes;

import com.maily.console.core.port.Compute;
import com.maily.console.core.port.Pod;
import com.maily.console.core.port.Track;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.ResourceRequirements;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Turns a Kubernetes pod into what is shown of it. */
final class PodReading {

    private static final String COMPONENT = "maily.dev/component";
    private static final String NAME = "app.kubernetes.io/name";
    private static final String ZONE = "topology.kubernetes.io/zone";

    private PodReading() { }

    /** Empty for pods that belong to no component, such as those of jobs. */
    static Optional<Pod> of(io.fabric8.kubernetes.api.model.Pod pod) {
        Map<String, String> labels = Optional.ofNullable(pod.getMetadata().getLabels()).orElse(Map.of());
        String component = labels.getOrDefault(COMPONENT, labels.getOrDefault(NAME, ""));
        if (component.isEmpty() || labels.containsKey("batch.kubernetes.io/job-name")) {
            return Optional.empty();
        }
        Track track = "canary".equals(labels.get(CanaryDeployment.TRACK)) ? Track.CANARY : Track.STABLE;
        Map<String, String> annotations = Optional.ofNullable(pod.getMetadata().getAnnotations()).orElse(Map.of());
        String zone = Optional.ofNullable(pod.getSpec().getNodeSelector()).map(selector -> selector.get(ZONE))
                .or(() -> Optional.ofNullable(labels.get(ZONE))).or(() -> Optional.ofNullable(annotations.get(ZONE)))
                .or(() -> Optional.ofNullable(pod.getSpec().getNodeName())).orElse("");
        return Optional.of(new Pod(pod.getMetadata().getName(), pod.getMetadata().getNamespace(), component, track,
                version(pod, labels),
                labels.getOrDefault(OwnedReplicaSets.HASH, ""), PodPhase.of(pod), PodPhase.ready(pod), PodPhase.restarts(pod),
                        zone,
                Instant.parse(pod.getMetadata().getCreationTimestamp()),
                Optional.ofNullable(pod.getSpec().getNodeName()).orElse(""), containers(pod, labels),
                total(pod, ResourceRequirements::getRequests), total(pod, ResourceRequirements::getLimits)));
    }

    private static List<String> containers(io.fabric8.kubernetes.api.model.Pod pod, Map<String, String> labels) {
        List<String> names = pod.getSpec().getContainers().stream().map(Container::getName).toList();
        String main = main(pod, labels).map(Container::getName).orElse("");
        return Stream.concat(names.stream().filter(main::equals), names.stream().filter(name -> !name.equals(main))).toList();
    }

    private static Compute total(io.fabric8.kubernetes.api.model.Pod pod,
                                 Function<ResourceRequirements, @Nullable Map<String, Quantity>> which) {
        return pod.getSpec().getContainers().stream().map(Container::getResources).filter(Objects::nonNull).map(which)
                .map(Quantities::compute).reduce(Compute.NONE, Compute::plus);
    }

    private static String version(io.fabric8.kubernetes.api.model.Pod pod, Map<String, String> labels) {
        return main(pod, labels).map(container -> new ImageName(container.getImage()).version()).orElse("");
    }

    private static Optional<Container> main(io.fabric8.kubernetes.api.model.Pod pod, Map<String, String> labels) {
        String name = labels.getOrDefault(NAME, "");
        List<Container> containers = pod.getSpec().getContainers();
        return containers.stream().filter(container -> container.getName().equals(name) || container.getName().equals("app"))
                .findFirst().or(() -> containers.stream().findFirst());
    }
}
