package com.maily.console.platforms.kubernetes;

import com.maily.console.core.port.Job;
import io.fabric8.kubernetes.api.model.batch.v1.JobCondition;
import io.fabric8.kubernetes.api.model.batch.v1.JobStatus;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Reads a Job's state. Only the conditions Complete and Failed are final; SuccessCriteriaMet and FailureTarget come before them,
 * while pods still run.
 */
final class JobState {

    private JobState() { }

    static Job of(String name, io.fabric8.kubernetes.api.model.batch.v1.Job job) {
        JobStatus status = Optional.ofNullable(job.getStatus()).orElseGet(JobStatus::new);
        Optional<JobCondition> end = status.getConditions().stream().filter(JobState::isFinal).findFirst();
        Optional<Instant> finished = end.map(condition -> Optional.ofNullable(status.getCompletionTime())
                .orElse(condition.getLastTransitionTime())).map(Instant::parse);
        return new Job(name, state(status, end), message(status, end), Optional.ofNullable(status.getStartTime())
                .map(Instant::parse), finished);
    }

    /** Makes a name that Kubernetes takes, and that stays different for different names. */
    static String dnsSafe(String name) {
        String safe = name.toLowerCase(java.util.Locale.ROOT).replaceAll("[^a-z0-9-]+", "-").replaceAll("^-+|-+$", "");
        if (safe.equals(name) && safe.length() <= 63) {
            return safe;
        }
        String suffix = "-" + Integer.toHexString(name.hashCode());
        String stem = safe.isEmpty() ? "job" : safe.substring(0, Math.min(safe.length(), 63 - suffix.length()));
        return stem + suffix;
    }

    private static boolean isFinal(JobCondition condition) {
        return List.of("Complete", "Failed").contains(condition.getType()) && "True".equals(condition.getStatus());
    }

    private static Job.State state(JobStatus status, Optional<JobCondition> end) {
        if (end.isPresent()) {
            return end.get().getType().equals("Complete") ? Job.State.SUCCEEDED : Job.State.FAILED;
        }
        return Optional.ofNullable(status.getReady()).orElse(0) > 0 ? Job.State.RUNNING : Job.State.PENDING;
    }

    private static String message(JobStatus status, Optional<JobCondition> end) {
        return end.map(condition -> Optional.ofNullable(condition.getMessage()).filter(text -> !text.isEmpty())
                .orElse(condition.getReason() == null ? condition.getType() : condition.getReason()))
                .orElse(status.getActive() == null || status.getActive() == 0 ? "" : status.getActive() + " pod active");
    }
}
