package com.maily.console.sandbox.cluster;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.List;

/**
 * Runs the pods of a Job until enough succeeded or too many failed; the deciding condition comes a moment before the final one.
 */
final class JobController {

    private static final String NAME = "job-controller";
    private static final Duration DELAY = Duration.ofMillis(10);

    private final World world;
    private final Writer writer;
    private final Deleter deleter;
    private final EventRecorder events;
    private final WorkQueue queue;

    JobController(World world, Writer writer, Deleter deleter, EventRecorder events) {
        this.world = world;
        this.writer = writer;
        this.deleter = deleter;
        this.events = events;
        this.queue = new WorkQueue(world, DELAY, key -> world.store().find(Kinds.JOBS, key).ifPresent(this::sync));
        world.store().listen(Kinds.JOBS, change -> {
            queue.add(Meta.key(change.object()));
            int deadline = Json.number(change.object(), "spec", "activeDeadlineSeconds");
            if (change.type() == Change.Type.ADDED && deadline > 0) {
                queue.addAfter(Meta.key(change.object()), Duration.ofSeconds(deadline));
            }
        });
        world.store().listen(Kinds.PODS, change -> Meta.owner(change.object())
                .filter(owner -> Json.text(owner, "kind").equals("Job"))
                .ifPresent(owner -> queue.add(new Key(Meta.namespace(change.object()), Json.text(owner, "name")))));
    }

    private void sync(ObjectNode job) {
        if (Meta.deleting(job) || has(job, "Complete") || has(job, "Failed")) {
            return;
        }
        List<ObjectNode> pods = world.store().all(Kinds.PODS, Meta.namespace(job)).stream().filter(pod -> Meta.ownedBy(pod, job))
                .toList();
        if (has(job, "SuccessCriteriaMet") || has(job, "FailureTarget")) {
            finish(job, pods);
            return;
        }
        int succeeded = count(pods, "Succeeded");
        int failed = count(pods, "Failed");
        if (succeeded >= Json.number(job, "spec", "completions")) {
            decide(job, pods, "SuccessCriteriaMet", "CompletionsReached", "Reached expected number of succeeded pods");
        } else if (failed > Json.number(job, "spec", "backoffLimit")) {
            decide(job, pods, "FailureTarget", "BackoffLimitExceeded", "Job has reached the specified backoff limit");
        } else if (late(job)) {
            decide(job, pods, "FailureTarget", "DeadlineExceeded", "Job was active longer than specified deadline");
            pods.stream().filter(PodStatus::active).forEach(pod -> deleter.delete(Kinds.PODS, Meta.key(pod), Deletion.PLAIN));
        } else {
            run(job, pods, failed);
        }
    }

    private void run(ObjectNode job, List<ObjectNode> pods, int failed) {
        int active = (int) pods.stream().filter(PodStatus::active).count();
        if (active == 0) {
            ObjectNode template = PodTemplate.pod(Kinds.JOBS, job);
            ObjectNode pod = writer.create(Kinds.PODS, Meta.namespace(job), template, Write.CONTROLLER);
            events.normal(NAME, Kinds.JOBS, job, "SuccessfulCreate", "Created pod: " + Meta.name(pod));
        }
        int ready = (int) pods.stream().filter(pod -> PodStatus.active(pod) && PodStatus.ready(pod)).count();
        writer.changeStatus(Kinds.JOBS, Meta.key(job), made -> {
            ObjectNode status = Json.child(made, "status");
            if (!status.has("startTime")) {
                status.put("startTime", world.timestamp());
            }
            status.put("active", Math.max(1, active)).put("terminating", 0).put("ready", ready);
            Json.count(status, "failed", failed);
            Json.child(status, "uncountedTerminatedPods");
        });
    }

    private boolean late(ObjectNode job) {
        int deadline = Json.number(job, "spec", "activeDeadlineSeconds");
        return deadline > 0 && !Meta.created(job).plusSeconds(deadline).isAfter(world.now());
    }

    private void decide(ObjectNode job, List<ObjectNode> pods, String type, String reason, String message) {
        String phase = type.equals("SuccessCriteriaMet") ? "Succeeded" : "Failed";
        writer.changeStatus(Kinds.JOBS, Meta.key(job), made -> {
            condition(made, type, reason, message);
            ObjectNode status = Json.child(made, "status").put("ready", 0);
            status.remove("active");
            ArrayNode uncounted = Json.child(status, "uncountedTerminatedPods")
                    .putArray(phase.toLowerCase(java.util.Locale.ROOT));
            pods.stream().filter(pod -> Json.text(pod, "status", "phase").equals(phase))
                    .forEach(pod -> uncounted.add(Meta.uid(pod)));
        });
    }

    private void finish(ObjectNode job, List<ObjectNode> pods) {
        if (pods.stream().anyMatch(Meta::deleting)) {
            return;
        }
        boolean good = has(job, "SuccessCriteriaMet");
        String decided = good ? "SuccessCriteriaMet" : "FailureTarget";
        String reason = Conditions.reason(job, decided);
        String message = Conditions.find(job, decided).map(c -> Json.text(c, "message")).orElse("");
        ObjectNode told = writer.changeStatus(Kinds.JOBS, Meta.key(job), made -> {
            condition(made, good ? "Complete" : "Failed", reason, message);
            ObjectNode status = Json.child(made, "status");
            status.putObject("uncountedTerminatedPods");
            Json.count(status, "succeeded", count(pods, "Succeeded"));
            Json.count(status, "failed", good ? count(pods, "Failed") : Math.max(1, count(pods, "Failed")));
            if (good) {
                status.put("completionTime", world.timestamp());
            }
        });
        if (good) {
            events.normal(NAME, Kinds.JOBS, told, "Completed", "Job completed");
        } else {
            events.warning(NAME, Kinds.JOBS, told, reason, message);
        }
        int kept = Json.at(job, "spec", "ttlSecondsAfterFinished").asInt(-1);
        if (kept >= 0) {
            world.after(Duration.ofSeconds(kept), () -> world.store().find(Kinds.JOBS, Meta.key(job))
                    .filter(there -> Meta.uid(there).equals(Meta.uid(job)))
                    .ifPresent(there -> deleter.delete(Kinds.JOBS, Meta.key(there), Deletion.BACKGROUND)));
        }
    }

    private void condition(ObjectNode job, String type, String reason, String message) {
        ObjectNode status = Json.child(job, "status");
        ArrayNode conditions = status.get("conditions") instanceof ArrayNode there ? there : status.putArray("conditions");
        conditions.addObject().put("type", type).put("status", "True").put("lastProbeTime", world.timestamp())
                .put("lastTransitionTime", world.timestamp()).put("reason", reason).put("message", message);
    }

    private static boolean has(ObjectNode job, String condition) {
        return Conditions.find(job, condition).isPresent();
    }

    private static int count(List<ObjectNode> pods, String phase) {
        return (int) pods.stream().filter(pod -> Json.text(pod, "status", "phase").equals(phase)).count();
    }
}
