package com.maily.console.sandbox.argocd;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.maily.console.sandbox.SandboxClock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One application and its controller. Reads and writes happen under the clock's lock. What it says of sync and health is as old
 * as its last comparison, as with the real one.
 */
final class ArgoApplication {

    static final String PROJECT = "maily";

    private static final Duration NOTICED = Duration.ofMillis(110);
    private static final Duration PICKED_UP = Duration.ofMillis(60);
    private static final Duration APPLIED = Duration.ofMillis(300);
    /** Argo CD's default before it heals. */
    private static final Duration HEALS_AFTER = Duration.ofSeconds(5);
    private static final int KEPT = 10;

    private final SandboxClock clock;
    private final Workload workload;
    private final List<Commit> commits = new ArrayList<>();
    private final ArrayNode history = JsonNodeFactory.instance.arrayNode();
    private final ObjectNode annotations = JsonNodeFactory.instance.objectNode();
    private @Nullable ObjectNode automated;
    private @Nullable ObjectNode operation;
    private @Nullable ObjectNode operationState;
    private String compared = "";
    private String sync = "Unknown";
    private String health = "Unknown";
    private Instant reconciledAt;
    private String attempted = "";
    private boolean comparing;
    private boolean healing;
    private boolean closed;
    private boolean stale;
    private long version = 1;
    private long entries;

    ArgoApplication(SandboxClock clock, Workload workload) {
        this.clock = clock;
        this.workload = workload;
        this.reconciledAt = now();
    }

    String name() {
        return workload.application();
    }

