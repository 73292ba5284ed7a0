package com.maily.console.sandbox.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;

/**
 * The blue/green strategy of Argo Rollouts: the new version comes up whole behind the preview Service, then the active Service is
 * switched to it at once, and the old pods go a while later. In the order recorded from the real controller.
 */
final class RolloutSwitch {

    /** On a ReplicaSet: until when its pods are kept after the switch. */
    static final String DEADLINE = "scale-down-deadline";
    private static final int USUAL_DELAY = 30;

    private final World world;
    private final Writer writer;
    private final RolloutSets sets;
    private final Consumer<Key> again;

    /** @param again looks at a Rollout once more */
    RolloutSwitch(World world, Writer writer, RolloutSets sets, Consumer<Key> again) {
        this.world = world;
        this.writer = writer;
        this.sets = sets;
        this.again = again;
    }

    static JsonNode strategy(JsonNode rollout) {
        return Json.at(rollout, "spec", "strategy", "blueGreen");
    }

    /** @param revision of the template the Rollout has now */
    void sync(ObjectNode rollout, long revision) {
        String hash = Json.text(rollout, "status", "currentPodHash");
        boolean stable = Json.text(rollout, "status", "stableRS").equals(hash);
        if (!stable && Json.at(rollout, "status", "abort").asBoolean()) {
            abort(rollout, revision);
            return;
        }
        select(rollout, "preview", hash);
        sets.scale(rollout, hash, pods(rollout));
        if (sets.available(rollout, hash) < pods(rollout)) {
            return;
        }
        if (stable || Json.at(rollout, "status", "promoteFull").asBoolean() || mayGoOn(rollout)) {
            activate(rollout, hash, stable);
        }
    }

    /** Pauses before the switch where somebody or some time must pass first. @return whether it has */
    private boolean mayGoOn(ObjectNode rollout) {
        boolean automatic = Json.at(strategy(rollout), "autoPromotionEnabled").asBoolean(true);
        int seconds = Json.number(strategy(rollout), "autoPromotionSeconds");
        if (automatic && seconds == 0 || Json.at(rollout, "spec", "paused").asBoolean()) {
            return automatic && !Json.at(rollout, "spec", "paused").asBoolean();
        }
        JsonNode pause = Json.at(rollout, "status", "pauseConditions").path(0);
        boolean waiting = !pause.isMissingNode();
        if (!waiting && Json.at(rollout, "status", "controllerPause").asBoolean()) {
            return true;
        }
        if (!waiting) {
            tell(rollout, made -> Json.child(made, "status").put("controllerPause", true).putArray("pauseConditions").addObject()
                    .put("reason", "BlueGreenPause").put("startTime", world.timestamp()));
            if (seconds > 0) {
                world.after(Duration.ofSeconds(seconds + 1), () -> again.accept(Meta.key(rollout)));
            }
            return false;
        }
        return seconds > 0 && !Instant.parse(Json.text(pause, "startTime")).plusSeconds(seconds).isAfter(world.now());
    }

    private void activate(ObjectNode rollout, String hash, boolean stable) {
        select(rollout, "active", hash);
        String old = Json.text(rollout, "status", "stableRS");
        tell(rollout, made -> Json.child(made, "status").put("stableRS", hash)
                .remove(List.of("promoteFull", "pauseConditions", "controllerPause")));
        if (!stable) {
            retire(rollout, old, Json.at(strategy(rollout), "scaleDownDelaySeconds").asInt(USUAL_DELAY));
        }
    }

    private void abort(ObjectNode rollout, long revision) {
        boolean first = !Json.at(rollout, "status").has("abortedAt");
        tell(rollout, made -> {
            ObjectNode status = Json.child(made, "status")
                    .put("message", "RolloutAborted: Rollout aborted update to revision " + revision);
            status.remove(List.of("pauseConditions", "controllerPause"));
            if (first) {
                status.put("abortedAt", world.timestamp());
            }
        });
        int delay = Json.at(strategy(rollout), "abortScaleDownDelaySeconds").asInt(USUAL_DELAY);
        if (first && delay > 0) {
            retire(rollout, Json.text(rollout, "status", "currentPodHash"), delay);
        }
    }

    /** Takes the pods of a version away after a while, unless it is in use again by then. */
    private void retire(ObjectNode rollout, String hash, int seconds) {
        String deadline = Meta.time(world.now().plusSeconds(seconds));
        annotate(rollout, hash, deadline);
        world.after(Duration.ofSeconds(seconds), () -> world.store().find(Kinds.ROLLOUTS, Meta.key(rollout))
                .filter(now -> !used(now, hash)).ifPresent(now -> {
                    sets.scale(now, hash, 0);
                    annotate(now, hash, "");
                }));
    }

    private static boolean used(ObjectNode rollout, String hash) {
        boolean asked = hash.equals(Json.text(rollout, "status", "currentPodHash"))
                && !Json.at(rollout, "status", "abort").asBoolean();
        return asked || hash.equals(Json.text(rollout, "status", "stableRS"));
    }

    private void annotate(ObjectNode rollout, String hash, String deadline) {
        sets.find(rollout, hash).ifPresent(set -> writer.change(Kinds.REPLICA_SETS, Meta.key(set), made -> {
            ObjectNode annotations = Json.child(made, "metadata", "annotations");
            annotations.remove(DEADLINE);
            if (!deadline.isEmpty()) {
                annotations.put(DEADLINE, deadline);
            }
        }));
    }

    /** Points a Service at a version, and says so in the status. @param side {@code active} or {@code preview} */
    private void select(ObjectNode rollout, String side, String hash) {
        Key key = new Key(Meta.namespace(rollout), Json.text(strategy(rollout), side + "Service"));
        if (world.store().find(Kinds.SERVICES, key).isPresent()) {
            writer.change(Kinds.SERVICES, key, made -> {
                Json.child(made, "spec", "selector").put(RolloutSets.HASH, hash);
                Json.child(made, "metadata", "annotations").put("argo-rollouts.argoproj.io/managed-by-rollouts",
                        Meta.name(rollout));
            });
        }
        tell(rollout, made -> Json.child(made, "status", "blueGreen").put(side + "Selector", hash));
    }

    private static int pods(ObjectNode rollout) {
        return Json.at(rollout, "spec", "replicas").asInt(1);
    }

    private void tell(ObjectNode rollout, Consumer<ObjectNode> change) {
        writer.changeStatus(Kinds.ROLLOUTS, Meta.key(rollout), change, RolloutController.MANAGER);
    }
}
