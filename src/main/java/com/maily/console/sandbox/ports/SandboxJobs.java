package com.maily.console.sandbox.ports;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.maily.console.core.port.Job;
import com.maily.console.core.port.JobRunner;
import com.maily.console.core.port.LogSource;
import com.maily.console.sandbox.SandboxClock;
import com.maily.console.sandbox.cluster.Cluster;
import com.maily.console.sandbox.cluster.ImageBehaviour;
import com.maily.console.sandbox.cluster.Kinds;
import com.maily.console.sandbox.cluster.LogRange;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Runs one-off jobs in the sandbox's cluster. */
public final class SandboxJobs implements JobRunner {

    private static final String CONTAINER = "job";
    private static final int TAIL = 500;

    private final Place place;

    public SandboxJobs(Cluster cluster, SandboxClock clock, String namespace) {
        this.place = new Place(cluster, clock, namespace);
    }

    @Override
    public Job observe(String name) {
        return place.clock().locked(() -> place.find(Kinds.JOBS, safe(name)).map(job -> state(name, job))
                .orElseGet(() -> new Job(name, Job.State.MISSING, "", Optional.empty(), Optional.empty())));
    }

    @Override
    public String start(Job.Spec job) {
        String name = safe(job.name());
        place.clock().locked(() -> {
            if (place.find(Kinds.JOBS, name).isEmpty()) {
                place.create(Kinds.JOBS, object(name, job));
            }
        });
        return place.kubectl("create job " + name + " --image=" + job.image()
                + (job.command().isEmpty() ? "" : " -- " + String.join(" ", job.command())));
    }

    @Override
    public List<String> log(String name, int lines) {
        return place.clock().locked(() -> newest(name)
                .filter(pod -> !Read.text(pod, "status", "phase").equals("Pending"))
                .map(pod -> place.call("Reading the log of job/" + name,
                        () -> place.cluster().log(place.namespace(), Read.name(pod), CONTAINER, LogRange.newest(lines))))
                .orElse(List.of()).stream().map(ImageBehaviour.LogLine::text).toList());
    }

    @Override
    public Optional<LogSource> logSource(String name) {
        return place.clock().locked(() -> newest(name)
                .map(pod -> new LogSource(place.namespace(), Read.name(pod), CONTAINER, false, TAIL)));
    }

    private Optional<ObjectNode> newest(String name) {
        return pods(name).max(Comparator.comparing(pod -> Read.text(pod, "metadata", "creationTimestamp")));
    }

    private static ObjectNode object(String name, Job.Spec job) {
        ObjectNode object = Read.object().put("apiVersion", "batch/v1").put("kind", "Job");
        object.putObject("metadata").put("name", name);
        ObjectNode spec = object.putObject("spec").put("backoffLimit", 0);
        ObjectNode pod = spec.putObject("template").putObject("spec").put("restartPolicy", "Never");
        ObjectNode container = pod.putArray("containers").addObject().put("name", CONTAINER).put("image", job.image());
        job.command().forEach(container.withArray("command")::add);
        return object;
    }

    private Job state(String name, JsonNode job) {
        JsonNode status = job.path("status");
        Optional<JsonNode> end = Read.items(status.path("conditions"))
                .filter(condition -> List.of("Complete", "Failed").contains(Read.text(condition, "type"))).findFirst();
        boolean running = pods(name).anyMatch(pod -> Read.text(pod, "status", "phase").equals("Running"));
        Job.State state = end.map(condition -> Read.text(condition, "type").equals("Complete") ? Job.State.SUCCEEDED
                : Job.State.FAILED)
                .orElse(running ? Job.State.RUNNING : Job.State.PENDING);
        return new Job(name, state, end.map(condition -> Read.text(condition, "message")).orElse(""), time(status, "startTime"),
                end.flatMap(condition -> time(condition, "lastTransitionTime")));
    }

    private java.util.stream.Stream<ObjectNode> pods(String name) {
        return place.list(Kinds.PODS).stream().filter(pod -> safe(name)
                .equals(Read.labels(pod).get("batch.kubernetes.io/job-name")));
    }

    private static Optional<Instant> time(JsonNode node, String field) {
        return Optional.of(Read.text(node, field)).filter(text -> !text.isEmpty()).map(Instant::parse);
    }

    /** A name the cluster takes; different names stay different. */
    private static String safe(String name) {
        String safe = name.toLowerCase(java.util.Locale.ROOT).replaceAll("[^a-z0-9-]+", "-").replaceAll("^-+|-+$", "");
        if (safe.equals(name) && safe.length() <= 63) {
            return safe;
        }
        String suffix = "-" + Integer.toHexString(name.hashCode());
        return (safe.isEmpty() ? "job" : safe.substring(0, Math.min(safe.length(), 63 - suffix.length()))) + suffix;
    }
}
