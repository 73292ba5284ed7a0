package com.maily.console.sandbox.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.maily.console.sandbox.cluster.ImageBehaviour.Startup;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;

/** Scheduler and kubelets in one: places pods, starts their containers as the images behave, and ends them. */
final class Kubelet {

    private static final Duration PLACING = Duration.ofMillis(8);
    private static final Duration CREATING = Duration.ofMillis(40);
    private static final Duration JOB_START = Duration.ofMillis(800);
    private static final Duration LOG_KEPT = Duration.ofMinutes(10);
    private static final int LONGEST_BACK_OFF = 300;

    private final World world;
    private final Writer writer;
    private final EventRecorder events;
    private final ImageBehaviour behaviour;

    Kubelet(World world, Writer writer, EventRecorder events, ImageBehaviour behaviour) {
        this.world = world;
        this.writer = writer;
        this.events = events;
        this.behaviour = behaviour;
        world.store().listen(Kinds.PODS, this::changed);
    }

    private void changed(Change change) {
        ObjectNode pod = change.object();
        ObjectNode before = change.before();
        if (change.type() == Change.Type.ADDED) {
            later(PLACING, pod, this::place);
        } else if (change.type() == Change.Type.MODIFIED && Meta.deleting(pod) && before != null && !Meta.deleting(before)) {
            later(behaviour.stop(PodStatus.image(pod)), pod, this::end);
        }
    }

    private void place(ObjectNode pod) {
        if (Meta.deleting(pod) || !Json.text(pod, "spec", "nodeName").isEmpty()) {
            return;
        }
        JsonNode node = Nodes.choose(world.store(), pod);
        writer.changePod(Meta.key(pod), placed -> {
            Json.child(placed, "spec").put("nodeName", Meta.name(node));
            Json.child(placed, "metadata", "labels").put(Nodes.ZONE, Meta.labels(node).get(Nodes.ZONE))
                    .put(Nodes.REGION, Meta.labels(node).get(Nodes.REGION));
            PodStatus.scheduled(placed, world.timestamp());
        });
        events.normal("default-scheduler", Kinds.PODS, pod, "Scheduled",
                "Successfully assigned " + Meta.namespace(pod) + "/" + Meta.name(pod) + " to " + Meta.name(node));
        start(pod);
    }

    private void start(ObjectNode pod) {
        switch (behaviour.start(PodStatus.image(pod), Meta.name(pod))) {
            case Startup.PullError(Duration after, String why) -> later(after, pod, p -> pullFails(p, why, true));
            case Startup.Crash(Duration runs, int code, String reason) when !ofJob(pod) -> run(pod, runs, code, reason);
            case Startup.Unready(Duration after) -> {
                create(pod, after);
                later(after, pod, p -> started(p, false));
            }
            case Startup.Ready(Duration after) when !ofJob(pod) -> {
                create(pod, after);
                later(after, pod, p -> started(p, true));
            }
            case Startup.Ready _, Startup.Crash _ -> later(JOB_START, pod, this::runJob);
        }
    }

    /** A slow start shows its stages: creating, running, ready. */
    private void create(ObjectNode pod, Duration after) {
        if (restarts(pod) == 0 && after.compareTo(Duration.ofMillis(500)) > 0) {
            later(CREATING, pod, p -> status(p, made -> PodStatus.waiting(made, "ContainerCreating", "", world.timestamp())));
            later(after.multipliedBy(6).dividedBy(10), pod, p -> started(p, false));
        }
    }

    private void started(ObjectNode pod, boolean ready) {
        boolean ran = Json.at(pod, "status", "containerStatuses").path(0).path("state").has("running");
        status(pod, made -> {
            PodStatus.running(made, ready, world.timestamp());
            Json.child(made, "status").put("podIP", address(pod));
        });
        if (!ran) {
            events.normal("kubelet", Kinds.PODS, pod, "Pulled", "Container image \"" + PodStatus.image(pod)
                    + "\" already present on machine");
            events.normal("kubelet", Kinds.PODS, pod, "Started", "Started container "
                    + Json.text(Json.at(pod, "spec", "containers").path(0), "name"));
        }
    }

    private void pullFails(ObjectNode pod, String why, boolean first) {
        String image = PodStatus.image(pod);
        status(pod, made -> PodStatus.waiting(made, first ? "ErrImagePull" : "ImagePullBackOff",
                first ? why : "Back-off pulling image " + image, world.timestamp()));
        if (first) {
            events.warning("kubelet", Kinds.PODS, pod, "Failed", "Failed to pull image \"" + image + "\": " + why);
            later(Duration.ofMillis(500), pod, p -> pullFails(p, why, false));
        } else {
            events.warning("kubelet", Kinds.PODS, pod, "BackOff", "Back-off pulling image \"" + image + "\"");
        }
    }

    private void run(ObjectNode pod, Duration runs, int code, String reason) {
        later(Duration.ofMillis(20), pod, p -> started(p, false));
        later(runs.plusMillis(20), pod, p -> fail(p, code, reason));
    }

    private void fail(ObjectNode pod, int code, String reason) {
        int restarts = restarts(pod);
        Duration pause = Duration.ofSeconds(Math.min(LONGEST_BACK_OFF, 10L << Math.min(restarts, 5)));
        String began = Json.text(Json.at(pod, "status", "containerStatuses").path(0), "state", "running", "startedAt");
        status(pod, made -> PodStatus.backingOff(made, code, reason, pause.toSeconds() + "s",
                began.isEmpty() ? world.timestamp() : began, world.timestamp()));
        events.warning("kubelet", Kinds.PODS, pod, "BackOff", "Back-off restarting failed container");
        later(pause, pod, this::start);
    }

