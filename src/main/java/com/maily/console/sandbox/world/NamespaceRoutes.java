package com.maily.console.sandbox.world;

import com.fasterxml.jackson.databind.JsonNode;
import com.maily.console.core.port.Track;
import com.maily.console.sandbox.cluster.Cluster;
import com.maily.console.sandbox.cluster.Kinds;
import com.maily.console.sandbox.world.WeightedServices.Share;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** What routes traffic in one namespace, as it is at one moment. */
final class NamespaceRoutes {

    private static final String COMPONENT = "maily.dev/component";
    private static final String TRACK = "maily.dev/track";
    private static final String HASH = "rollouts-pod-template-hash";

    private record Group(Track track, String version) { }

    private final List<? extends JsonNode> pods;
    private final List<? extends JsonNode> services;
    private final List<JsonNode> workloads = new ArrayList<>();
    private final List<? extends JsonNode> rollouts;
    private final List<List<Share>> splits;
    private final Map<String, List<Backend>> found = new HashMap<>();

    private NamespaceRoutes(Cluster cluster, String namespace) {
        this.pods = cluster.list(Kinds.PODS, namespace, COMPONENT);
        this.services = cluster.list(Kinds.SERVICES, namespace, "");
        this.rollouts = cluster.list(Kinds.ROLLOUTS, namespace, "");
        workloads.addAll(cluster.list(Kinds.DEPLOYMENTS, namespace, ""));
        workloads.addAll(rollouts);
        this.splits = new WeightedServices(cluster, namespace).splits();
    }

    static NamespaceRoutes read(Cluster cluster, String namespace) {
        return new NamespaceRoutes(cluster, namespace);
    }

    List<Backend> backends(String component) {
        return found.computeIfAbsent(component, this::find);
    }

    private List<Backend> find(String component) {
        List<JsonNode> own = workloads.stream().filter(deployment ->
                template(deployment).at("/metadata/labels").path(COMPONENT).asText().equals(component)).toList();
        List<? extends JsonNode> reaching = services.stream().filter(service -> own.stream()
                .anyMatch(deployment -> selects(service, template(deployment)))).toList();
        return splits.stream().filter(split -> split.stream().anyMatch(share -> named(reaching, share).isPresent())).findFirst()
                .map(split -> weighted(split, own)).orElseGet(() -> reaching.stream().findFirst()
                        .map(service -> behind(service, new Share("", 1, Map.of()), own)).orElse(List.of()));
    }

    private List<Backend> weighted(List<Share> split, List<JsonNode> own) {
        return split.stream().flatMap(share -> named(services, share).stream().flatMap(service -> behind(service, share, own)
                .stream()))
                .toList();
    }

    /** The ready pods behind a service by track and version, sharing its weight; what it should run, where none is ready. */
    private List<Backend> behind(JsonNode service, Share share, List<JsonNode> own) {
        Map<Group, Integer> ready = new LinkedHashMap<>();
        pods.stream().filter(pod -> reaches(service, share, pod) && ready(pod)).forEach(pod -> ready.merge(group(pod), 1,
                Integer::sum));
        int all = ready.values().stream().mapToInt(Integer::intValue).sum();
        if (all > 0) {
            return ready.entrySet().stream().map(entry -> new Backend(entry.getKey().track(), entry.getKey().version(),
                    entry.getValue(), share.weight() * entry.getValue() / all)).toList();
        }
        return own.stream().map(NamespaceRoutes::template).filter(template -> reaches(service, share, template)).findFirst()
                .map(this::group).map(group -> List.of(new Backend(group.track(), group.version(), 0, share.weight())))
                .orElse(List.of());
    }

    private static JsonNode template(JsonNode deployment) {
        return deployment.at("/spec/template");
    }

    private Group group(JsonNode podOrTemplate) {
        JsonNode labels = podOrTemplate.at("/metadata/labels");
        // A Rollout's tracks are two sets of pods of the one Rollout, told apart by what it calls the stable one.
        boolean canary = labels.path(TRACK).asText().equals(Track.CANARY.key()) || labels.has(HASH) && rollouts.stream()
                .noneMatch(rollout -> rollout.at("/status/stableRS").asText().equals(labels.path(HASH).asText()));
        return new Group(canary ? Track.CANARY : Track.STABLE, tag(podOrTemplate.at("/spec/containers/0/image").asText()));
    }

    /** The version in an image reference; empty when there is none. */
    static String tag(String image) {
        String named = image.replaceFirst("@.*", "");
        int colon = named.lastIndexOf(':');
        return colon > named.lastIndexOf('/') ? named.substring(colon + 1) : "";
    }

    private static boolean reaches(JsonNode service, Share share, JsonNode podOrTemplate) {
        return selects(service, podOrTemplate) && share.labels().entrySet().stream()
                .allMatch(label -> podOrTemplate.at("/metadata/labels")
                .path(label.getKey()).asText().equals(label.getValue()));
    }

    private static boolean selects(JsonNode service, JsonNode podOrTemplate) {
        JsonNode selector = service.at("/spec/selector");
        JsonNode labels = podOrTemplate.at("/metadata/labels");
        return !selector.isEmpty() && selector.properties().stream()
                .allMatch(wanted -> labels.path(wanted.getKey()).asText().equals(wanted.getValue().asText()));
    }

    static boolean ready(JsonNode pod) {
        return !pod.path("metadata").has("deletionTimestamp") && items(pod.at("/status/conditions"))
                .anyMatch(condition -> condition.path("type").asText().equals("Ready")
                        && condition.path("status").asText().equals("True"));
    }

    private static Optional<? extends JsonNode> named(List<? extends JsonNode> objects, Share share) {
        return objects.stream().filter(object -> object.at("/metadata/name").asText().equals(share.service()))
                .findFirst();
    }

    private static Stream<JsonNode> items(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }
}
