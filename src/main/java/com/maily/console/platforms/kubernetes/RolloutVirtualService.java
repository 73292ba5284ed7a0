package com.maily.console.platforms.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import com.maily.console.core.model.Failure;
import com.maily.console.core.model.FailureException;
import com.maily.console.core.model.Weight;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * What the VirtualService that a Rollout writes really sends to the canary: a controller that believes it has taken traffic back is
 * not taken at its word.
 */
record RolloutVirtualService(RoutedObject services) {

    /** Empty where the Rollout names none, or it may not be read. */
    Optional<Weight> canaryShare(RolloutState state) {
        JsonNode canary = state.rollout().path("spec").path("strategy").path("canary");
        String name = canary.path("trafficRouting").path("istio").path("virtualService").path("name").asText();
        return name.isEmpty() ? Optional.empty() : readable(name).flatMap(service -> share(service, canary.path("canaryService").asText()));
    }

    private Optional<JsonNode> readable(String name) {
        try {
            return services.find(name);
        } catch (FailureException failed) {
            if (failed.failure() instanceof Failure.Denied) {
                return Optional.empty();
            }
            throw failed;
        }
    }

    private static Optional<Weight> share(JsonNode service, String canary) {
        return elements(service.path("spec").path("http")).map(route -> route.path("route"))
                .filter(route -> elements(route).anyMatch(each -> host(each).equals(canary)))
                .map(route -> Weight.ofShare(elements(route).filter(each -> host(each).equals(canary)).mapToInt(RolloutVirtualService::weight)
                        .sum(), elements(route).mapToInt(RolloutVirtualService::weight).sum())).max(Weight::compareTo);
    }

    private static String host(JsonNode destination) {
        return destination.path("destination").path("host").asText().replaceFirst("\\..*", "");
    }

    private static int weight(JsonNode destination) {
        return destination.path("weight").asInt(0);
    }

    private static Stream<JsonNode> elements(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }
}
