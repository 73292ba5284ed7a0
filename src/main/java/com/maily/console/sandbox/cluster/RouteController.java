package com.maily.console.sandbox.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;

/** The gateway's controller: a route is in effect when its conditions carry the generation that was written. */
final class RouteController {

    private static final Duration PROGRAMMING = Duration.ofMillis(300);

    private final World world;
    private final Writer writer;

    RouteController(World world, Writer writer) {
        this.world = world;
        this.writer = writer;
        WorkQueue queue = new WorkQueue(world, PROGRAMMING, key -> world.store().find(Kinds.HTTP_ROUTES, key)
                .ifPresent(this::sync));
        world.store().listen(Kinds.HTTP_ROUTES, change -> queue.add(Meta.key(change.object())));
        world.store().listen(Kinds.SERVICES, change -> world.store().all(Kinds.HTTP_ROUTES, Meta.namespace(change.object()))
                .forEach(route -> queue.add(Meta.key(route))));
    }

    private void sync(ObjectNode route) {
        if (world.faults().ignoresRoute(Meta.key(route).name())) {
            return;
        }
        boolean resolved = Json.items(Json.at(route, "spec", "rules")).flatMap(rule -> Json.items(rule.path("backendRefs")))
                .allMatch(backend -> world.store().find(Kinds.SERVICES,
                new Key(Meta.namespace(route), Json.text(backend, "name"))).isPresent());
        writer.changeStatus(Kinds.HTTP_ROUTES, Meta.key(route), made -> {
            JsonNode before = Json.at(made, "status", "parents").deepCopy();
            ArrayNode parents = Json.child(made, "status").putArray("parents");
            JsonNode references = Json.at(made, "spec", "parentRefs");
            for (int i = 0; i < references.size(); i++) {
                ObjectNode parent = parents.addObject();
                parent.set("parentRef", references.get(i).deepCopy());
                parent.put("controllerName", "sandbox.maily.dev/gateway-controller");
                ArrayNode conditions = parent.putArray("conditions");
                condition(conditions, before.path(i), route, "Accepted", true, "Accepted");
                condition(conditions, before.path(i), route, "ResolvedRefs", resolved, resolved ? "ResolvedRefs"
                        : "BackendNotFound");
            }
        });
    }

    private void condition(ArrayNode conditions, JsonNode before, ObjectNode route, String type, boolean holds, String reason) {
        String word = holds ? "True" : "False";
        String since = Json.items(before.path("conditions"))
                .filter(c -> Json.text(c, "type").equals(type) && Json.text(c, "status").equals(word))
                .map(c -> Json.text(c, "lastTransitionTime")).findFirst().orElse(world.timestamp());
        conditions.addObject().put("type", type).put("status", word).put("observedGeneration", (int) Meta.generation(route))
                .put("lastTransitionTime", since).put("reason", reason)
                .put("message", holds ? "" : "a backend Service does not exist");
    }
}
