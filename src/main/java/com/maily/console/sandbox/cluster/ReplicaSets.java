package com.maily.console.sandbox.cluster;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The ReplicaSets of a Deployment: finding, making, numbering and sizing them. */
final class ReplicaSets {

    private static final String NAME = "deployment-controller";
    private static final Set<String> NOT_COPIED = Set.of(Meta.LAST_APPLIED, Meta.REVISION, Meta.REVISION_HISTORY, Meta.DESIRED,
            Meta.MAXIMUM, "deprecated.deployment.rollback.to");

    private final World world;
    private final Writer writer;
    private final EventRecorder events;

    ReplicaSets(World world, Writer writer, EventRecorder events) {
        this.world = world;
        this.writer = writer;
        this.events = events;
    }

    List<ObjectNode> all(ObjectNode deployment) {
        return world.store().all(Kinds.REPLICA_SETS, Meta.namespace(deployment)).stream()
                .filter(set -> Meta.ownedBy(set, deployment)).toList();
    }

    /** The one with the Deployment's template; going back to an earlier template finds its old ReplicaSet again. */
    Optional<ObjectNode> current(ObjectNode deployment) {
        return all(deployment).stream().filter(set -> PodTemplate.same(set, deployment))
                .min(Comparator.comparing(Meta::created));
    }

    List<ObjectNode> old(ObjectNode deployment) {
        Optional<Key> current = current(deployment).map(Meta::key);
        return all(deployment).stream().filter(set -> !current.equals(Optional.of(Meta.key(set)))).toList();
    }

    boolean hasPods(ObjectNode set) {
        return world.store().all(Kinds.PODS, Meta.namespace(set)).stream()
                .anyMatch(pod -> Meta.ownedBy(pod, set) && !PodStatus.ended(pod));
    }

    static long revision(ObjectNode set) {
        String text = Meta.annotation(set, Meta.REVISION);
        return text.matches("\\d+") ? Long.parseLong(text) : 0;
    }

    /** Makes the ReplicaSet of the Deployment's template; the Deployment then carries its revision before it is observed. */
    void create(ObjectNode deployment, Bounds bounds) {
        long revision = nextRevision(deployment);
        int others = all(deployment).stream().mapToInt(DeploymentController::replicas).sum();
        int size = bounds.recreate() ? bounds.wanted() : Math.clamp(bounds.most() - others, 0, bounds.wanted());
        ObjectNode set = skeleton(deployment, size);
        annotate(deployment, set, revision, bounds);
        ObjectNode made = writer.create(Kinds.REPLICA_SETS, Meta.namespace(deployment), set, Write.CONTROLLER);
        if (size > 0) {
            events.normal(NAME, Kinds.DEPLOYMENTS, deployment, "ScalingReplicaSet",
                    "Scaled up replica set " + Meta.name(made) + " from 0 to " + size);
        }
        boolean resumed = Conditions.reason(deployment, "Progressing").equals("DeploymentResumed");
        writer.changeStatus(Kinds.DEPLOYMENTS, Meta.key(deployment), changed -> {
            Json.child(changed, "metadata", "annotations").put(Meta.REVISION, Long.toString(revision));
            if (!resumed) {
                Conditions.set(changed, "Progressing", "True", "NewReplicaSetCreated",
                        "Created new replica set \"" + Meta.name(made) + "\"", world.timestamp());
            }
        });
    }

    private static ObjectNode skeleton(ObjectNode deployment, int size) {
        String hash = World.hash(PodTemplate.identity(deployment));
        ObjectNode set = Cluster.named(Meta.name(deployment) + "-" + hash);
        Json.child(set, "metadata").putArray("ownerReferences").add(Meta.reference(Kinds.DEPLOYMENTS, deployment));
        ObjectNode spec = Json.child(set, "spec").put("replicas", size);
        spec.set("selector", Json.at(deployment, "spec", "selector").deepCopy());
        Json.child(spec, "selector", "matchLabels").put(Meta.HASH, hash);
        spec.set("template", Json.at(deployment, "spec", "template").deepCopy());
        ObjectNode labels = Json.child(spec, "template", "metadata", "labels").put(Meta.HASH, hash);
        Json.child(set, "metadata").set("labels", labels.deepCopy());
        return set;
    }

    /** Gives the current ReplicaSet the highest revision and the Deployment's annotations, among them the change cause. */
    ObjectNode mark(ObjectNode deployment, ObjectNode set) {
        long highest = old(deployment).stream().mapToLong(ReplicaSets::revision).max().orElse(0);
        long revision = Math.max(revision(set), highest + 1);
        return writer.change(Kinds.REPLICA_SETS, Meta.key(set), made ->
                annotate(deployment, made, revision, Bounds.of(deployment)));
    }

