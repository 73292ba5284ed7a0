package com.maily.console.platforms.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import com.maily.console.core.model.Component;
import com.maily.console.core.port.WeightPair;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;

/**
 * Splits traffic by the weights of a Gateway API HTTPRoute, in each of its rules that has both Services, and believes them only
 * when
 * every gateway has taken them up.
 */
public final class HttpRouteRouter extends SplitRouter {

    static final String API = "gateway.networking.k8s.io/v1";

    public HttpRouteRouter(KubernetesConnection connection) {
        super(connection, API, "HTTPRoute");
    }

    @Override
    Split split(Component component, JsonNode route) {
        List<WeightedPairs.Pair> pairs = new ArrayList<>();
        JsonNode rules = route.path("spec").path("rules");
        for (int i = 0; i < rules.size(); i++) {
            pair(component, rules.get(i).path("backendRefs"), "/spec/rules/" + i + "/backendRefs/").ifPresent(pairs::add);
        }
        if (pairs.isEmpty()) {
            throw notSplit(component, "No rule of it sends to both Service " + component.targetName() + " and Service "
                    + canary(component) + ".", "Add both as backendRefs of one rule.");
        }
        return new WeightedPairs(List.copyOf(pairs));
    }

    @Override
    String pending(JsonNode route) {
        return RouteStatus.obstacle(route);
    }

    /** Gateways tell all there is to know. */
    @Override
    String untold(JsonNode route) {
        return "";
    }

    @Override
    String[] weightField(Component component, JsonNode route) {
        return new String[] {"spec", "rules"};
    }

    private static Optional<WeightedPairs.Pair> pair(Component component, JsonNode backends, String path) {
        int stable = position(backends, component.targetName());
        int canary = position(backends, canary(component));
        if (stable < 0 || canary < 0) {
            return Optional.empty();
        }
        int sum = StreamSupport.stream(backends.spliterator(), false).mapToInt(HttpRouteRouter::weight).sum();
        int stableWeight = weight(backends.get(stable));
        int canaryWeight = weight(backends.get(canary));
        return Optional.of(new WeightedPairs.Pair(path + stable, path + canary,
                new WeightPair(stableWeight, canaryWeight, sum - stableWeight - canaryWeight),
                List.of(Split.operation("test", path + stable + "/name", component.targetName()),
                        Split.operation("test", path + canary + "/name", canary(component)))));
    }

    private static int position(JsonNode backends, String service) {
        for (int i = 0; i < backends.size(); i++) {
            if (backends.get(i).path("name").asText().equals(service)) {
                return i;
            }
        }
        return -1;
    }

    /** Left out, a weight is 1. */
    private static int weight(JsonNode backend) {
        return backend.path("weight").asInt(1);
    }
}
