package com.maily.console.platforms.kubernetes;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.LabelSelector;
import io.fabric8.kubernetes.api.model.LabelSelectorBuilder;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.api.model.PodTemplateSpecBuilder;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.DeploymentBuilder;
import java.util.Map;

/** Derives the Deployment beside the stable one, which differs only in name, track, image and having no pods yet. */
final class CanaryDeployment {

    static final String TRACK = "maily.dev/track";
    private static final Map<String, String> CANARY = Map.of(TRACK, "canary");

    private CanaryDeployment() { }

    /** @param annotations of the new Deployment */
    static Deployment of(Deployment stable, Container container, String image, Map<String, String> annotations) {
        return new DeploymentBuilder()
                .withNewMetadata().withName(name(stable.getMetadata().getName()))
                        .withNamespace(stable.getMetadata().getNamespace())
                .withLabels(stable.getMetadata().getLabels()).addToLabels(CANARY).withAnnotations(annotations).endMetadata()
                .withNewSpecLike(stable.getSpec()).withReplicas(0).withPaused(null).withSelector(selector(stable))
                .withTemplate(template(stable, container, image)).endSpec().build();
    }

    static String name(String target) {
        return target + "-canary";
    }

    private static LabelSelector selector(Deployment stable) {
        return new LabelSelectorBuilder(stable.getSpec().getSelector()).addToMatchLabels(CANARY)
                .removeMatchingFromMatchExpressions(expression -> expression.getKey().equals(TRACK)).build();
    }

    private static PodTemplateSpec template(Deployment stable, Container container, String image) {
        return new PodTemplateSpecBuilder(OwnedReplicaSets.withoutHash(stable.getSpec().getTemplate()))
                .editOrNewMetadata().addToLabels(CANARY).endMetadata()
                .editSpec().editMatchingContainer(each -> each.getName().equals(container.getName())).withImage(image)
                        .endContainer().endSpec()
                .build();
    }
}
