package com.maily.console.sandbox.world;

import com.fasterxml.jackson.databind.JsonNode;
import com.maily.console.core.port.Track;
import com.maily.console.sandbox.cluster.Cluster;
import com.maily.console.sandbox.cluster.Kinds;
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

    private record Group(Track track, String version) { }

    private final List<? extends JsonNode> pods;
    private final List<? extends JsonNode> services;
    private final List<? extends JsonNode> deployments;
    private final List<? extends JsonNode> routes;
    private final Map<String, List<Backend>> found = new HashMap<>();

    private NamespaceRoutes(Cluster cluster, String namespace) {
        this.pods = cluster.list(Kinds.PODS, namespace, COMPONENT);
        this.services = cluster.list(Kinds.SERVICES, namespace, "");
        this.deployments = cluster.list(Kinds.DEPLOYMENTS, namespace, "");
        this.routes = cluster.list(Kinds.HTTP_ROUTES, namespace, "");
    }

    static NamespaceRoutes read(Cluster cluster, String namespace) {
        return new NamespaceRoutes(cluster, namespace);
    }

    List<Backend> backends(String component) {
        return found.computeIfAbsent(component, this::find);
    }

    private List<Backend> find(String component) {
        List<? extends JsonNode> own = deployments.stream().filter(deployment ->
                template(deployment).at("/metadata/labels").path(COMPONENT).asText().equals(component)).toList();
        List<? extends JsonNode> reaching = services.stream().filter(service -> own.stream()
                .anyMatch(deployment -> selects(service, template(deployment)))).toList();
        return routes.stream().flatMap(route -> items(route.at("/spec/rules")))
                .map(rule -> items(rule.path("backendRefs")).toList())
                .filter(references -> references.stream().anyMatch(reference -> named(reaching, reference).isPresent()))
                .findFirst().map(references -> weighted(references, own))
                .orElseGet(() -> reaching.stream().findFirst().map(service -> behind(service, 1, own)).orElse(List.of()));
    }

    private List<Backend> weighted(List<JsonNode> references, List<? extends JsonNode> own) {
        List<Backend> backends = new ArrayList<>();
        for (JsonNode reference : references) {
            // A weight that is left out is 1, says the Gateway API.
            double weight = reference.path("weight").asDouble(1);
            named(services, reference).ifPresent(service -> backends.addAll(behind(service, weight, own)));
        }
        return backends;
    }

    /** The ready pods behind a service by track and version, sharing {@code weight}; what it should run, where none is ready. */
    private List<Backend> behind(JsonNode service, double weight, List<? extends JsonNode> own) {
        Map<Group, Integer> ready = new LinkedHashMap<>();
        pods.stream().filter(pod -> selects(service, pod) && ready(pod)).forEach(pod -> ready.merge(group(pod), 1, Integer::sum));
        int all = ready.values().stream().mapToInt(Integer::intValue).sum();
        if (all > 0) {
            return ready.entrySet().stream().map(entry -> new Backend(entry.getKey().track(), entry.getKey().version(),
                    entry.getValue(), weight * entry.getValue() / all)).toList();
        }
        return own.stream().map(NamespaceRoutes::template).filter(template -> selects(service, template)).findFirst()
                .map(NamespaceRoutes::group).map(group -> List.of(new Backend(group.track(), group.version(), 0, weight)))
                .orElse(List.of());
    }

    private static JsonNode template(JsonNode deployment) {
        return deployment.at("/spec/template");
    }

    private static Group group(JsonNode podOrTemplate) {
        boolean canary = podOrTemplate.at("/metadata/labels").path(TRACK).asText().equals(Track.CANARY.key());
        return new Group(canary ? Track.CANARY : Track.STABLE, tag(podOrTemplate.at("/spec/containers/0/image").asText()));
    }

    /** The version in an image reference; empty when there is none. */
    static String tag(String image) {
        String named = image.replaceFirst("@.*", "");
        int colon = named.lastIndexOf(':');
        return colon > named.lastIndexOf('/') ? named.substring(colon + 1) : "";
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

    private static Optional<? extends JsonNode> named(List<? extends JsonNode> objects, JsonNode reference) {
        return objects.stream().filter(object -> object.at("/metadata/name").asText().equals(reference.path("name").asText()))
                .findFirst();
    }

    private static Stream<JsonNode> items(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }
}