    Workload workload() {
        return workload;
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.SECONDS);
    }

    /** A release of the past: in Git, deployed, done. */
    void deployed(String image, Instant at) {
        commits.add(Commit.of(name(), commits.size(), image, ""));
        enter(head().revision(), at, at, JsonNodeFactory.instance.objectNode().put("username", "release-pipeline"));
        attempted = head().revision();
        compare();
    }

    /** Somebody pushes; Git tells Argo CD. @param trouble why it can't be applied; empty when it can */
    void commit(String image, String trouble) {
        commits.add(Commit.of(name(), commits.size(), image, trouble));
        noticeSoon();
    }

    void automate(@Nullable ObjectNode policy) {
        automated = policy;
    }

    Commit head() {
        return commits.getLast();
    }

    Commit commit(String revision) {
        return commits.stream().filter(commit -> commit.revision().equals(revision)).findFirst()
                .orElseThrow(() -> ArgoRefusal.invalid("unable to resolve '" + revision + "' to a commit SHA"));
    }

    boolean automatic() {
        return automated != null && automated.path("enabled").asBoolean(true);
    }

    void window(boolean nowClosed) {
        closed = nowClosed;
    }

    boolean windowClosed() {
        return closed;
    }

    /** It goes on working, but what it says is no longer renewed. */
    void stale(boolean on) {
        stale = on;
    }

    /** Something it keeps was changed. Told within the cluster's write, so it looks a moment later. */
    void noticeSoon() {
        if (!comparing) {
            comparing = true;
            clock.schedule(NOTICED, () -> {
                comparing = false;
                compare();
            });
        }
    }

    void compare() {
        if (stale) {
            return;
        }
        compared = head().revision();
        sync = workload.image().equals(head().image()) ? "Synced" : "OutOfSync";
        health = workload.health();
        reconciledAt = now();
        version++;
        boolean due = automatic() && !closed && sync.equals("OutOfSync") && operation == null
                && (automated.path("selfHeal").asBoolean(false) || !attempted.equals(compared));
        if (due && !healing) {
            healing = true;
            clock.schedule(attempted.equals(compared) ? HEALS_AFTER : NOTICED, this::heal);
        }
    }

    private void heal() {
        healing = false;
        boolean still = automatic() && operation == null && !workload.image().equals(head().image());
        if (still) {
            ObjectNode asked = asked(head().revision(), JsonNodeFactory.instance.objectNode().put("automated", true));
            asked.withObject("/sync").put("prune", automated.path("prune").asBoolean(false));
            start(asked);
        }
    }

    void sync(JsonNode request) {
        String revision = request.path("revision").asText("");
        String branch = revision.isEmpty() || revision.equals("main") ? head().revision() : revision;
        if (automatic() && !branch.equals(head().revision())) {
            throw ArgoRefusal.precondition("Cannot sync to " + branch + ": auto-sync currently set to main");
        }
        refuseUnlessIdle();
        ObjectNode asked = asked(commit(branch).revision(), user());
        asked.withObject("/sync").put("dryRun", request.path("dryRun").asBoolean(false));
        asked.set("retry", request.path("retryStrategy").isObject() ? request.path("retryStrategy") : asked.path("retry"));
        start(asked);
    }

    void rollBack(JsonNode request) {
        if (automatic()) {
            throw ArgoRefusal.precondition("rollback cannot be initiated when auto-sync is enabled");
        }
        refuseUnlessIdle();
        long id = request.path("id").asLong();
        for (JsonNode entry : history) {
            if (entry.path("id").asLong() == id) {
                ObjectNode asked = asked(entry.path("revision").asText(), user());
                asked.withObject("/sync").put("dryRun", request.path("dryRun").asBoolean(false)).putObject("syncStrategy")
                        .putObject("apply");
                start(asked);
                return;
            }
        }
        throw ArgoRefusal.invalid("application argocd/" + name() + " does not have deployment with id " + id);
    }

    private void refuseUnlessIdle() {
        if (operation != null) {
            throw ArgoRefusal.precondition("another operation is already in progress");
        }
        if (closed) {
            throw ArgoRefusal.denied("cannot sync: blocked by sync window");
        }
    }

    void terminate() {
        if (operation == null || operationState == null) {
            throw ArgoRefusal.invalid("Unable to terminate operation. No operation is in progress");
        }
        operationState.put("phase", "Terminating");
        clock.schedule(PICKED_UP, () -> finish("Failed", "Operation terminated (retried "
                + operationState.path("retryCount").asInt() + " times)."));
    }

    private static ObjectNode user() {
        return JsonNodeFactory.instance.objectNode().put("username", "admin");
    }

    private ObjectNode asked(String revision, ObjectNode by) {
        ObjectNode asked = JsonNodeFactory.instance.objectNode();
        asked.putObject("sync").put("revision", revision).set("source", ArgoJson.source(this));
        asked.set("initiatedBy", by);
        asked.putObject("retry");
        return asked;
    }

    /** Starting one clears what the last one came to; for a moment it is asked for and not picked up. */
    private void start(ObjectNode asked) {
        operation = asked;
        operationState = null;
        version++;
        clock.schedule(PICKED_UP, () -> {
            operationState = JsonNodeFactory.instance.objectNode().put("phase", "Running").put("startedAt", now().toString());
            operationState.set("operation", asked);
            clock.schedule(APPLIED, () -> apply(asked));
        });
    }

    private void apply(ObjectNode asked) {
        if (operation != asked || operationState == null) {
            return;
        }
        Commit commit = commit(asked.at("/sync/revision").asText());
        attempted = commit.revision();
        operationState.set("syncResult", ArgoJson.result(workload, commit, ArgoJson.source(this)));
        if (!commit.trouble().isEmpty()) {
            String said = "one or more synchronization tasks completed unsuccessfully, reason: " + commit.trouble();
            if (asked.at("/retry/limit").asInt() > 0) {
                operationState.put("message", said + ". Retrying attempt #1.").put("retryCount", 1);
            } else {
                finish("Failed", said);
            }
            return;
        }
        Instant started = Instant.parse(operationState.path("startedAt").asText());
        if (!asked.at("/sync/dryRun").asBoolean(false)) {
            workload.apply(commit.image());
            enter(commit.revision(), started, now(), asked.withObject("/initiatedBy"));
        }
        finish("Succeeded", "successfully synced (" + (asked.at("/sync/dryRun").asBoolean(false) ? "no more" : "all") + " tasks"
                + (asked.at("/sync/dryRun").asBoolean(false) ? ")" : " run)"));
    }

    /** What is said of sync and health stays as it was until the next comparison. */
    private void finish(String phase, String message) {
        if (operation == null || operationState == null) {
            return;
        }
        operation = null;
        operationState.put("phase", phase).put("message", message).put("finishedAt", now().toString());
        version++;
        noticeSoon();
    }

    private void enter(String revision, Instant started, Instant deployed, ObjectNode by) {
        ObjectNode entry = history.addObject().put("revision", revision).put("deployedAt", deployed.toString()).put("id", entries++);
        entry.set("source", ArgoJson.source(this));
        entry.put("deployStartedAt", started.toString()).set("initiatedBy", by);
        if (history.size() > KEPT) {
            history.remove(0);
        }
    }

    /** A merge patch of its policy and its annotations, all that is patched here. */
    void patch(JsonNode patch) {
        patch.at("/metadata/annotations").properties().forEach(one -> {
            if (one.getValue().isNull()) {
                annotations.remove(one.getKey());
            } else {
                annotations.set(one.getKey(), one.getValue());
            }
        });
        JsonNode policy = patch.at("/spec/syncPolicy/automated");
        if (policy.isNull()) {
            automated = null;
        } else if (policy.isObject()) {
            ObjectNode merged = automated == null ? JsonNodeFactory.instance.objectNode() : automated.deepCopy();
            policy.properties().forEach(one -> merged.set(one.getKey(), one.getValue()));
            automated = merged;
        }
        version++;
        noticeSoon();
    }

    ArgoView view() {
        return new ArgoView(name(), workload, annotations, automated, operation, operationState, history, compared, sync, health,
                reconciledAt, version);
    }
}
