package com.maily.console.sandbox.cluster;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;

/**
 * Keeps as many pods of a ReplicaSet as it asks for, and counts them. The count of one look is that from before its own changes.
 */
final class ReplicaSetController {

    private static final String NAME = "replicaset-controller";
    private static final Duration DELAY = Duration.ofMillis(5);

    private final World world;
    private final Writer writer;
    private final Deleter deleter;
    private final EventRecorder events;
    private final WorkQueue queue;

    ReplicaSetController(World world, Writer writer, Deleter deleter, EventRecorder events) {
        this.world = world;
        this.writer = writer;
        this.deleter = deleter;
        this.events = events;
        this.queue = new WorkQueue(world, DELAY, this::sync);
        world.store().listen(Kinds.REPLICA_SETS, change -> queue.add(Meta.key(change.object())));
        world.store().listen(Kinds.PODS, change -> Meta.owner(change.object())
                .filter(owner -> Json.text(owner, "kind").equals("ReplicaSet"))
                .ifPresent(owner -> queue.add(new Key(Meta.namespace(change.object()), Json.text(owner, "name")))));
    }

    private void sync(Key key) {
        world.store().find(Kinds.REPLICA_SETS, key).ifPresent(this::sync);
    }

    private void sync(ObjectNode set) {
        List<ObjectNode> pods = world.store().all(Kinds.PODS, Meta.namespace(set)).stream().filter(pod -> Meta.ownedBy(pod, set))
                .toList();
        List<ObjectNode> active = pods.stream().filter(PodStatus::active).toList();
        int difference = Json.number(set, "spec", "replicas") - active.size();
        String failure = "";
        if (!Meta.deleting(set) && difference > 0) {
            failure = createPods(set, difference);
        } else if (!Meta.deleting(set) && difference < 0) {
            active.stream().sorted(expendableFirst()).limit(-difference).forEach(pod -> deletePod(set, pod));
        }
        int terminating = (int) pods.stream().filter(pod -> Meta.deleting(pod) && !PodStatus.ended(pod)).count();
        count(set, active, terminating, failure);
    }

    /** Unplaced, then unready, then the youngest go first. */
    private static Comparator<ObjectNode> expendableFirst() {
        return Comparator.comparing((ObjectNode pod) -> !Json.text(pod, "spec", "nodeName").isEmpty())
                .thenComparing(PodStatus::ready)
                .thenComparing(Meta::created, Comparator.reverseOrder());
    }

    private String createPods(ObjectNode set, int number) {
        for (int i = 0; i < number; i++) {
            try {
                ObjectNode pod = writer.create(Kinds.PODS, Meta.namespace(set), PodTemplate.pod(Kinds.REPLICA_SETS, set),
                        Write.CONTROLLER);
                events.normal(NAME, Kinds.REPLICA_SETS, set, "SuccessfulCreate", "Created pod: " + Meta.name(pod));
            } catch (ApiError refused) {
                String why = refused.getMessage();
                events.warning(NAME, Kinds.REPLICA_SETS, set, "FailedCreate", "Error creating: " + why);
                queue.addAfter(Meta.key(set), Duration.ofSeconds(5));
                return why;
            }
        }
        return "";
    }

    private void deletePod(ObjectNode set, ObjectNode pod) {
        deleter.delete(Kinds.PODS, Meta.key(pod), Deletion.PLAIN);
        events.normal(NAME, Kinds.REPLICA_SETS, set, "SuccessfulDelete", "Deleted pod: " + Meta.name(pod));
    }

    private void count(ObjectNode set, List<ObjectNode> active, int terminating, String failure) {
        int ready = (int) active.stream().filter(PodStatus::ready).count();
        writer.changeStatus(Kinds.REPLICA_SETS, Meta.key(set), made -> {
            ObjectNode status = Json.child(made, "status").put("replicas", active.size());
            Json.count(status, "fullyLabeledReplicas", active.size());
            Json.count(status, "readyReplicas", ready);
            Json.count(status, "availableReplicas", ready);
            status.put("terminatingReplicas", terminating).put("observedGeneration", (int) Meta.generation(set));
            fail(status, failure);
        });
    }

    private void fail(ObjectNode status, String failure) {
        if (failure.isEmpty()) {
            status.remove("conditions");
        } else if (!status.has("conditions")) {
            ArrayNode conditions = status.putArray("conditions");
            conditions.addObject().put("type", "ReplicaFailure").put("status", "True")
                    .put("lastTransitionTime", world.timestamp())
                    .put("reason", "FailedCreate").put("message", failure);
        }
    }
}
