package com.maily.console.sandbox.ports;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.maily.console.core.model.Component;
import com.maily.console.core.model.Failure;
import com.maily.console.core.model.FailureException;
import com.maily.console.core.model.Weight;
import com.maily.console.core.port.LastShares;
import com.maily.console.core.port.Traffic;
import com.maily.console.core.port.TrafficRouter;
import com.maily.console.sandbox.cluster.Kinds;
import com.maily.console.sandbox.cluster.PatchKind;
import java.util.List;
import java.util.stream.IntStream;

/** Traffic by the weights of the component's HTTPRoute. */
final class RouteSplit implements TrafficRouter {

    private final Place place;
    private final LastShares shares = new LastShares();

    RouteSplit(Place place) {
        this.place = place;
    }

    @Override
    public Traffic observe(Component component) {
        return place.clock().locked(() -> {
            ObjectNode route = read(component);
            Weight desired = share(component, route);
            String why = obstacle(component, route, desired);
            Weight observed = shares.observed(component, desired, why.isEmpty());
            return new Traffic(desired, observed, why, Read.owner(route, "spec", "rules"),
                    Read.text(route, "metadata", "resourceVersion"), place.now());
        });
    }

    @Override
    public Reach reach(Component component) {
        return new Reach.AnyPercent();
    }

    @Override
    public String set(Component component, Weight weight) {
        if (weight.basisPoints() % 100 != 0) {
            throw new FailureException(new Failure.Rejected("Shifting " + component.name() + " failed",
                    weight + " is not a whole percentage.", "Choose a whole percentage from 0 to 100."));
        }
        ArrayNode patch = place.clock().locked(() -> {
            ObjectNode route = read(component);
            ArrayNode operations = operations(component, route, weight.basisPoints() / 100);
            if (!share(component, route).equals(weight)) {
                place.patch(Kinds.HTTP_ROUTES, Read.name(route), "", PatchKind.JSON, operations);
            }
            return operations;
        });
        return place.kubectl("patch httproute/" + component.routing().name() + " --type=json -p '" + patch + "'");
    }

    /** The one HTTPRoute that has both Services. */
    String owner(Component component) {
        List<String> owners = place.cluster().list(Kinds.HTTP_ROUTES, place.namespace(), "").stream()
                .filter(route -> Read.items(backends(route)).map(backend -> Read.text(backend, "name")).toList()
                        .containsAll(List.of(component.targetName(), canary(component)))).map(Read::name).toList();
        if (owners.size() != 1) {
            throw new FailureException(new Failure.Missing("Finding the router of " + component.name() + " failed",
                    (owners.isEmpty() ? "Nothing" : String.join(" and ", owners)) + " splits its traffic.",
                    "Name one router in the workspace file."));
        }
        return owners.getFirst();
    }

    private ObjectNode read(Component component) {
        String name = component.routing().name();
        return place.call("Reading httproute/" + name, () -> place.cluster().read(Kinds.HTTP_ROUTES, place.namespace(), name));
    }

    private static ArrayNode operations(Component component, JsonNode route, int percent) {
        ArrayNode operations = Read.array();
        JsonNode backends = backends(route);
        IntStream.range(0, backends.size()).forEach(i -> {
            String service = Read.text(backends.get(i), "name");
            if (service.equals(component.targetName()) || service.equals(canary(component))) {
                operations.addObject().put("op", "add").put("path", "/spec/rules/0/backendRefs/" + i + "/weight")
                        .put("value", service.equals(canary(component)) ? percent : 100 - percent);
            }
        });
        return operations;
    }

    private static Weight share(Component component, JsonNode route) {
        int canary = weight(route, canary(component));
        return Weight.ofShare(canary, canary + weight(route, component.targetName()));
    }

    private static int weight(JsonNode route, String service) {
        return Read.items(backends(route)).filter(backend -> Read.text(backend, "name").equals(service))
                .mapToInt(backend -> backend.path("weight").asInt(1)).findFirst().orElse(0);
    }

    private static JsonNode backends(JsonNode route) {
        return Read.at(route, "spec", "rules").path(0).path("backendRefs");
    }

    private String obstacle(Component component, JsonNode route, Weight desired) {
        int generation = Read.number(route, "metadata", "generation");
        boolean seen = Read.items(Read.at(route, "status", "parents")).flatMap(parent -> Read.items(parent.path("conditions")))
                .filter(condition -> Read.number(condition, "observedGeneration") >= generation && Read.text(condition, "status")
                        .equals("True"))
                .count() >= 2;
        if (!seen) {
            return "The gateway has not taken up generation " + generation + " of the route.";
        }
        boolean ready = place.find(Kinds.DEPLOYMENTS, canary(component)).map(Read::ready).orElse(0) > 0;
        return desired.isZero() || ready ? "" : "No canary pod is ready, so its share of requests is answered with errors.";
    }

    private static String canary(Component component) {
        return component.targetName() + "-canary";
    }
}
