package com.maily.console.sandbox.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.maily.console.core.port.Subscription;
import com.maily.console.sandbox.SandboxClock;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * A Kubernetes cluster in memory: the API's semantics as a Java API, and controllers that act on the sandbox's clock. The wire
 * face only translates to this. All methods may be called from any thread and throw {@link ApiError} for whatever is not a
 * success.
 */
public final class Cluster {

    private static final Duration EVENTS_KEPT = Duration.ofHours(1);

    private final SandboxClock clock;
    private final World world;
    private final Writer writer;
    private final Deleter deleter;
    private final Kubelet kubelet;
    private final Accounts accounts = new Accounts();

    /** An empty cluster with nodes and the namespace {@code default}. @param seed decides every made-up name */
    public Cluster(SandboxClock clock, ImageBehaviour behaviour, long seed) {
        this.clock = clock;
        this.world = new World(clock, seed);
        this.writer = new Writer(world);
        this.deleter = new Deleter(world);
        EventRecorder events = new EventRecorder(world);
        this.kubelet = new Kubelet(world, writer, events, behaviour);
        new ReplicaSetController(world, writer, deleter, events);
        new DeploymentController(world, writer, deleter, events);
        new StatefulSetController(world, writer, deleter);
        new DaemonSetController(world, writer, deleter);
        new JobController(world, writer, deleter, events);
        new RouteController(world, writer);
        new AccountController(world, writer);
        new RolloutController(world, writer);
        clock.locked(() -> {
            Nodes.create(writer);
            create(Kinds.NAMESPACES, "", named("default"), Write.CONTROLLER);
            forgetEvents();
        });
    }

    /** Which controllers do not do what they are told. */
    public ControllerFaults controllers() {
        return world.faults();
    }

    /** What each user may do over the wire. */
    public Accounts accounts() {
        return accounts;
    }

    public ObjectNode read(Kind kind, String namespace, String name) {
        return locked(() -> world.store().find(kind, new Key(namespace, name)).orElseThrow(() -> ApiError.missing(kind, name))
                .deepCopy());
    }

    /**
     * Objects are shared and must not be modified. @param namespace empty for all; @param labelSelector as in
     * {@code kubectl -l}, empty for all
     */
    public List<ObjectNode> list(Kind kind, String namespace, String labelSelector) {
        LabelSelector selector = LabelSelector.parse(labelSelector);
        return locked(() -> world.store().all(kind, namespace).stream()
                .filter(object -> labelSelector.isEmpty() || selector.test(Meta.labels(object))).toList());
    }

    public ObjectNode create(Kind kind, String namespace, JsonNode object, Write write) {
        return locked(() -> writer.create(kind, namespace, object, write).deepCopy());
    }

    public ObjectNode update(Kind kind, String namespace, String name, JsonNode object, Write write) {
        return locked(() -> writer.update(kind, new Key(namespace, name), object, write).deepCopy());
    }

    public ObjectNode patch(Kind kind, String namespace, String name, PatchKind patchKind, JsonNode body, Write write) {
        return locked(() -> writer.patch(kind, new Key(namespace, name), patchKind, body, write).deepCopy());
    }

    /** As above, for one field manager. @param subresource {@code status}, {@code scale} or empty */
    public ObjectNode patch(Kind kind, String namespace, String name, String subresource, PatchKind patchKind, JsonNode body,
                            String manager) {
        return patch(kind, namespace, name, patchKind, body, Write.by(manager).to(subresource));
    }

    public ObjectNode scale(Kind kind, String namespace, String name) {
        return Scale.of(kind, read(kind, namespace, name));
    }

    /** @return the object where it lives on for a while, otherwise a Status */
    public ObjectNode delete(Kind kind, String namespace, String name, Deletion deletion) {
        return locked(() -> deleter.delete(kind, new Key(namespace, name), deletion).deepCopy());
    }

    /**
     * Calls {@code listener} with every later change, in order, on the thread that causes it and under the clock's lock: hand
     * over quickly, write nothing. Objects are shared and must not be modified.
     */
    public Subscription watch(Kind kind, String namespace, Consumer<Change> listener) {
        return locked(() -> world.store().listen(kind, change -> {
            if (namespace.isEmpty() || Meta.namespace(change.object()).equals(namespace)) {
                listener.accept(change);
            }
        })::run);
    }

    /** The output of a pod's container, oldest first. */
    public List<ImageBehaviour.LogLine> log(String namespace, String pod, String container, LogRange range) {
        return locked(() -> kubelet.log(namespace, pod, container, range));
    }

    /**
     * What a metrics server would measure of the pods that run, as {@code metrics.k8s.io} tells it. @param namespace empty for
     * all
     */
    public List<ObjectNode> podMetrics(String namespace) {
        return locked(() -> world.store().all(Kinds.PODS, namespace).stream().filter(PodMetrics::measured)
                .map(pod -> PodMetrics.of(pod, clock.instant())).toList());
    }

    /** Ends a running container as if it had failed; it is restarted after a back-off. */
    public void crash(String namespace, String pod, int exitCode, String reason) {
        clock.locked(() -> kubelet.crash(new Key(namespace, pod), exitCode, reason));
    }

    /** Forgets all past changes, so that a watch from before now is answered 410. */
    public void compact() {
        clock.locked(() -> world.store().compact());
    }

    /** The version of the newest change of any kind. */
    public long version() {
        return locked(() -> world.store().version());
    }

    /**
     * Lets things happen before now: {@code story} runs on a clock of its own that starts {@code before} now and is moved by it;
     * afterwards that past is settled, forgotten as changes, and the cluster goes on with the sandbox's clock.
     */
    void past(Duration before, Consumer<SandboxClock> story) {
        clock.locked(() -> {
            SandboxClock then = SandboxClock.manual(clock.instant().minus(before));
            world.live(then);
            story.accept(then);
            Duration rest = Duration.between(then.instant(), clock.instant());
            then.advance(rest.isNegative() ? Duration.ZERO : rest);
            world.live(clock);
            List.copyOf(world.store().all(Kinds.EVENTS, "")).forEach(event -> world.store()
                    .remove(Kinds.EVENTS, Meta.key(event)));
            world.store().compact();
        });
    }

    SandboxClock clock() {
        return clock;
    }

    ObjectStore store() {
        return world.store();
    }

    private <T> T locked(Supplier<T> action) {
        return clock.locked(action);
    }

    /** Events are kept for an hour, as by default in Kubernetes. */
    private void forgetEvents() {
        clock.every(Duration.ofMinutes(5), () -> List.copyOf(world.store().all(Kinds.EVENTS, "")).stream()
                .filter(event -> Meta.created(event).plus(EVENTS_KEPT).isBefore(clock.instant()))
                .forEach(event -> world.store().remove(Kinds.EVENTS, Meta.key(event))));
    }

    static ObjectNode named(String name) {
        ObjectNode object = Json.object();
        Json.child(object, "metadata").put("name", name);
        return object;
    }
}
