package com.maily.console.sandbox.argocd;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.maily.console.sandbox.SandboxClock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** The one sync an application can be at, and what the last one came to. Read and written under the clock's lock. */
final class ArgoOperation {

    private static final Duration PICKED_UP = Duration.ofMillis(60);
    private static final Duration APPLIED = Duration.ofMillis(300);

    private final SandboxClock clock;
    private final Workload workload;
    private final Commits commits;
    private final ArgoHistory history;
    private final Runnable changed;
    private final Runnable ended;
    private @Nullable ObjectNode wanted;
    private @Nullable ObjectNode state;
    private String attempted = "";

    ArgoOperation(SandboxClock clock, Workload workload, Commits commits, ArgoHistory history, Runnable changed, Runnable ended) {
        this.clock = clock;
        this.workload = workload;
        this.commits = commits;
        this.history = history;
        this.changed = changed;
        this.ended = ended;
    }

    boolean idle() {
        return wanted == null;
    }

    @Nullable ObjectNode wanted() {
        return wanted;
    }

    @Nullable ObjectNode state() {
        return state;
    }

    /** The revision that was last tried, whatever came of it. */
    String attempted() {
        return attempted;
    }

    void attempted(String revision) {
        attempted = revision;
    }

    ObjectNode asked(String revision, ObjectNode by) {
        ObjectNode asked = JsonNodeFactory.instance.objectNode();
        asked.putObject("sync").put("revision", revision).set("source", ArgoJson.source(workload.application()));
        asked.set("initiatedBy", by);
        asked.putObject("retry");
        return asked;
    }

    /** Starting one clears what the last one came to; for a moment it is asked for and not picked up. */
    void start(ObjectNode asked) {
        wanted = asked;
        state = null;
        changed.run();
        clock.schedule(PICKED_UP, () -> {
            state = JsonNodeFactory.instance.objectNode().put("phase", "Running").put("startedAt", now().toString());
            state.set("operation", asked);
            clock.schedule(APPLIED, () -> apply(asked));
        });
    }

    void terminate() {
        if (wanted == null || state == null) {
            throw ArgoRefusal.invalid("Unable to terminate operation. No operation is in progress");
        }
        state.put("phase", "Terminating");
        clock.schedule(PICKED_UP, () -> finish("Failed", "Operation terminated (retried "
                + state.path("retryCount").asInt() + " times)."));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.SECONDS);
    }

    private void apply(ObjectNode asked) {
        if (wanted != asked || state == null) {
            return;
        }
        Commit commit = commits.of(asked.at("/sync/revision").asText());
        attempted = commit.revision();
        state.set("syncResult", ArgoJson.result(workload, commit, ArgoJson.source(workload.application())));
        if (commit.trouble().isEmpty()) {
            succeed(asked, commit);
        } else {
            fail(asked, "one or more synchronization tasks completed unsuccessfully, reason: " + commit.trouble());
        }
    }

    private void fail(ObjectNode asked, String said) {
        if (state != null && asked.at("/retry/limit").asInt() > 0) {
            state.put("message", said + ". Retrying attempt #1.").put("retryCount", 1);
        } else {
            finish("Failed", said);
        }
    }

    private void succeed(ObjectNode asked, Commit commit) {
        boolean dry = asked.at("/sync/dryRun").asBoolean(false);
        if (state != null && !dry) {
            Instant started = Instant.parse(state.path("startedAt").asText());
            workload.apply(commit.image());
            history.enter(commit.revision(), ArgoJson.source(workload.application()), started, now(),
                    asked.withObject("/initiatedBy"));
        }
        finish("Succeeded", "successfully synced (" + (dry ? "no more tasks)" : "all tasks run)"));
    }

    /** What is said of sync and health stays as it was until the next comparison. */
    private void finish(String phase, String message) {
        if (wanted == null || state == null) {
            return;
        }
        wanted = null;
        state.put("phase", phase).put("message", message).put("finishedAt", now().toString());
        changed.run();
        ended.run();
    }
}
