package com.maily.console.platforms.kubernetes;

import com.maily.console.core.model.Failure;
import com.maily.console.core.model.FailureException;
import com.maily.console.core.port.Job;
import com.maily.console.core.port.JobRunner;
import com.maily.console.core.port.LogSource;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.batch.v1.JobBuilder;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Runs one-off jobs as Kubernetes Jobs that are tried once and never restarted: a migration must not run twice by itself. */
public final class KubernetesJobs implements JobRunner {

    private static final Map<String, String> LABELS =
            Map.of("app.kubernetes.io/managed-by", Deployments.FIELD_MANAGER, "app.kubernetes.io/part-of", "maily");

    private static final String CONTAINER = "job";
    private static final int TAIL = 500;

    private final KubernetesConnection connection;

    public KubernetesJobs(KubernetesConnection connection) {
        this.connection = connection;
    }

    @Override
    public Job observe(String name) {
        io.fabric8.kubernetes.api.model.batch.v1.@Nullable Job job = find(name);
        if (job == null) {
            return new Job(name, Job.State.MISSING, "", Optional.empty(), Optional.empty());
        }
        Job state = JobState.of(name, job);
        boolean running = state.state() == Job.State.PENDING && pods(name).stream()
                .anyMatch(pod -> "Running".equals(pod.getStatus().getPhase()));
        return running ? new Job(name, Job.State.RUNNING, state.message(), state.startedAt(), state.finishedAt()) : state;
    }

    @Override
    public String start(Job.Spec job) {
        String name = JobState.dnsSafe(job.name());
        if (find(job.name()) == null) {
            create(job, name);
        }
        return "kubectl -n " + connection.namespace() + " create job " + name + " --image=" + job.image()
                + (job.command().isEmpty() ? "" : " -- " + String.join(" ", job.command()));
    }

    @Override
    public List<String> log(String name, int lines) {
        return newest(name).map(pod -> new PodLog(connection).tail(pod, lines)).orElse(List.of());
    }

    @Override
    public Optional<LogSource> logSource(String name) {
        return newest(name).map(pod -> new LogSource(pod.getMetadata().getNamespace(), pod.getMetadata().getName(), CONTAINER, false,
                TAIL));
    }

    private Optional<Pod> newest(String name) {
        return pods(name).stream().max(Comparator.comparing(pod -> pod.getMetadata().getCreationTimestamp()));
    }

    private void create(Job.Spec job, String name) {
        var built = new JobBuilder()
                .withNewMetadata().withName(name).withLabels(LABELS).endMetadata()
                .withNewSpec().withBackoffLimit(0)
                .withNewTemplate().withNewMetadata().withLabels(LABELS).endMetadata()
                .withNewSpec().withRestartPolicy("Never")
                .addNewContainer().withName(CONTAINER).withImage(job.image()).withCommand(job.command()).endContainer()
                .endSpec().endTemplate().endSpec().build();
        try {
            connection.call("Starting job/" + name, () -> connection.client().batch().v1().jobs()
                    .inNamespace(connection.namespace())
                    .resource(built).create());
        } catch (FailureException refused) {
            // Somebody started the same job between our look and our start: it runs, which is all that was asked.
            if (!(refused.failure() instanceof Failure.Conflict) || find(job.name()) == null) {
                throw refused;
            }
        }
    }

    private io.fabric8.kubernetes.api.model.batch.v1.@Nullable Job find(String name) {
        String safe = JobState.dnsSafe(name);
        return connection.call("Reading job/" + safe,
                () -> connection.client().batch().v1().jobs().inNamespace(connection.namespace()).withName(safe).get());
    }

    private List<Pod> pods(String name) {
        return connection.call("Listing the pods of job/" + JobState.dnsSafe(name), () -> connection.client().pods()
                .inNamespace(connection.namespace()).withLabel("batch.kubernetes.io/job-name", JobState.dnsSafe(name)).list()
                        .getItems());
    }
}