    private static void annotate(ObjectNode deployment, ObjectNode set, long revision, Bounds bounds) {
        ObjectNode annotations = Json.child(set, "metadata", "annotations");
        Meta.annotations(deployment).forEach((name, value) -> {
            if (!NOT_COPIED.contains(name)) {
                annotations.put(name, value);
            }
        });
        String before = Json.text(annotations, Meta.REVISION);
        if (!before.isEmpty() && !before.equals(Long.toString(revision))) {
            String history = Json.text(annotations, Meta.REVISION_HISTORY);
            annotations.put(Meta.REVISION_HISTORY, history.isEmpty() ? before : history + "," + before);
        }
        annotations.put(Meta.REVISION, Long.toString(revision));
        size(set, bounds);
    }

    private static void size(ObjectNode set, Bounds bounds) {
        Json.child(set, "metadata", "annotations").put(Meta.DESIRED, Integer.toString(bounds.wanted()))
                .put(Meta.MAXIMUM, Integer.toString(bounds.most()));
    }

    private long nextRevision(ObjectNode deployment) {
        return all(deployment).stream().mapToLong(ReplicaSets::revision).max().orElse(0) + 1;
    }

    /** @return whether its size changed */
    boolean scale(ObjectNode deployment, ObjectNode set, int size) {
        int before = DeploymentController.replicas(set);
        if (before == size) {
            return false;
        }
        writer.change(Kinds.REPLICA_SETS, Meta.key(set), made -> {
            Json.child(made, "spec").put("replicas", size);
            size(made, Bounds.of(deployment));
        });
        events.normal(NAME, Kinds.DEPLOYMENTS, deployment, "ScalingReplicaSet", "Scaled " + (size > before ? "up" : "down")
                + " replica set " + Meta.name(set) + " from " + before + " to " + size);
        return true;
    }

    /** Whether somebody asked for another number of pods since the ReplicaSets were sized. */
    boolean scaled(ObjectNode deployment) {
        String wanted = Json.text(deployment, "spec", "replicas");
        return all(deployment).stream().filter(set -> DeploymentController.replicas(set) > 0)
                .anyMatch(set -> !Meta.annotation(set, Meta.DESIRED).equals(wanted));
    }

    /** Spreads a changed number of pods over the ReplicaSets that have any, in proportion to their sizes. */
    void spread(ObjectNode deployment) {
        Bounds bounds = Bounds.of(deployment);
        List<ObjectNode> active = new ArrayList<>(all(deployment).stream().filter(set -> DeploymentController.replicas(set) > 0)
                .toList());
        if (active.size() <= 1) {
            Optional<ObjectNode> only = active.isEmpty() ? current(deployment) : Optional.of(active.getFirst());
            only.ifPresent(set -> resize(deployment, set, bounds.wanted()));
            return;
        }
        int target = bounds.wanted() == 0 ? 0 : bounds.most();
        int rest = target - active.stream().mapToInt(DeploymentController::replicas).sum();
        active.sort(Comparator.comparingInt(DeploymentController::replicas).reversed());
        Map<ObjectNode, Integer> sizes = new LinkedHashMap<>();
        int added = 0;
        for (ObjectNode set : active) {
            int part = share(set, bounds, rest - added, rest);
            sizes.put(set, DeploymentController.replicas(set) + part);
            added += part;
        }
        int left = rest - added;
        sizes.merge(active.getFirst(), left, (size, more) -> Math.max(0, size + more));
        sizes.forEach((set, size) -> resize(deployment, set, size));
    }

    private static int share(ObjectNode set, Bounds bounds, int allowed, int rest) {
        int size = DeploymentController.replicas(set);
        if (bounds.wanted() == 0) {
            return -size;
        }
        int before = Math.max(1, Integer.parseInt(Meta.annotation(set, Meta.MAXIMUM).isEmpty() ? "1"
                : Meta.annotation(set, Meta.MAXIMUM)));
        int part = (int) Math.round((double) size * bounds.most() / before) - size;
        return rest > 0 ? Math.clamp(part, 0, Math.max(0, allowed)) : Math.clamp(part, Math.min(0, allowed), 0);
    }

    private void resize(ObjectNode deployment, ObjectNode set, int size) {
        writer.change(Kinds.REPLICA_SETS, Meta.key(set), made -> size(made, Bounds.of(deployment)));
        world.store().find(Kinds.REPLICA_SETS, Meta.key(set)).ifPresent(sized -> scale(deployment, sized, size));
    }
}