    void crash(Key key, int exitCode, String reason) {
        ObjectNode pod = world.store().find(Kinds.PODS, key).orElseThrow(() -> ApiError.missing(Kinds.PODS, key.name()));
        fail(pod, exitCode, reason);
    }

    private void runJob(ObjectNode pod) {
        String job = Meta.owner(pod).map(owner -> Json.text(owner, "name")).orElse("");
        ImageBehaviour.Run run = behaviour.job(PodStatus.image(pod), job);
        String began = world.timestamp();
        started(pod, true);
        later(run.duration(), pod, p -> status(p, made -> PodStatus.completed(made, run.succeeds(), began, world.timestamp())));
    }

    private void end(ObjectNode pod) {
        writer.changePod(Meta.key(pod), made -> Meta.of(made).put("deletionGracePeriodSeconds", 0)
                .put("deletionTimestamp", world.timestamp()));
        world.store().remove(Kinds.PODS, Meta.key(pod));
    }

    List<ImageBehaviour.LogLine> log(String namespace, String name, String container, LogRange range) {
        ObjectNode pod = world.store().find(Kinds.PODS, new Key(namespace, name))
                .orElseThrow(() -> ApiError.missing(Kinds.PODS, name));
        List<String> names = Json.items(Json.at(pod, "spec", "containers")).map(c -> Json.text(c, "name")).toList();
        if (container.isEmpty() && names.size() > 1) {
            throw ApiError.badRequest("a container name must be specified for pod " + name + ", choose one of: ["
                    + String.join(" ", names) + "]");
        }
        String wanted = container.isEmpty() ? names.getFirst() : container;
        if (!names.contains(wanted)) {
            throw ApiError.badRequest("container " + wanted + " is not valid for pod " + name);
        }
        JsonNode main = Json.at(pod, "status", "containerStatuses").path(0);
        if (range.previous()) {
            return previous(pod, wanted, Json.at(main, "lastState", "terminated"), range);
        }
        JsonNode waiting = Json.at(main, "state", "waiting");
        if (!waiting.isMissingNode() && restarts(pod) == 0) {
            throw ApiError.badRequest("container \"" + wanted + "\" in pod \"" + name + "\" is waiting to start: "
                    + waitsFor(waiting));
        }
        return lines(pod, range);
    }

    private List<ImageBehaviour.LogLine> previous(ObjectNode pod, String container, JsonNode terminated, LogRange range) {
        if (terminated.isMissingNode()) {
            throw ApiError.badRequest("previous terminated container \"" + container + "\" in pod \"" + Meta.name(pod)
                    + "\" not found");
        }
        return between(pod, Json.text(terminated, "startedAt"), Instant.parse(Json.text(terminated, "finishedAt")), range);
    }

    private List<ImageBehaviour.LogLine> lines(ObjectNode pod, LogRange range) {
        JsonNode container = Json.at(pod, "status", "containerStatuses").path(0);
        String restarted = restarts(pod) == 0 ? "" : Json.text(container, "state", "running", "startedAt");
        Instant until = PodStatus.ended(pod) ? Instant.parse(Json.text(container, "state", "terminated", "finishedAt"))
                : world.now();
        return between(pod, restarted.isEmpty() ? Json.text(pod, "status", "startTime") : restarted, until, range);
    }

    private List<ImageBehaviour.LogLine> between(ObjectNode pod, String began, Instant until, LogRange range) {
        if (began.isEmpty()) {
            return List.of();
        }
        Instant since = latest(Instant.parse(began), latest(range.since(), until.minus(LOG_KEPT)));
        List<ImageBehaviour.LogLine> lines = behaviour.log(PodStatus.image(pod), Meta.name(pod), since, until);
        return lines.subList(Math.max(0, lines.size() - range.tail()), lines.size());
    }

    private static String waitsFor(JsonNode waiting) {
        return switch (Json.text(waiting, "reason")) {
            case "ErrImagePull" -> "image can't be pulled";
            case "ImagePullBackOff" -> "trying and failing to pull image";
            default -> Json.text(waiting, "reason");
        };
    }

    private void status(ObjectNode pod, Consumer<ObjectNode> change) {
        writer.changePod(Meta.key(pod), change);
    }

    /** Later, if the pod is still there; except for its end nothing happens to a pod that is being deleted. */
    private void later(Duration delay, ObjectNode pod, Consumer<ObjectNode> action) {
        boolean ending = Meta.deleting(pod);
        world.after(delay, () -> world.store().find(Kinds.PODS, Meta.key(pod))
                .filter(now -> Meta.uid(now).equals(Meta.uid(pod)) && (ending || !Meta.deleting(now))).ifPresent(action));
    }

    private static boolean ofJob(ObjectNode pod) {
        return Meta.owner(pod).filter(owner -> Json.text(owner, "kind").equals("Job")).isPresent();
    }

    private static int restarts(ObjectNode pod) {
        return Json.number(Json.at(pod, "status", "containerStatuses").path(0), "restartCount");
    }

    private static Instant latest(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private static String address(ObjectNode pod) {
        int hash = Meta.uid(pod).hashCode();
        return "10.244." + (hash >>> 8 & 0x7f) + "." + (hash & 0xff);
    }
}
