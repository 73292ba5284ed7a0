package com.maily.console.sandbox.cluster;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Keeps the numbered pods of a StatefulSet: made in order, each after the one before is ready; updated in reverse order down to
 * the partition, one at a time. A pod that does not become ready stops everything behind it, also on the way back.
 */
final class StatefulSetController {

    private static final Duration DELAY = Duration.ofMillis(5);

    private final World world;
    private final Writer writer;
    private final Deleter deleter;
    private final TemplateRevisions revisions;

    StatefulSetController(World world, Writer writer, Deleter deleter) {
        this.world = world;
        this.writer = writer;
        this.deleter = deleter;
        this.revisions = new TemplateRevisions(world, writer, deleter, Kinds.STATEFUL_SETS, "controller.kubernetes.io/hash");
        WorkQueue queue = new WorkQueue(world, DELAY, key -> world.store().find(Kinds.STATEFUL_SETS, key).ifPresent(this::sync));
        world.store().listen(Kinds.STATEFUL_SETS, change -> queue.add(Meta.key(change.object())));
        world.store().listen(Kinds.PODS, change -> Meta.owner(change.object())
                .filter(owner -> Json.text(owner, "kind").equals("StatefulSet"))
                .ifPresent(owner -> queue.add(new Key(Meta.namespace(change.object()), Json.text(owner, "name")))));
    }

    private void sync(ObjectNode set) {
        if (Meta.deleting(set)) {
            return;
        }
        ObjectNode update = revisions.current(set);
        ObjectNode current = revisions.named(set, Json.text(set, "status", "currentRevision")).orElse(update);
        if (inOrder(set, current, update) && retire(set)) {
            replace(set, update);
        }
        tell(set, current, update);
        Set<String> inUse = new HashSet<>(List.of(Meta.name(update), Meta.name(current)));
        pods(set).forEach(pod -> inUse.add(revision(pod)));
        revisions.forget(set, inUse);
    }

    /** Makes the next missing pod. @return whether all are there and, where the order counts, ready */
    private boolean inOrder(ObjectNode set, ObjectNode current, ObjectNode update) {
        boolean parallel = Json.text(set, "spec", "podManagementPolicy").equals("Parallel");
        boolean complete = true;
        for (int ordinal = 0; ordinal < wanted(set); ordinal++) {
            Optional<ObjectNode> pod = pod(set, ordinal);
            if (pod.isEmpty()) {
                create(set, ordinal, ordinal < partition(set) ? current : update);
            }
            boolean there = pod.filter(PodStatus::active).filter(PodStatus::ready).isPresent();
            complete &= there;
            if (!there && !parallel) {
                return false;
            }
        }
        return complete || parallel;
    }

    private void create(ObjectNode set, int ordinal, ObjectNode revision) {
        ObjectNode pod = TemplateRevisions.pod(Kinds.STATEFUL_SETS, set, revision);
        String name = Meta.name(set) + "-" + ordinal;
        Meta.of(pod).put("name", name).remove("generateName");
        Json.child(pod, "metadata", "labels").put(TemplateRevisions.POD_LABEL, Meta.name(revision))
                .put("statefulset.kubernetes.io/pod-name", name).put("apps.kubernetes.io/pod-index", Integer.toString(ordinal));
        writer.create(Kinds.PODS, Meta.namespace(set), pod, Write.CONTROLLER);
    }

    /** Takes away the highest pod that is too many. @return whether none was */
    private boolean retire(ObjectNode set) {
        Optional<ObjectNode> surplus = pods(set).stream().filter(pod -> ordinal(pod) >= wanted(set))
                .max(Comparator.comparingInt(StatefulSetController::ordinal));
        surplus.filter(pod -> !Meta.deleting(pod)).ifPresent(pod -> deleter.delete(Kinds.PODS, Meta.key(pod), Deletion.PLAIN));
        return surplus.isEmpty();
    }

    /** Ends the highest pod of another revision, unless one above it is still on its way. */
    private void replace(ObjectNode set, ObjectNode update) {
        if (!Json.text(set, "spec", "updateStrategy", "type").equals("RollingUpdate")) {
            return;
        }
        for (int ordinal = wanted(set) - 1; ordinal >= partition(set); ordinal--) {
            Optional<ObjectNode> pod = pod(set, ordinal);
            boolean old = pod.filter(each -> !revision(each).equals(Meta.name(update))).isPresent();
            if (old && !Meta.deleting(pod.get())) {
                deleter.delete(Kinds.PODS, Meta.key(pod.get()), Deletion.PLAIN);
            }
            if (old || pod.filter(PodStatus::active).filter(PodStatus::ready).isEmpty()) {
                return;
            }
        }
    }

    private void tell(ObjectNode set, ObjectNode current, ObjectNode update) {
        List<ObjectNode> pods = pods(set);
        int ready = (int) pods.stream().filter(PodStatus::active).filter(PodStatus::ready).count();
        int updated = of(pods, update);
        boolean rolling = Json.text(set, "spec", "updateStrategy", "type").equals("RollingUpdate");
        boolean complete = rolling && updated == pods.size() && updated == wanted(set) && ready == pods.size();
        ObjectNode stable = complete ? update : current;
        writer.changeStatus(Kinds.STATEFUL_SETS, Meta.key(set), made -> {
            ObjectNode status = Json.child(made, "status").put("observedGeneration", (int) Meta.generation(set))
                    .put("replicas", pods.size()).put("availableReplicas", ready).put("collisionCount", 0)
                    .put("currentRevision", Meta.name(stable)).put("updateRevision", Meta.name(update));
            Json.count(status, "readyReplicas", ready);
            Json.count(status, "currentReplicas", of(pods, stable));
            Json.count(status, "updatedReplicas", updated);
        });
    }

    private static int of(List<ObjectNode> pods, ObjectNode revision) {
        return (int) pods.stream().filter(PodStatus::active).filter(pod -> revision(pod).equals(Meta.name(revision))).count();
    }

    private List<ObjectNode> pods(ObjectNode set) {
        return world.store().all(Kinds.PODS, Meta.namespace(set)).stream().filter(pod -> Meta.ownedBy(pod, set)).toList();
    }

    private Optional<ObjectNode> pod(ObjectNode set, int ordinal) {
        return pods(set).stream().filter(pod -> ordinal(pod) == ordinal).findFirst();
    }

    private static int ordinal(ObjectNode pod) {
        return Integer.parseInt(Meta.name(pod).substring(Meta.name(pod).lastIndexOf('-') + 1));
    }

    private static String revision(ObjectNode pod) {
        return Meta.labels(pod).getOrDefault(TemplateRevisions.POD_LABEL, "");
    }

    private static int wanted(ObjectNode set) {
        return Json.number(set, "spec", "replicas");
    }

    /** Pods below this number keep the revision they have. */
    private static int partition(ObjectNode set) {
        return Json.number(set, "spec", "updateStrategy", "rollingUpdate", "partition");
    }
}
