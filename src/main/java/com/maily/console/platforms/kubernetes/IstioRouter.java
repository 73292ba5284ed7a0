package com.maily.console.platforms.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import com.maily.console.core.model.Component;
import com.maily.console.core.port.WeightPair;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * Splits traffic by the weights of an Istio VirtualService, between the hosts {@code <target>} and {@code <target>-canary}, or
 * the subsets {@code stable} and {@code canary} of one host. Other destinations and routes keep theirs.
 */
public final class IstioRouter extends SplitRouter {

    static final String API = "networking.istio.io/v1";
    private static final String STABLE = "stable";
    private static final String CANARY = "canary";
    private static final List<String> PROTOCOLS = List.of("http", "tls", "tcp");

    private final RoutedObject rules;

    public IstioRouter(KubernetesConnection connection) {
        super(connection, API, "VirtualService");
        this.rules = new RoutedObject(connection, API, "DestinationRule");
    }

    @Override
    Split split(Component component, JsonNode service) {
        List<WeightedPairs.Pair> pairs = new ArrayList<>();
        for (String protocol : PROTOCOLS) {
            JsonNode routes = service.path("spec").path(protocol);
            for (int i = 0; i < routes.size(); i++) {
                pair(component, routes.get(i).path("route"), "/spec/" + protocol + "/" + i + "/route/").ifPresent(pairs::add);
            }
        }
        if (pairs.isEmpty()) {
            String target = component.targetName();
            throw notSplit(component, "No route of it sends to both host " + target + " and host " + canary(component)
                    + ", or to subsets stable and canary of one host.", "Add both as destinations of one route.");
        }
        return new WeightedPairs(pairs);
    }

    /** A subset without a DestinationRule that defines it answers 503 for its share. */
    @Override
    String missing(Component component, JsonNode service) {
        Optional<String> host = subsetHost(component, service);
        if (host.isEmpty()) {
            return "";
        }
        JsonNode rule = rules.find(host.get()).orElse(null);
        boolean defined = rule != null && elements(rule.path("spec").path("subsets"))
                .anyMatch(subset -> subset.path("name").asText().equals(CANARY));
        return defined ? "" : "There is no DestinationRule " + host.get()
                + " with a subset canary, so its share would be answered "
                + "with errors.";
    }

    @Override
    String pending(JsonNode service) {
        JsonNode observed = service.path("status").path("observedGeneration");
        long generation = service.path("metadata").path("generation").asLong();
        return observed.isMissingNode() || observed.asLong() >= generation ? ""
                : "Istio has seen generation " + observed.asLong() + " of the VirtualService, not " + generation + ".";
    }

    @Override
    String untold(JsonNode service) {
        return service.path("status").has("observedGeneration") ? ""
                : "Istio does not tell here whether its proxies have taken the weights up.";
    }

    @Override
    String[] weightField(Component component, JsonNode object) {
        String protocol = PROTOCOLS.stream().filter(each -> object.path("spec").has(each)).findFirst().orElse("http");
        return new String[] {"spec", protocol};
    }

    private static Optional<WeightedPairs.Pair> pair(Component component, JsonNode route, String path) {
        String target = component.targetName();
        int stable = position(route, each -> host(each).equals(target) && subset(each).isEmpty());
        int canary = position(route, each -> host(each).equals(canary(component)) && subset(each).isEmpty());
        if (stable < 0 || canary < 0) {
            stable = position(route, each -> host(each).equals(target) && subset(each).equals(STABLE));
            canary = position(route, each -> host(each).equals(target) && subset(each).equals(CANARY));
        }
        if (stable < 0 || canary < 0) {
            return Optional.empty();
        }
        int sum = elements(route).mapToInt(IstioRouter::weight).sum();
        int stableWeight = weight(route.get(stable));
        int canaryWeight = weight(route.get(canary));
        return Optional.of(new WeightedPairs.Pair(path + stable, path + canary,
                new WeightPair(stableWeight, canaryWeight, sum - stableWeight - canaryWeight),
                List.of(test(path + stable, route.get(stable)), test(path + canary, route.get(canary)))));
    }

    private static Optional<String> subsetHost(Component component, JsonNode service) {
        return PROTOCOLS.stream().flatMap(protocol -> elements(service.path("spec").path(protocol)))
                .flatMap(route -> elements(route.path("route")))
                .filter(each -> subset(each).equals(CANARY) && host(each).equals(component.targetName()))
                .map(IstioRouter::host).findFirst();
    }

    private static Map<String, Object> test(String path, JsonNode destination) {
        return Split.operation("test", path + "/destination", destination.path("destination"));
    }

    private static int position(JsonNode route, Predicate<JsonNode> wanted) {
        for (int i = 0; i < route.size(); i++) {
            if (wanted.test(route.get(i))) {
                return i;
            }
        }
        return -1;
    }

    /** The host without namespace and domain: a short name and a full one are the same Service here. */
    private static String host(JsonNode destination) {
        return destination.path("destination").path("host").asText().replaceFirst("\\..*", "");
    }

    private static String subset(JsonNode destination) {
        return destination.path("destination").path("subset").asText();
    }

    private static int weight(JsonNode destination) {
        return destination.path("weight").asInt(0);
    }

    private static Stream<JsonNode> elements(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }
}
