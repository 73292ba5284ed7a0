package com.maily.console.sandbox.cluster;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;

/**
 * Argo Rollouts as far as a canary needs it: steps {@code setWeight}, {@code setCanaryScale} and {@code pause}, promotion, abort,
 * retry and undo, in the order recorded from the real controller. Analyses and experiments pass at once.
 */
final class RolloutController {

    /** How the real one signs its writes. */
    static final String MANAGER = "rollouts-controller";
    private static final Duration DELAY = Duration.ofMillis(20);
    /** How long the pods of an aborted or an old version stay, so that traffic has left them before they go. */
    private static final Duration SCALE_DOWN = Duration.ofSeconds(30);

    private final World world;
    private final Writer writer;
    private final RolloutSets sets;
    private final RolloutTraffic traffic;
    private final RolloutTemplate templates;
    private final RolloutSwitch blueGreen;
    private final WorkQueue queue;

    RolloutController(World world, Writer writer) {
        this.world = world;
        this.writer = writer;
        this.sets = new RolloutSets(world, writer);
        this.traffic = new RolloutTraffic(world, writer);
        this.templates = new RolloutTemplate(world.store());
        this.queue = new WorkQueue(world, DELAY, key -> world.store().find(Kinds.ROLLOUTS, key).ifPresent(this::sync));
        this.blueGreen = new RolloutSwitch(world, writer, sets, queue::add);
        world.store().listen(Kinds.ROLLOUTS, change -> queue.add(Meta.key(change.object())));
        world.store().listen(Kinds.REPLICA_SETS, change -> Meta.owner(change.object())
                .filter(owner -> Json.text(owner, "kind").equals("Rollout"))
                .ifPresent(owner -> queue.add(new Key(Meta.namespace(change.object()), Json.text(owner, "name")))));
        world.store().listen(Kinds.DEPLOYMENTS, change -> world.store().all(Kinds.ROLLOUTS, Meta.namespace(change.object())).stream()
                .filter(rollout -> Json.text(rollout, "spec", "workloadRef", "name").equals(Meta.name(change.object())))
                .forEach(rollout -> queue.add(Meta.key(rollout))));
    }

    private void sync(ObjectNode rollout) {
        if (!Meta.deleting(rollout)) {
            templates.resolved(rollout).ifPresent(this::move);
        }
    }

    /** @param rollout with its template in it, wherever that stands */
    private void move(ObjectNode rollout) {
        boolean switches = !RolloutSwitch.strategy(rollout).isMissingNode();
        if (!switches && RolloutSteps.canary(rollout).isMissingNode()) {
            return;
        }
        long revision = sets.current(rollout);
        String hash = RolloutSets.hash(rollout);
        ObjectNode known = tell(rollout, made -> {
            Json.child(made, "metadata", "annotations").put(RolloutSets.REVISION, Long.toString(revision));
            templates.note(made);
            begin(made, hash);
        });
        if (switches) {
            blueGreen.sync(known, revision);
        } else if (stable(known)) {
            settle(known);
        } else if (Json.at(known, "status", "abort").asBoolean() && !ignoresAbort(known)) {
            abort(known, revision);
        } else if (Json.at(known, "status", "promoteFull").asBoolean()) {
            finish(known);
        } else if (!Json.at(known, "spec", "paused").asBoolean()) {
            climb(known);
        }
        world.store().find(Kinds.ROLLOUTS, Meta.key(rollout)).ifPresent(now -> tell(now, made -> RolloutStatus.count(made, sets)));
    }

    private boolean ignoresAbort(ObjectNode rollout) {
        return world.faults().promotesPastAborts() && Json.at(rollout, "status", "promoteFull").asBoolean();
    }

    /** A template never seen starts at the first step; the very first one and the stable one need none. */
    private void begin(ObjectNode made, String hash) {
        ObjectNode status = Json.child(made, "status");
        status.put("observedGeneration", Long.toString(Meta.generation(made)));
        if (!status.has("stableRS")) {
            status.put("stableRS", hash);
        }
        if (!Json.text(status, "currentPodHash").equals(hash)) {
            boolean back = Json.text(status, "stableRS").equals(hash);
            status.put("currentPodHash", hash).put("currentStepIndex", back ? RolloutSteps.of(made).count() : 0);
            status.remove(List.of("pauseConditions", "controllerPause", "abort", "abortedAt", "promoteFull"));
        }
        again(made, status);
    }

    /** Other steps than the ones it began with make it start at the first one. */
    private static void again(ObjectNode made, ObjectNode status) {
        String steps = Integer.toHexString(RolloutSteps.canary(made).path("steps").hashCode());
        boolean changed = status.has("currentStepHash") && !Json.text(status, "currentStepHash").equals(steps);
        if (changed) {
            boolean stable = Json.text(status, "stableRS").equals(Json.text(status, "currentPodHash"));
            status.put("currentStepIndex", stable ? RolloutSteps.of(made).count() : 0);
            status.remove(List.of("pauseConditions", "controllerPause", "abort", "abortedAt", "promoteFull"));
        }
        status.put("currentStepHash", steps);
    }

