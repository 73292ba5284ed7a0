package com.maily.console.sandbox.cluster;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Moves a Deployment's pods from its old ReplicaSets to the one of its template, in the steps and with the intermediate states of
 * the real controller: one change per look, and the status of one look is told before the next.
 */
final class DeploymentController {

    private static final Duration DELAY = Duration.ofMillis(5);

    private final World world;
    private final Writer writer;
    private final Deleter deleter;
    private final WorkQueue queue;
    private final ReplicaSets sets;
    private final Map<Key, Instant> deadlines = new HashMap<>();

    DeploymentController(World world, Writer writer, Deleter deleter, EventRecorder events) {
        this.world = world;
        this.writer = writer;
        this.deleter = deleter;
        this.sets = new ReplicaSets(world, writer, events);
        this.queue = new WorkQueue(world, DELAY, this::sync);
        world.store().listen(Kinds.DEPLOYMENTS, change -> queue.add(Meta.key(change.object())));
        world.store().listen(Kinds.REPLICA_SETS, change -> Meta.owner(change.object())
                .ifPresent(owner -> queue.add(new Key(Meta.namespace(change.object()), Json.text(owner, "name")))));
    }

    private void sync(Key key) {
        world.store().find(Kinds.DEPLOYMENTS, key).ifPresent(this::sync);
    }

    private void sync(ObjectNode found) {
        if (Meta.deleting(found)) {
            tell(found, false);
            return;
        }
        ObjectNode deployment = notePause(found);
        boolean paused = Json.at(deployment, "spec", "paused").asBoolean();
        if (paused || sets.scaled(deployment)) {
            sets.spread(deployment);
            tell(deployment, false);
        } else if (Bounds.of(deployment).recreate()) {
            recreate(deployment);
        } else {
            roll(deployment);
        }
    }

    /** Pausing and resuming show as a condition before anything else happens. */
    private ObjectNode notePause(ObjectNode deployment) {
        boolean paused = Json.at(deployment, "spec", "paused").asBoolean();
        String reason = Conditions.reason(deployment, "Progressing");
        boolean noted = reason.equals("DeploymentPaused");
        if (paused == noted || reason.equals("ProgressDeadlineExceeded")) {
            return deployment;
        }
        return writer.changeStatus(Kinds.DEPLOYMENTS, Meta.key(deployment), made -> Conditions.set(made, "Progressing", "Unknown",
                paused ? "DeploymentPaused" : "DeploymentResumed", paused ? "Deployment is paused" : "Deployment is resumed",
                world.timestamp()));
    }

    private void roll(ObjectNode deployment) {
        Optional<ObjectNode> current = sets.current(deployment);
        if (current.isEmpty()) {
            sets.create(deployment, Bounds.of(deployment));
            queue.add(Meta.key(deployment));
            return;
        }
        ObjectNode marked = sets.mark(deployment, current.get());
        if (!Meta.annotation(marked, Meta.REVISION).equals(Meta.annotation(deployment, Meta.REVISION))) {
            noteRevision(deployment, marked);
        }
        if (grow(deployment, marked) || shrink(deployment, marked)) {
            tell(read(deployment), true);
        } else {
            forgetOldest(deployment, marked);
            tell(read(deployment), true);
        }
    }

    private void noteRevision(ObjectNode deployment, ObjectNode set) {
        writer.changeStatus(Kinds.DEPLOYMENTS, Meta.key(deployment), made -> Json.child(made, "metadata", "annotations")
                .put(Meta.REVISION, Meta.annotation(set, Meta.REVISION)));
    }

    private void recreate(ObjectNode deployment) {
        Optional<ObjectNode> current = sets.current(deployment);
        List<ObjectNode> old = sets.old(deployment);
        List<ObjectNode> busy = old.stream().filter(set -> replicas(set) > 0).toList();
        if (!busy.isEmpty()) {
            busy.forEach(set -> sets.scale(deployment, set, 0));
            tell(deployment, true);
        } else if (old.stream().anyMatch(sets::hasPods)) {
            tell(deployment, true);
        } else if (current.isEmpty()) {
            sets.create(deployment, Bounds.of(deployment));
            queue.add(Meta.key(deployment));
        } else {
            ObjectNode marked = sets.mark(deployment, current.get());
            if (!Meta.annotation(marked, Meta.REVISION).equals(Meta.annotation(deployment, Meta.REVISION))) {
                noteRevision(deployment, marked);
            }
            sets.scale(deployment, marked, Bounds.of(deployment).wanted());
            forgetOldest(deployment, marked);
            tell(read(deployment), true);
        }
    }

