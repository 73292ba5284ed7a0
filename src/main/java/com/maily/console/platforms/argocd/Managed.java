package com.maily.console.platforms.argocd;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.maily.console.core.model.Artifact;
import com.maily.console.core.model.Component;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What an application manages, live beside what Git wants: the source of the wanted image and of drift in words. */
record Managed(JsonNode items) {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String TRACKING = "argocd.argoproj.io/tracking-id";
    private static final String INSTANCE = "app.kubernetes.io/instance";

    Optional<Artifact> wanted(Component component) {
        return item(component).flatMap(item -> image(parsed(item, "targetState"), component));
    }

    /** Whether the live object itself says it belongs to the application: by tracking id, or by the older label. */
    boolean tracked(Component component, String application) {
        return item(component).map(item -> parsed(item, "liveState").path("metadata")).filter(metadata -> {
            String tracking = metadata.path("annotations").path(TRACKING).asText("");
            return tracking.isEmpty() ? metadata.path("labels").path(INSTANCE).asText("").equals(application)
                    : tracking.startsWith(application + ":");
        }).isPresent();
    }

    private Optional<JsonNode> item(Component component) {
        for (JsonNode item : items) {
            if (Application.target(item).equals(component.target())) {
                return Optional.of(item);
            }
        }
        return Optional.empty();
    }

    static Optional<Artifact> image(JsonNode workload, Component component) {
        JsonNode containers = workload.at("/spec/template/spec/containers");
        for (JsonNode container : containers) {
            if (container.path("name").asText("").equals(component.targetName()) || containers.size() == 1) {
                return Optional.of(container.path("image").asText("")).filter(image -> !image.isEmpty())
                        .map(image -> new Artifact.Image(tag(image), image));
            }
        }
        return Optional.empty();
    }

    private static String tag(String image) {
        String named = image.replaceAll("@.*", "");
        int colon = named.lastIndexOf(':');
        return colon > named.lastIndexOf('/') ? named.substring(colon + 1) : image.replaceAll(".*@", "");
    }

    /** The component's own object, and what the application has beside workloads. */
    List<String> drift(Component component) {
        List<String> words = new ArrayList<>();
        for (JsonNode item : items) {
            if (Application.target(item).equals(component.target()) || !Application.withPods(item)) {
                words.addAll(drift(item));
            }
        }
        return words;
    }

    private static List<String> drift(JsonNode item) {
        JsonNode live = either(item, "normalizedLiveState", "liveState");
        JsonNode target = either(item, "predictedLiveState", "targetState");
        String name = Application.target(item);
        if (!parsed(item, "targetState").isObject()) {
            return live.isObject() ? List.of(name + " is not in Git") : List.of();
        }
        return live.isObject() ? Difference.between(name, live, target) : List.of(name + " is missing");
    }

    private static JsonNode either(JsonNode item, String first, String second) {
        JsonNode found = parsed(item, first);
        return found.isObject() ? found : parsed(item, second);
    }

    static JsonNode parsed(JsonNode item, String field) {
        return parsed(item.path(field).asText(""));
    }

    static JsonNode parsed(String text) {
        try {
            JsonNode found = text.isEmpty() ? null : JSON.readTree(text);
            return found == null ? MissingNode.getInstance() : found;
        } catch (JsonProcessingException _) {
            return MissingNode.getInstance();
        }
    }
}
