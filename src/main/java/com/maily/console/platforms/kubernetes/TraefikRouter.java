package com.maily.console.platforms.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import com.maily.console.core.model.Component;
import com.maily.console.core.port.WeightPair;
import java.util.List;
import java.util.stream.StreamSupport;

/** Splits traffic by the weights of a TraefikService between the Services {@code <target>} and {@code <target>-canary}. */
public final class TraefikRouter extends SplitRouter {

    public TraefikRouter(KubernetesConnection connection) {
        super(connection, "traefik.io/v1alpha1", "TraefikService");
    }

    @Override
    Split split(Component component, JsonNode service) {
        JsonNode services = service.path("spec").path("weighted").path("services");
        int stable = position(services, component.targetName());
        int canary = position(services, canary(component));
        if (stable < 0 || canary < 0) {
            throw notSplit(component, "It does not weigh Service " + component.targetName() + " against Service "
                    + canary(component) + ".", "Add both under spec.weighted.services.");
        }
        int sum = StreamSupport.stream(services.spliterator(), false).mapToInt(TraefikRouter::weight).sum();
        int stableWeight = weight(services.get(stable));
        int canaryWeight = weight(services.get(canary));
        String path = "/spec/weighted/services/";
        return new WeightedPairs(List.of(new WeightedPairs.Pair(path + stable, path + canary,
                new WeightPair(stableWeight, canaryWeight, sum - stableWeight - canaryWeight), List.of(
                        Split.operation("test", path + stable + "/name", component.targetName()),
                        Split.operation("test", path + canary + "/name", canary(component))))));
    }

    @Override
    String untold(JsonNode service) {
        String told = "Traefik does not tell when a weight is in effect.";
        return service.path("spec").path("weighted").has("sticky")
                ? told + " Sessions are sticky: who met the canary stays on it." : told;
    }

    @Override
    String[] weightField(Component component, JsonNode object) {
        return new String[] {"spec", "weighted"};
    }

    private static int position(JsonNode services, String name) {
        for (int i = 0; i < services.size(); i++) {
            if (services.get(i).path("name").asText().equals(name)) {
                return i;
            }
        }
        return -1;
    }

    /** Left out, a weight is 1. */
    private static int weight(JsonNode service) {
        return service.path("weight").asInt(1);
    }
}
