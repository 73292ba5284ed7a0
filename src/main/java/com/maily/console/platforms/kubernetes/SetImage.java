package com.maily.console.platforms.kubernetes;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.util.List;
import java.util.Map;

/** The strategic merge patch that {@code kubectl set image} sends, with the annotations that go with it. */
final class SetImage {

    private SetImage() { }

    static String patch(PodTemplateSpec template, Container container, String image, Map<String, String> annotations) {
        List<Map<String, String>> order = template.getSpec().getContainers().stream()
                .map(each -> Map.of("name", each.getName())).toList();
        Map<String, Object> containers = Map.of("$setElementOrder/containers", order,
                "containers", List.of(Map.of("name", container.getName(), "image", image)));
        return Serialization.asJson(Map.of("metadata", Map.of("annotations", annotations),
                "spec", Map.of("template", Map.of("spec", containers))));
    }
}
