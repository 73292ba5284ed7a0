package com.maily.console.platforms.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import com.maily.console.core.model.Artifact;
import com.maily.console.core.model.Component;
import com.maily.console.core.model.Failure;
import com.maily.console.core.model.FailureException;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The image of a component's own container: read from a pod template, and what is written beside it when it is set. */
final class ReleasedImage {

    static final String CAUSE = "kubernetes.io/change-cause";

    private ReleasedImage() { }

    /** @param annotations of the object the template stands in */
    static Artifact of(Component component, PodTemplateSpec template, Map<String, String> annotations) {
        return new ImageName(MainContainer.of(component, template, "").getImage()).artifact(annotations);
    }

    static Artifact of(Component component, JsonNode template, JsonNode object) {
        return of(component, template(template), annotations(object));
    }

    static PodTemplateSpec template(JsonNode template) {
        return Serialization.jsonMapper().convertValue(template, PodTemplateSpec.class);
    }

    static Map<String, String> annotations(JsonNode object) {
        Map<String, String> annotations = new TreeMap<>();
        object.at("/metadata/annotations").properties().forEach(each -> annotations.put(each.getKey(), each.getValue().asText()));
        return annotations;
    }

    static Map<String, String> annotations(ObjectMeta meta) {
        return Optional.ofNullable(meta.getAnnotations()).orElse(Map.of());
    }

    /** The annotations that go with an image: why it changed, and its version where the reference does not say it. */
    static Map<String, String> notes(Component component, Artifact artifact, String image) {
        Map<String, String> notes = new HashMap<>(Map.of(CAUSE, component.name() + " " + artifact.version()
                + " by Maily Console"));
        if (!new ImageName(image).version().equals(artifact.version())) {
            notes.put(ImageName.VERSION, artifact.version() + " " + image);
        }
        return notes;
    }

    static String reference(Component component, Artifact artifact) {
        return switch (artifact) {
            case Artifact.Image image -> image.reference();
            case Artifact.Build build -> throw new FailureException(new Failure.Rejected("Deploying " + component.name()
                    + " failed",
                    "Kubernetes runs container images, and " + build.version() + " is a build.",
                            "Give the release an image for it."));
        };
    }
}
