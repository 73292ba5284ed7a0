package com.maily.console.platforms.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;

/** What an HTTPRoute's gateways say of it. */
final class RouteStatus {

    private static final List<String> NEEDED = List.of("Accepted", "ResolvedRefs");

    private RouteStatus() { }

    /** Why the route as it is written is not in effect on every gateway; empty when it is. */
    static String obstacle(JsonNode route) {
        long generation = route.path("metadata").path("generation").asLong();
        JsonNode parents = route.path("status").path("parents");
        if (parents.isEmpty()) {
            return "No gateway has taken up the route yet.";
        }
        return elements(parents).flatMap(parent -> NEEDED.stream().map(type -> obstacle(parent, type, generation)))
                .filter(why -> !why.isEmpty()).findFirst().orElse("");
    }

    private static String obstacle(JsonNode parent, String type, long generation) {
        String gateway = "Gateway " + parent.path("parentRef").path("name").asText();
        Optional<? extends JsonNode> condition = elements(parent.path("conditions"))
                .filter(each -> each.path("type").asText().equals(type)).findFirst();
        if (condition.isEmpty()) {
            return gateway + " has not said " + type + ".";
        }
        long observed = condition.get().path("observedGeneration").asLong();
        if (observed < generation) {
            return gateway + " has seen generation " + observed + " of the route, not " + generation + ".";
        }
        return condition.get().path("status").asText().equals("True") ? ""
                : gateway + " says " + condition.get().path("reason").asText() + ": " + condition.get().path("message").asText();
    }

    private static java.util.stream.Stream<JsonNode> elements(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }
}
