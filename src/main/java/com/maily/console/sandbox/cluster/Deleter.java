package com.maily.console.sandbox.cluster;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Deletes objects, and afterwards what belonged to them, as the API server and its garbage collector do together. */
final class Deleter {

    private static final Duration SOON = Duration.ofMillis(10);
    private static final List<Kind> OWNED = List.of(Kinds.REPLICA_SETS, Kinds.CONTROLLER_REVISIONS, Kinds.PODS, Kinds.JOBS);

    private final World world;

    Deleter(World world) {
        this.world = world;
        Kinds.ALL.forEach(kind -> world.store().listen(kind, this::changed));
    }

    /** @return the object where it lives on for a while, otherwise a Status */
    ObjectNode delete(Kind kind, Key key, Deletion deletion) {
        ObjectNode object = world.store().find(kind, key).orElseThrow(() -> ApiError.missing(kind, key.name()));
        check(kind, object, deletion);
        if (deletion.dryRun()) {
            return status(kind, object);
        }
        if (kind.equals(Kinds.PODS)) {
            return deletePod(object, deletion);
        }
        if (deletion.policy().equals("Foreground")) {
            return deleteLast(kind, object);
        }
        if (kind.equals(Kinds.NAMESPACES)) {
            return deleteNamespace(object);
        }
        if (deletion.policy().equals("Orphan") || kind.equals(Kinds.JOBS) && deletion.policy().isEmpty()) {
            orphan(object);
        }
        ObjectNode last = world.store().remove(kind, key);
        return kind.equals(Kinds.JOBS) && deletion.policy().isEmpty() ? last : status(kind, object);
    }

    private static void check(Kind kind, ObjectNode object, Deletion deletion) {
        String version = Json.text(object, "metadata", "resourceVersion");
        if (!deletion.uid().isEmpty() && !deletion.uid().equals(Meta.uid(object))) {
            throw ApiError.precondition(kind, Meta.name(object), "the UID in the precondition (" + deletion.uid()
                    + ") does not match the UID in record (" + Meta.uid(object)
                    + "). The object might have been deleted and then recreated");
        }
        if (!deletion.version().isEmpty() && !deletion.version().equals(version)) {
            throw ApiError.precondition(kind, Meta.name(object), "the ResourceVersion in the precondition (" + deletion.version()
                    + ") does not match the ResourceVersion in record (" + version + "). The object might have been modified");
        }
    }

    /** A pod on a node gets its grace period; the kubelet removes it. */
    private ObjectNode deletePod(ObjectNode pod, Deletion deletion) {
        if (Meta.deleting(pod)) {
            return pod;
        }
        boolean placed = !Json.text(pod, "spec", "nodeName").isEmpty();
        String phase = Json.text(pod, "status", "phase");
        if (!placed || deletion.grace() == 0 || phase.equals("Succeeded") || phase.equals("Failed")) {
            return world.store().remove(Kinds.PODS, Meta.key(pod));
        }
        int grace = deletion.grace() > 0 ? deletion.grace() : Json.at(pod, "spec", "terminationGracePeriodSeconds").asInt(30);
        ObjectNode after = pod.deepCopy();
        Meta.of(after).put("generation", Meta.generation(pod) + 1).put("deletionTimestamp",
                Meta.time(world.now().plusSeconds(grace)))
                .put("deletionGracePeriodSeconds", grace);
        return world.store().put(Kinds.PODS, after);
    }

    private ObjectNode deleteLast(Kind kind, ObjectNode object) {
        if (Meta.deleting(object)) {
            return object;
        }
        ObjectNode after = object.deepCopy();
        ObjectNode meta = Meta.of(after).put("deletionTimestamp", world.timestamp()).put("deletionGracePeriodSeconds", 0);
        meta.putArray("finalizers").add("foregroundDeletion");
        if (kind.counted()) {
            meta.put("generation", Meta.generation(object) + 1);
        }
        return world.store().put(kind, after);
    }

    private ObjectNode deleteNamespace(ObjectNode namespace) {
        ObjectNode after = namespace.deepCopy();
        Meta.of(after).put("deletionTimestamp", world.timestamp());
        Json.child(after, "status").put("phase", "Terminating");
        ObjectNode stored = world.store().put(Kinds.NAMESPACES, after);
        String name = Meta.name(namespace);
        world.after(Duration.ofMillis(300), () -> {
            for (Kind kind : Kinds.ALL) {
                if (kind.namespaced()) {
                    List.copyOf(world.store().all(kind, name)).forEach(object -> world.store().remove(kind, Meta.key(object)));
                }
            }
            world.store().remove(Kinds.NAMESPACES, Meta.key(namespace));
        });
        return stored;
    }

    private void orphan(ObjectNode owner) {
        for (Kind kind : OWNED) {
            dependents(kind, owner).forEach(object -> {
                ObjectNode after = object.deepCopy();
                Meta.of(after).remove("ownerReferences");
                world.store().put(kind, after);
            });
        }
    }

    private void changed(Change change) {
        ObjectNode object = change.object();
        if (change.type() == Change.Type.DELETED) {
            world.after(SOON, () -> collect(object, Deletion.BACKGROUND));
            Meta.owner(object).ifPresent(owner -> world.after(SOON, () -> finishOwner(Json.text(owner, "uid"), change)));
        } else if (waiting(object)) {
            world.after(SOON, () -> {
                collect(object, new Deletion("Foreground", -1, "", "", false));
                finish(change.kind(), Meta.key(object));
            });
        }
    }

    private void collect(ObjectNode owner, Deletion how) {
        for (Kind kind : OWNED) {
            dependents(kind, owner).forEach(object -> delete(kind, Meta.key(object), how));
        }
    }

    private void finishOwner(String uid, Change gone) {
        String namespace = Meta.namespace(gone.object());
        for (Kind kind : List.of(Kinds.DEPLOYMENTS, Kinds.REPLICA_SETS, Kinds.STATEFUL_SETS, Kinds.DAEMON_SETS, Kinds.ROLLOUTS,
                Kinds.JOBS)) {
            Optional<ObjectNode> owner = world.store().all(kind, namespace).stream().filter(o -> Meta.uid(o).equals(uid))
                    .findFirst();
            owner.ifPresent(object -> finish(kind, Meta.key(object)));
        }
    }

    /** Removes an object that waited for its dependents once the last one is gone. */
    private void finish(Kind kind, Key key) {
        world.store().find(kind, key).filter(Deleter::waiting)
                .filter(object -> OWNED.stream().allMatch(owned -> dependents(owned, object).isEmpty()))
                .ifPresent(object -> world.store().remove(kind, key));
    }

    private static boolean waiting(ObjectNode object) {
        return Meta.deleting(object) && Json.items(Json.at(object, "metadata", "finalizers"))
                .anyMatch(finalizer -> finalizer.asText().equals("foregroundDeletion"));
    }

    private List<ObjectNode> dependents(Kind kind, ObjectNode owner) {
        return world.store().all(kind, Meta.namespace(owner)).stream().filter(object -> Meta.ownedBy(object, owner)).toList();
    }

    private static ObjectNode status(Kind kind, ObjectNode object) {
        ObjectNode status = Json.object().put("kind", "Status").put("apiVersion", "v1");
        Json.child(status, "metadata");
        ObjectNode details = Json.child(status.put("status", "Success"), "details").put("name", Meta.name(object));
        if (!kind.group().isEmpty()) {
            details.put("group", kind.group());
        }
        details.put("kind", kind.plural()).put("uid", Meta.uid(object));
        return status;
    }
}