    /** Adds pods of the new template as far as the surge allows. */
    private boolean grow(ObjectNode deployment, ObjectNode current) {
        Bounds bounds = Bounds.of(deployment);
        int total = sets.all(deployment).stream().mapToInt(DeploymentController::replicas).sum();
        int size = replicas(current);
        int next = size > bounds.wanted() ? bounds.wanted()
                : total >= bounds.most() ? size : size + Math.min(bounds.most() - total, bounds.wanted() - size);
        return sets.scale(deployment, current, next);
    }

    /** Takes away old pods, the unhealthy ones first, as long as enough stay available. */
    private boolean shrink(ObjectNode deployment, ObjectNode current) {
        List<ObjectNode> old = sets.old(deployment).stream().filter(set -> replicas(set) > 0)
                .sorted(Comparator.comparing(Meta::created)).toList();
        if (old.isEmpty()) {
            return false;
        }
        Bounds bounds = Bounds.of(deployment);
        List<ObjectNode> all = sets.all(deployment);
        int total = all.stream().mapToInt(DeploymentController::replicas).sum();
        int spare = total - bounds.least() - (replicas(current) - available(current));
        if (spare <= 0) {
            return false;
        }
        Map<Key, Integer> sizes = new HashMap<>();
        int cleaned = 0;
        for (ObjectNode set : old) {
            int sick = Math.min(spare - cleaned, Math.max(0, replicas(set) - available(set)));
            sizes.put(Meta.key(set), replicas(set) - sick);
            cleaned += sick;
        }
        int free = all.stream().mapToInt(DeploymentController::available).sum() - bounds.least();
        boolean changed = false;
        for (ObjectNode set : old) {
            int size = sizes.getOrDefault(Meta.key(set), 0);
            int gone = Math.clamp(free, 0, size);
            free -= gone;
            changed |= sets.scale(deployment, set, size - gone);
        }
        return changed;
    }

    /** Keeps no more finished ReplicaSets than the history limit says, once the rollout is complete. */
    private void forgetOldest(ObjectNode deployment, ObjectNode current) {
        List<ObjectNode> idle = sets.old(deployment).stream().filter(set -> replicas(set) == 0 && !sets.hasPods(set))
                .sorted(Comparator.comparingLong(ReplicaSets::revision)).toList();
        int surplus = idle.size() - Json.at(deployment, "spec", "revisionHistoryLimit").asInt(10);
        if (surplus > 0 && available(current) == Bounds.of(deployment).wanted()) {
            idle.stream().limit(surplus).forEach(set -> deleter.delete(Kinds.REPLICA_SETS, Meta.key(set), Deletion.BACKGROUND));
        }
    }

    /** Writes the counters, and with {@code progress} what they say about the rollout. */
    private void tell(ObjectNode deployment, boolean progress) {
        DeploymentStatus status = new DeploymentStatus(deployment, sets.all(deployment), sets.current(deployment), world.now());
        ObjectNode told = writer.changeStatus(Kinds.DEPLOYMENTS, Meta.key(deployment), made -> status.writeTo(made, progress));
        status.deadline(told).filter(at -> !at.equals(deadlines.put(Meta.key(told), at))).ifPresent(at -> {
            Duration rest = Duration.between(world.now(), at).plusSeconds(1);
            queue.addAfter(Meta.key(told), rest.isNegative() ? Duration.ofSeconds(1) : rest);
        });
    }

    private ObjectNode read(ObjectNode deployment) {
        return world.store().find(Kinds.DEPLOYMENTS, Meta.key(deployment)).orElse(deployment);
    }

    static int replicas(ObjectNode set) {
        return Json.number(set, "spec", "replicas");
    }

    static int available(ObjectNode set) {
        return Json.number(set, "status", "availableReplicas");
    }
}
