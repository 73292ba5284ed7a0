package com.maily.console.sandbox.cluster;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;

/** Keeps the books: what quotas are used up, where autoscalers stand, which volume claims are bound. */
final class AccountController {

    private static final Duration BOOKING = Duration.ofMillis(200);

    private final World world;
    private final Writer writer;

    AccountController(World world, Writer writer) {
        this.world = world;
        this.writer = writer;
        WorkQueue quotas = new WorkQueue(world, BOOKING, key -> world.store().find(Kinds.RESOURCE_QUOTAS, key)
                .ifPresent(this::book));
        WorkQueue scalers = new WorkQueue(world, BOOKING, key -> world.store().find(Kinds.AUTOSCALERS, key)
                .ifPresent(this::stand));
        WorkQueue claims = new WorkQueue(world, BOOKING, key -> world.store().find(Kinds.VOLUME_CLAIMS, key)
                .ifPresent(this::bind));
        world.store().listen(Kinds.RESOURCE_QUOTAS, change -> quotas.add(Meta.key(change.object())));
        world.store().listen(Kinds.PODS, change -> world.store().all(Kinds.RESOURCE_QUOTAS, Meta.namespace(change.object()))
                .forEach(quota -> quotas.add(Meta.key(quota))));
        world.store().listen(Kinds.AUTOSCALERS, change -> scalers.add(Meta.key(change.object())));
        world.store().listen(Kinds.DEPLOYMENTS, change -> world.store().all(Kinds.AUTOSCALERS, Meta.namespace(change.object()))
                .stream().filter(scaler -> target(scaler).equals(Meta.name(change.object())))
                .forEach(scaler -> scalers.add(Meta.key(scaler))));
        world.store().listen(Kinds.VOLUME_CLAIMS, change -> claims.add(Meta.key(change.object())));
    }

    private void book(ObjectNode quota) {
        var used = Quota.used(world.store(), Meta.namespace(quota), quota);
        writer.changeStatus(Kinds.RESOURCE_QUOTAS, Meta.key(quota), made -> {
            Json.child(made, "status").set("hard", Json.at(made, "spec", "hard").deepCopy());
            ObjectNode told = Json.child(made, "status").putObject("used");
            used.forEach((resource, amount) -> told.put(resource, Quantity.text(resource, amount)));
        });
    }

    /** It has no metrics to act on, so it wants what there is. */
    private void stand(ObjectNode scaler) {
        world.store().find(Kinds.DEPLOYMENTS, new Key(Meta.namespace(scaler), target(scaler))).ifPresent(deployment -> {
            int current = Json.number(deployment, "status", "replicas");
            writer.changeStatus(Kinds.AUTOSCALERS, Meta.key(scaler), made -> Json.child(made, "status")
                    .put("currentReplicas", current).put("desiredReplicas", current));
        });
    }

    private static String target(ObjectNode scaler) {
        return Json.text(scaler, "spec", "scaleTargetRef", "name");
    }

    private void bind(ObjectNode claim) {
        if (!Json.text(claim, "status", "phase").equals("Bound")) {
            writer.changeStatus(Kinds.VOLUME_CLAIMS, Meta.key(claim), made -> {
                Json.child(made, "status").put("phase", "Bound");
                Json.child(made, "status").set("accessModes", Json.at(made, "spec", "accessModes").deepCopy());
                Json.child(made, "status").set("capacity", Json.at(made, "spec", "resources", "requests").deepCopy());
            });
        }
    }
}
