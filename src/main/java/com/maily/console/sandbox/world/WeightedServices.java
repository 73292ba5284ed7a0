package com.maily.console.sandbox.world;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.maily.console.sandbox.cluster.Cluster;
import com.maily.console.sandbox.cluster.Kinds;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Everything in one namespace that splits requests between Services by weight, whatever kind of object says so. */
record WeightedServices(Cluster cluster, String namespace) {

    private static final String NGINX = "nginx.ingress.kubernetes.io/canary";
    private static final String ALB = "alb.ingress.kubernetes.io/actions.";
    private static final ObjectMapper JSON = new ObjectMapper();

    /** @param labels that a pod behind the Service must have besides, for subsets of one */
    record Share(String service, double weight, Map<String, String> labels) { }

    /** Each list is one split. A component that several split goes by the first one. */
    List<List<Share>> splits() {
        List<? extends JsonNode> ingresses = cluster.list(Kinds.INGRESSES, namespace, "");
        return Stream.of(routes(), virtualServices(), traefik(), nginx(ingresses), actions(ingresses)).flatMap(each -> each)
                .toList();
    }

    private Stream<List<Share>> routes() {
        // A weight that is left out is 1, says the Gateway API.
        return cluster.list(Kinds.HTTP_ROUTES, namespace, "").stream().flatMap(route -> items(route.at("/spec/rules")))
                .map(rule -> shares(rule.path("backendRefs"), "name", 1));
    }

    private Stream<List<Share>> traefik() {
        return cluster.list(Kinds.TRAEFIK_SERVICES, namespace, "").stream()
                .map(service -> shares(service.at("/spec/weighted/services"), "name", 1));
    }

    private static List<Share> shares(JsonNode destinations, String name, double otherwise) {
        return items(destinations).map(each -> new Share(each.path(name).asText(), each.path("weight").asDouble(otherwise),
                Map.of())).toList();
    }

    private Stream<List<Share>> virtualServices() {
        List<? extends JsonNode> rules = cluster.list(Kinds.DESTINATION_RULES, namespace, "");
        return cluster.list(Kinds.VIRTUAL_SERVICES, namespace, "").stream().flatMap(service -> items(service.at("/spec/http")))
                .map(http -> items(http.path("route")).map(route -> share(route, http.path("route").size() == 1, rules))
                .toList());
    }

    /** A destination that stands alone gets everything. */
    private static Share share(JsonNode route, boolean alone, List<? extends JsonNode> rules) {
        String host = route.at("/destination/host").asText().replaceFirst("\\..*", "");
        String subset = route.at("/destination/subset").asText();
        Map<String, String> labels = rules.stream().filter(rule -> rule.at("/spec/host").asText().replaceFirst("\\..*", "")
                .equals(host))
                .flatMap(rule -> items(rule.at("/spec/subsets"))).filter(each -> each.path("name").asText().equals(subset))
                .findFirst()
                .map(each -> each.path("labels").properties().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, label -> label.getValue()
                        .asText()))).orElse(Map.of());
        return new Share(host, alone ? 1 : route.path("weight").asDouble(0), labels);
    }

    /** A canary Ingress takes its part of what goes to the Ingress of the same host and path. */
    private static Stream<List<Share>> nginx(List<? extends JsonNode> ingresses) {
        return ingresses.stream().filter(canary -> annotation(canary, NGINX).equals("true")).flatMap(canary -> ingresses.stream()
                .filter(stable -> !annotation(stable, NGINX).equals("true") && place(stable).equals(place(canary))).findFirst()
                .stream()
                .map(stable -> {
                    double weight = number(annotation(canary, NGINX + "-weight"), 0);
                    double total = number(annotation(canary, NGINX + "-weight-total"), 100);
                    return List.of(new Share(backend(stable), total - weight, Map.of()), new Share(backend(canary), weight,
                            Map.of()));
                }));
    }

    private static Stream<List<Share>> actions(List<? extends JsonNode> ingresses) {
        return ingresses.stream().flatMap(ingress -> ingress.at("/metadata/annotations").properties().stream())
                .filter(annotation -> annotation.getKey().startsWith(ALB)).map(annotation -> parsed(annotation.getValue()
                .asText()))
                .map(action -> items(either(either(action, "forwardConfig"), "targetGroups"))
                        .map(group -> new Share(either(group, "serviceName").asText(), either(group, "weight").asDouble(0),
                        Map.of())).toList());
    }

    private static JsonNode parsed(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException ignoredByTheController) {
            return MissingNode.getInstance();
        }
    }

    /** By either spelling of a key: people write {@code weight}, Argo Rollouts writes {@code Weight}. */
    private static JsonNode either(JsonNode node, String key) {
        JsonNode small = node.path(key);
        return small.isMissingNode() ? node.path(Character.toUpperCase(key.charAt(0)) + key.substring(1)) : small;
    }

    private static String place(JsonNode ingress) {
        JsonNode rule = ingress.at("/spec/rules/0");
        return rule.path("host").asText() + rule.at("/http/paths/0/path").asText();
    }

    private static String backend(JsonNode ingress) {
        return ingress.at("/spec/rules/0/http/paths/0/backend/service/name").asText();
    }

    private static String annotation(JsonNode object, String name) {
        return object.at("/metadata/annotations").path(name).asText();
    }

    private static double number(String text, double otherwise) {
        return text.matches("\\d{1,9}") ? Double.parseDouble(text) : otherwise;
    }

    private static Stream<JsonNode> items(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }
}
