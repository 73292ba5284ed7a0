package com.maily.console.platforms.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import com.maily.console.core.model.Failure;
import com.maily.console.core.model.FailureException;
import com.maily.console.core.model.Weight;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The rules of an HTTPRoute that split traffic between two Services: how they are set, and the patch that sets them. Weights are
 * relative to their sum (Gateway API v1, HTTPBackendRef).
 */
record RouteWeights(JsonNode route, List<Pair> pairs) {

    /** Where in one rule the two backends stand, and their weights. */
    record Pair(int rule, int stable, int canary, int stableWeight, int canaryWeight) {
        Weight canaryShare() {
            return Weight.ofShare(canaryWeight, (double) stableWeight + canaryWeight);
        }
    }

    /** @throws FailureException {@code Rejected} when no rule has both Services */
    static RouteWeights of(JsonNode route, String stable, String canary) {
        List<Pair> pairs = new ArrayList<>();
        JsonNode rules = route.path("spec").path("rules");
        for (int rule = 0; rule < rules.size(); rule++) {
            JsonNode backends = rules.get(rule).path("backendRefs");
            int first = position(backends, stable);
            int second = position(backends, canary);
            if (first >= 0 && second >= 0) {
                pairs.add(new Pair(rule, first, second, weight(backends.get(first)), weight(backends.get(second))));
            }
        }
        if (pairs.isEmpty()) {
            throw new FailureException(new Failure.Rejected("Reading the weights of httproute/" + name(route) + " failed",
                    "No rule of it sends to both Service " + stable + " and Service " + canary + ".",
                            "Add both as backendRefs of one rule."));
        }
        return new RouteWeights(route, List.copyOf(pairs));
    }

    /** The canary's share; the largest one when rules differ, since that is how many users may meet it. */
    Weight canaryShare() {
        return pairs.stream().map(Pair::canaryShare).max(Weight::compareTo).orElse(Weight.ZERO);
    }

    boolean allAt(Weight weight) {
        return pairs.stream().allMatch(pair -> pair.canaryShare().equals(weight));
    }

    /**
     * The JSON Patch that gives the canary {@code percent}. It tests that the backends still stand where they stood, and carries
     * the version it was computed from, so that the server refuses it when anybody wrote in between.
     */
    String patch(int percent, String stable, String canary) {
        List<Map<String, Object>> operations = new ArrayList<>();
        operations.add(operation("replace", "/metadata/resourceVersion", version()));
        for (Pair pair : pairs) {
            String backends = "/spec/rules/" + pair.rule() + "/backendRefs/";
            operations.add(operation("test", backends + pair.stable() + "/name", stable));
            operations.add(operation("test", backends + pair.canary() + "/name", canary));
            operations.add(operation("add", backends + pair.stable() + "/weight", 100 - percent));
            operations.add(operation("add", backends + pair.canary() + "/weight", percent));
        }
        return Serialization.asJson(operations);
    }

    String version() {
        return route.path("metadata").path("resourceVersion").asText();
    }

    private static String name(JsonNode route) {
        return route.path("metadata").path("name").asText();
    }

    private static Map<String, Object> operation(String op, String path, Object value) {
        return Map.of("op", op, "path", path, "value", value);
    }

    private static int position(JsonNode backends, String service) {
        for (int i = 0; i < backends.size(); i++) {
            if (backends.get(i).path("name").asText().equals(service)) {
                return i;
            }
        }
        return -1;
    }

    private static int weight(JsonNode backend) {
        return backend.path("weight").asInt(1);
    }
}
