package com.maily.console.sandbox.cluster;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;

/** The ReplicaSets of a Rollout, told apart by the hash of its template. */
final class RolloutSets {

    static final String HASH = "rollouts-pod-template-hash";
    static final String REVISION = "rollout.argoproj.io/revision";

    private final World world;
    private final Writer writer;

    RolloutSets(World world, Writer writer) {
        this.world = world;
        this.writer = writer;
    }

    static String hash(ObjectNode rollout) {
        return World.hash(PodTemplate.identity(rollout));
    }

    List<ObjectNode> all(ObjectNode rollout) {
        return world.store().all(Kinds.REPLICA_SETS, Meta.namespace(rollout)).stream().filter(set -> Meta.ownedBy(set, rollout))
                .toList();
    }

    Optional<ObjectNode> find(ObjectNode rollout, String hash) {
        return all(rollout).stream().filter(set -> Meta.labels(set).getOrDefault(HASH, "").equals(hash)).findFirst();
    }

    /** The one of the Rollout's template, made when it is not there, with the highest revision. @return the revision */
    long current(ObjectNode rollout) {
        String hash = hash(rollout);
        Optional<ObjectNode> found = find(rollout, hash);
        long highest = all(rollout).stream().filter(set -> !found.map(Meta::key).equals(Optional.of(Meta.key(set))))
                .mapToLong(RolloutSets::revision).max().orElse(0);
        if (found.isEmpty()) {
            create(rollout, hash, highest + 1);
            return highest + 1;
        }
        long revision = Math.max(revision(found.get()), highest + 1);
        writer.change(Kinds.REPLICA_SETS, Meta.key(found.get()), made -> annotate(made, rollout, revision));
        return revision;
    }

    void scale(ObjectNode rollout, String hash, int size) {
        find(rollout, hash).ifPresent(set -> writer.change(Kinds.REPLICA_SETS, Meta.key(set),
                made -> Json.child(made, "spec").put("replicas", size)));
    }

    int available(ObjectNode rollout, String hash) {
        return find(rollout, hash).map(DeploymentController::available).orElse(0);
    }

    private void create(ObjectNode rollout, String hash, long revision) {
        ObjectNode set = Cluster.named(Meta.name(rollout) + "-" + hash);
        Json.child(set, "metadata", "labels")
                .setAll(Json.strings(Json.strings(Json.at(rollout, "spec", "template", "metadata", "labels"))));
        Json.child(set, "metadata", "labels").put(HASH, hash);
        annotate(set, rollout, revision);
        Meta.of(set).putArray("ownerReferences").add(Meta.reference(Kinds.ROLLOUTS, rollout));
        ObjectNode spec = Json.child(set, "spec").put("replicas", 0);
        spec.set("selector", Json.at(rollout, "spec", "selector").deepCopy());
        Json.child(spec, "selector", "matchLabels").put(HASH, hash);
        spec.set("template", Json.at(rollout, "spec", "template").deepCopy());
        Json.child(spec, "template", "metadata", "labels").put(HASH, hash);
        writer.create(Kinds.REPLICA_SETS, Meta.namespace(rollout), set, Write.CONTROLLER);
    }

    /**
     * The ReplicaSet of the present template carries the Rollout's annotations, also when it is an earlier one taken up again.
     */
    private static void annotate(ObjectNode set, ObjectNode rollout, long revision) {
        ObjectNode annotations = Json.child(set, "metadata", "annotations");
        Meta.annotations(rollout).forEach((key, value) -> {
            if (!key.equals(Meta.LAST_APPLIED)) {
                annotations.put(key, value);
            }
        });
        annotations.put(REVISION, Long.toString(revision));
    }

    private static long revision(ObjectNode set) {
        String text = Meta.annotation(set, REVISION);
        return text.isEmpty() ? 0 : Long.parseLong(text);
    }
}
