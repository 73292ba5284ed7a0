package com.maily.console.sandbox.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The ControllerRevisions of a StatefulSet or DaemonSet, which are its history: finding, making, numbering and forgetting them.
 */
final class TemplateRevisions {

    /** What a pod is labelled with, to tell which revision it was made from. */
    static final String POD_LABEL = "controller-revision-hash";

    private final World world;
    private final Writer writer;
    private final Deleter deleter;
    private final Kind kind;
    private final String hashLabel;

    /** @param kind of the owners; @param hashLabel where a revision carries its hash */
    TemplateRevisions(World world, Writer writer, Deleter deleter, Kind kind, String hashLabel) {
        this.world = world;
        this.writer = writer;
        this.deleter = deleter;
        this.kind = kind;
        this.hashLabel = hashLabel;
    }

    List<ObjectNode> all(ObjectNode owner) {
        return world.store().all(Kinds.CONTROLLER_REVISIONS, Meta.namespace(owner)).stream()
                .filter(revision -> Meta.ownedBy(revision, owner))
                .sorted(Comparator.comparingLong(TemplateRevisions::number)).toList();
    }

    /** The one of the owner's template: made when it is not there, and given the highest number when it is an earlier one. */
    ObjectNode current(ObjectNode owner) {
        List<ObjectNode> all = all(owner);
        JsonNode data = data(owner);
        Optional<ObjectNode> same = all.stream().filter(revision -> Json.same(revision.path("data"), data)).findFirst();
        long highest = all.isEmpty() ? 0 : number(all.getLast());
        if (same.isEmpty()) {
            return create(owner, data, highest + 1);
        }
        return number(same.get()) == highest ? same.get() : writer.change(Kinds.CONTROLLER_REVISIONS, Meta.key(same.get()),
                made -> made.put("revision", highest + 1));
    }

    Optional<ObjectNode> named(ObjectNode owner, String name) {
        return all(owner).stream().filter(revision -> Meta.name(revision).equals(name)).findFirst();
    }

    String hash(ObjectNode revision) {
        return Meta.labels(revision).getOrDefault(hashLabel, "");
    }

    /** Keeps no more of those that no pod was made from than the history limit says. */
    void forget(ObjectNode owner, Set<String> inUse) {
        List<ObjectNode> idle = all(owner).stream().filter(revision -> !inUse.contains(Meta.name(revision))).toList();
        int surplus = idle.size() - Json.at(owner, "spec", "revisionHistoryLimit").asInt(10);
        idle.stream().limit(Math.max(0, surplus))
                .forEach(revision -> deleter.delete(Kinds.CONTROLLER_REVISIONS, Meta.key(revision), Deletion.BACKGROUND));
    }

    private ObjectNode create(ObjectNode owner, JsonNode data, long number) {
        String hash = World.hash(PodTemplate.identity(owner));
        ObjectNode revision = Cluster.named(Meta.name(owner) + "-" + hash);
        ObjectNode meta = Json.child(revision, "metadata");
        meta.set("labels", Json.strings(Json.strings(Json.at(owner, "spec", "template", "metadata", "labels"))));
        Json.child(meta, "labels").put(hashLabel, hash);
        meta.set("annotations", Json.strings(Meta.annotations(owner)));
        meta.putArray("ownerReferences").add(Meta.reference(kind, owner));
        revision.set("data", data);
        return writer.create(Kinds.CONTROLLER_REVISIONS, Meta.namespace(owner), revision.put("revision", number),
                Write.CONTROLLER);
    }

    /** A strategic merge patch that puts the template back as a whole. */
    private static JsonNode data(ObjectNode owner) {
        ObjectNode data = Json.object();
        ObjectNode template = Json.at(owner, "spec", "template").deepCopy();
        Json.child(data, "spec").set("template", template.put("$patch", "replace"));
        return data;
    }

    /** A pod of the owner as a revision describes it. */
    static ObjectNode pod(Kind kind, ObjectNode owner, ObjectNode revision) {
        ObjectNode then = owner.deepCopy();
        ObjectNode template = Json.at(revision, "data", "spec", "template").deepCopy();
        template.remove("$patch");
        Json.child(then, "spec").set("template", template);
        return PodTemplate.pod(kind, then);
    }

    static long number(ObjectNode revision) {
        return revision.path("revision").asLong();
    }
}
