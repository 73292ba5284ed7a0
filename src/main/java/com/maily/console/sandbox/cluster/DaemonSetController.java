package com.maily.console.sandbox.cluster;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Keeps one pod of a DaemonSet on each node it may run on, and updates them a few at a time, the unavailable ones first. */
final class DaemonSetController {

    private static final Duration DELAY = Duration.ofMillis(5);

    private final World world;
    private final Writer writer;
    private final Deleter deleter;
    private final TemplateRevisions revisions;

    DaemonSetController(World world, Writer writer, Deleter deleter) {
        this.world = world;
        this.writer = writer;
        this.deleter = deleter;
        this.revisions = new TemplateRevisions(world, writer, deleter, Kinds.DAEMON_SETS, TemplateRevisions.POD_LABEL);
        WorkQueue queue = new WorkQueue(world, DELAY, key -> world.store().find(Kinds.DAEMON_SETS, key).ifPresent(this::sync));
        world.store().listen(Kinds.DAEMON_SETS, change -> queue.add(Meta.key(change.object())));
        world.store().listen(Kinds.PODS, change -> Meta.owner(change.object())
                .filter(owner -> Json.text(owner, "kind").equals("DaemonSet"))
                .ifPresent(owner -> queue.add(new Key(Meta.namespace(change.object()), Json.text(owner, "name")))));
    }

    private void sync(ObjectNode set) {
        if (Meta.deleting(set)) {
            return;
        }
        ObjectNode update = revisions.current(set);
        List<String> nodes = nodes(set);
        place(set, update, nodes);
        replace(set, revisions.hash(update), nodes.size());
        tell(set, revisions.hash(update), nodes.size());
        Set<String> inUse = new HashSet<>(List.of(Meta.name(update)));
        pods(set).forEach(pod -> inUse.add(Meta.name(set) + "-" + hash(pod)));
        revisions.forget(set, inUse);
    }

    private List<String> nodes(ObjectNode set) {
        Map<String, String> wanted = Json.strings(Json.at(set, "spec", "template", "spec", "nodeSelector"));
        return world.store().all(Kinds.NODES, "").stream()
                .filter(node -> Meta.labels(node).entrySet().containsAll(wanted.entrySet())).map(Meta::name).toList();
    }

    private void place(ObjectNode set, ObjectNode update, List<String> nodes) {
        Set<String> taken = new HashSet<>();
        pods(set).forEach(pod -> taken.add(Nodes.pinned(pod)));
        nodes.stream().filter(node -> !taken.contains(node)).forEach(node -> {
            ObjectNode pod = TemplateRevisions.pod(Kinds.DAEMON_SETS, set, update);
            Json.child(pod, "metadata", "labels").put(TemplateRevisions.POD_LABEL, revisions.hash(update));
            Nodes.pin(pod, node);
            writer.create(Kinds.PODS, Meta.namespace(set), pod, Write.CONTROLLER);
        });
    }

    /** Ends old pods, as many as may be unavailable at a time; those that are anyway cost nothing. */
    private void replace(ObjectNode set, String hash, int nodes) {
        if (!Json.text(set, "spec", "updateStrategy", "type").equals("RollingUpdate")) {
            return;
        }
        List<ObjectNode> old = pods(set).stream().filter(PodStatus::active).filter(pod -> !hash(pod).equals(hash)).toList();
        int available = (int) pods(set).stream().filter(PodStatus::active).filter(PodStatus::ready).count();
        int free = Math.max(0, unavailable(set, nodes) - (nodes - available));
        old.stream().filter(pod -> !PodStatus.ready(pod)).forEach(this::end);
        old.stream().filter(PodStatus::ready).limit(free).forEach(this::end);
    }

    private void end(ObjectNode pod) {
        deleter.delete(Kinds.PODS, Meta.key(pod), Deletion.PLAIN);
    }

    private static int unavailable(ObjectNode set, int nodes) {
        String text = Json.at(set, "spec", "updateStrategy", "rollingUpdate", "maxUnavailable").asText("1");
        return text.endsWith("%") ? Math.max(1, Math.ceilDiv(nodes * Integer.parseInt(text.substring(0, text.length() - 1)), 100))
                : Integer.parseInt(text);
    }

    private void tell(ObjectNode set, String hash, int nodes) {
        List<ObjectNode> pods = pods(set).stream().filter(PodStatus::active).toList();
        int ready = (int) pods.stream().filter(PodStatus::ready).count();
        writer.changeStatus(Kinds.DAEMON_SETS, Meta.key(set), made -> {
            ObjectNode status = Json.child(made, "status").put("observedGeneration", (int) Meta.generation(set))
                    .put("desiredNumberScheduled", nodes).put("currentNumberScheduled", pods.size()).put("numberMisscheduled", 0)
                    .put("numberReady", ready);
            Json.count(status, "numberAvailable", ready);
            Json.count(status, "numberUnavailable", nodes - ready);
            Json.count(status, "updatedNumberScheduled", (int) pods.stream().filter(pod -> hash(pod).equals(hash)).count());
        });
    }

    private List<ObjectNode> pods(ObjectNode set) {
        return world.store().all(Kinds.PODS, Meta.namespace(set)).stream().filter(pod -> Meta.ownedBy(pod, set)).toList();
    }

    private static String hash(ObjectNode pod) {
        return Meta.labels(pod).getOrDefault(TemplateRevisions.POD_LABEL, "");
    }
}
