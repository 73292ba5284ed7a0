package com.maily.console.sandbox.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Carries a Rollout's weight to its Services and to the Istio VirtualService it names. */
final class RolloutTraffic {

    private final World world;
    private final Writer writer;

    RolloutTraffic(World world, Writer writer) {
        this.world = world;
        this.writer = writer;
    }

    void split(ObjectNode rollout, int weight) {
        JsonNode canary = RolloutSteps.canary(rollout);
        String canaryService = Json.text(canary, "canaryService");
        String stableService = Json.text(canary, "stableService");
        select(rollout, stableService, Json.text(rollout, "status", "stableRS"));
        select(rollout, canaryService, Json.text(rollout, "status", "currentPodHash"));
        Key key = new Key(Meta.namespace(rollout), Json.text(canary, "trafficRouting", "istio", "virtualService", "name"));
        if (world.store().find(Kinds.VIRTUAL_SERVICES, key).isPresent()) {
            writer.change(Kinds.VIRTUAL_SERVICES, key, made -> Json.items(Json.at(made, "spec", "http"))
                    .flatMap(http -> Json.items(http.path("route"))).forEach(route -> {
                        String host = Json.text(route, "destination", "host");
                        if (host.equals(canaryService) || host.equals(stableService)) {
                            ((ObjectNode) route).put("weight", host.equals(canaryService) ? weight : 100 - weight);
                        }
                    }));
        }
    }

    private void select(ObjectNode rollout, String service, String hash) {
        Key key = new Key(Meta.namespace(rollout), service);
        if (!hash.isEmpty() && world.store().find(Kinds.SERVICES, key).isPresent()) {
            writer.change(Kinds.SERVICES, key, made -> Json.child(made, "spec", "selector").put(RolloutSets.HASH, hash));
        }
    }
}
