package com.maily.console.platforms.kubernetes;

import com.maily.console.core.model.Component;
import com.maily.console.core.model.Failure;
import com.maily.console.core.model.FailureException;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Decides which container of a pod is the component itself and which are sidecars. */
final class MainContainer {

    private MainContainer() { }

    /**
     * The one named like the target or the component, or {@code app}, or with an image of the same repository, or the only one.
     *
     * @param repository of the artifact to be deployed; empty when only reading
     */
    static Container of(Component component, PodTemplateSpec template, String repository) {
        List<Container> containers = template.getSpec().getContainers();
        Stream<Predicate<Container>> rules = Stream.of(
                container -> container.getName().equals(component.targetName()),
                container -> container.getName().equals(component.base()),
                container -> container.getName().equals("app"),
                container -> new ImageName(String.valueOf(container.getImage())).repository().equals(repository),
                container -> containers.size() == 1);
        return rules.map(rule -> containers.stream().filter(rule).findFirst()).flatMap(Optional::stream).findFirst()
                .orElseThrow(() -> new FailureException(new Failure.Rejected("Finding the container of " + component.name()
                        + " failed",
                        "Its pod template has the containers "
                                + String.join(", ", containers.stream().map(Container::getName).toList())
                                        + ", and none is clearly it.",
                        "Name the container " + component.targetName() + " or app.")));
    }
}