    private void climb(ObjectNode rollout) {
        RolloutSteps steps = RolloutSteps.of(rollout);
        if (steps.finished()) {
            finish(rollout);
            return;
        }
        int pods = steps.canaryPods();
        boolean ready = scale(rollout, pods, steps.stablePods());
        if (steps.current().has("pause")) {
            pause(rollout, steps);
        } else if (ready) {
            traffic.split(rollout, steps.weight());
            tell(rollout, made -> {
                RolloutStatus.weights(made, steps.weight());
                Json.child(made, "status").put("currentStepIndex", steps.index() + 1);
            });
        }
    }

    private void pause(ObjectNode rollout, RolloutSteps steps) {
        ObjectNode status = Json.child(rollout.deepCopy(), "status");
        boolean waiting = !status.path("pauseConditions").isEmpty();
        if (!waiting && status.path("controllerPause").asBoolean()) {
            goOn(rollout, steps);
        } else if (!waiting) {
            tell(rollout, made -> {
                ObjectNode changed = Json.child(made, "status").put("controllerPause", true);
                changed.putArray("pauseConditions").addObject().put("reason", "CanaryPauseStep").put("startTime", world.timestamp());
            });
            if (!steps.pause().isZero()) {
                queue.addAfter(Meta.key(rollout), steps.pause());
            }
        } else if (!steps.pause().isZero()
                && !Instant.parse(Json.text(status.path("pauseConditions").get(0), "startTime")).plus(steps.pause()).isAfter(world.now())) {
            goOn(rollout, steps);
        }
    }

    private void goOn(ObjectNode rollout, RolloutSteps steps) {
        tell(rollout, made -> Json.child(made, "status").put("currentStepIndex", steps.index() + 1)
                .remove(List.of("pauseConditions", "controllerPause")));
    }

    /** The new version is the stable one as soon as all its pods are there; traffic goes to it, and the old pods go later. */
    private void finish(ObjectNode rollout) {
        RolloutSteps all = new RolloutSteps(rollout, RolloutSteps.of(rollout).count());
        if (!scale(rollout, all.pods(), all.stablePods())) {
            return;
        }
        ObjectNode done = tell(rollout, made -> {
            ObjectNode status = Json.child(made, "status").put("currentStepIndex", all.count())
                    .put("stableRS", Json.text(made, "status", "currentPodHash"));
            status.remove(List.of("promoteFull", "pauseConditions", "controllerPause"));
            RolloutStatus.weights(made, 0);
        });
        traffic.split(done, 0);
        later(done);
    }

    private void abort(ObjectNode rollout, long revision) {
        traffic.split(rollout, world.faults().leftAfterAborts());
        boolean first = !Json.at(rollout, "status").has("abortedAt");
        tell(rollout, made -> {
            ObjectNode status = Json.child(made, "status").put("currentStepIndex", 0);
            status.remove(List.of("pauseConditions", "controllerPause"));
            if (first) {
                status.put("abortedAt", world.timestamp());
            }
            RolloutStatus.weights(made, 0);
            status.put("message", "RolloutAborted: Rollout aborted update to revision " + revision);
        });
        if (!RolloutSteps.of(rollout).byTraffic()) {
            scale(rollout, 0, RolloutSteps.of(rollout).pods());
        } else if (first) {
            world.after(SCALE_DOWN, () -> world.store().find(Kinds.ROLLOUTS, Meta.key(rollout))
                    .filter(now -> Json.at(now, "status", "abort").asBoolean() && !stable(now))
                    .ifPresent(now -> sets.scale(now, Json.text(now, "status", "currentPodHash"), 0)));
        }
    }

    private void settle(ObjectNode rollout) {
        String hash = Json.text(rollout, "status", "currentPodHash");
        sets.scale(rollout, hash, RolloutSteps.of(rollout).pods());
        traffic.split(rollout, 0);
        tell(rollout, made -> RolloutStatus.weights(made, 0));
        later(rollout);
    }

    private void later(ObjectNode rollout) {
        boolean left = sets.all(rollout).stream().anyMatch(set -> DeploymentController.replicas(set) > 0
                && !Meta.labels(set).getOrDefault(RolloutSets.HASH, "").equals(Json.text(rollout, "status", "stableRS")));
        if (left) {
            world.after(SCALE_DOWN, () -> world.store().find(Kinds.ROLLOUTS, Meta.key(rollout)).filter(RolloutController::stable)
                    .ifPresent(now -> sets.all(now).stream().map(set -> Meta.labels(set).getOrDefault(RolloutSets.HASH, ""))
                            .filter(hash -> !hash.equals(Json.text(now, "status", "stableRS"))).forEach(hash -> sets.scale(now, hash, 0))));
        }
    }

    /** @return whether the new version has all its pods */
    private boolean scale(ObjectNode rollout, int canary, int stable) {
        String hash = Json.text(rollout, "status", "currentPodHash");
        sets.scale(rollout, hash, canary);
        boolean ready = sets.available(rollout, hash) >= canary;
        boolean grows = sets.find(rollout, Json.text(rollout, "status", "stableRS")).map(DeploymentController::replicas).orElse(0) < stable;
        if (ready || grows) {
            sets.scale(rollout, Json.text(rollout, "status", "stableRS"), stable);
        }
        return ready;
    }

    private static boolean stable(ObjectNode rollout) {
        return Json.text(rollout, "status", "stableRS").equals(Json.text(rollout, "status", "currentPodHash"));
    }

    private ObjectNode tell(ObjectNode rollout, Consumer<ObjectNode> change) {
        return writer.changeStatus(Kinds.ROLLOUTS, Meta.key(rollout), change, MANAGER);
    }
}
