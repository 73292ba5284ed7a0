package com.maily.console.sandbox.argocd;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.maily.console.sandbox.SandboxClock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * One application and its controller. Reads and writes happen under the clock's lock. What it says of sync and health is as old
 * as its last comparison, as with the real one.
 */
final class ArgoApplication {

    static final String PROJECT = "maily";

    private static final Duration NOTICED = Duration.ofMillis(110);
    /** Argo CD's default before it heals. */
    private static final Duration HEALS_AFTER = Duration.ofSeconds(5);

    private final SandboxClock clock;
    private final Workload workload;
    private final Commits commits;
    private final ArgoHistory history = new ArgoHistory();
    private final ArgoOperation operation;
    private final ObjectNode annotations = JsonNodeFactory.instance.objectNode();
    private @Nullable ObjectNode automated;
    private String compared = "";
    private String sync = "Unknown";
    private String health = "Unknown";
    private Instant reconciledAt;
    private boolean comparing;
    private boolean healing;
    private boolean closed;
    private boolean stale;
    private long version = 1;

    ArgoApplication(SandboxClock clock, Workload workload) {
        this.clock = clock;
        this.workload = workload;
        this.commits = new Commits(workload.application());
        this.operation = new ArgoOperation(clock, workload, commits, history, () -> version++, this::noticeSoon);
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
        commits.add(image, "");
        history.enter(head().revision(), ArgoJson.source(name()), at, at,
                JsonNodeFactory.instance.objectNode().put("username", "release-pipeline"));
        operation.attempted(head().revision());
        compare();
    }

    /** Somebody pushes; Git tells Argo CD. @param trouble why it can't be applied; empty when it can */
    void commit(String image, String trouble) {
        commits.add(image, trouble);
        noticeSoon();
    }

    void automate(@Nullable ObjectNode policy) {
        automated = policy;
    }

    Commit head() {
        return commits.head();
    }

    Commit commit(String revision) {
        return commits.of(revision);
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
        boolean due = automatic() && !closed && sync.equals("OutOfSync") && operation.idle()
                && (automated.path("selfHeal").asBoolean(false) || !operation.attempted().equals(compared));
        if (due && !healing) {
            healing = true;
            clock.schedule(operation.attempted().equals(compared) ? HEALS_AFTER : NOTICED, this::heal);
        }
    }

    private void heal() {
        healing = false;
        boolean still = automatic() && operation.idle() && !workload.image().equals(head().image());
        if (still) {
            ObjectNode asked = operation.asked(head().revision(), JsonNodeFactory.instance.objectNode().put("automated", true));
            asked.withObject("/sync").put("prune", automated.path("prune").asBoolean(false));
            operation.start(asked);
        }
    }

    void sync(JsonNode request) {
        String revision = request.path("revision").asText("");
        String branch = revision.isEmpty() || revision.equals("main") ? head().revision() : revision;
        if (automatic() && !branch.equals(head().revision())) {
            throw ArgoRefusal.precondition("Cannot sync to " + branch + ": auto-sync currently set to main");
        }
        refuseUnlessIdle();
        ObjectNode asked = operation.asked(commit(branch).revision(), user());
        asked.withObject("/sync").put("dryRun", request.path("dryRun").asBoolean(false));
        asked.set("retry", request.path("retryStrategy").isObject() ? request.path("retryStrategy") : asked.path("retry"));
        operation.start(asked);
    }

    void rollBack(JsonNode request) {
        if (automatic()) {
            throw ArgoRefusal.precondition("rollback cannot be initiated when auto-sync is enabled");
        }
        refuseUnlessIdle();
        long id = request.path("id").asLong();
        String revision = history.revision(id).orElseThrow(() ->
                ArgoRefusal.invalid("application argocd/" + name() + " does not have deployment with id " + id));
        ObjectNode asked = operation.asked(revision, user());
        asked.withObject("/sync").put("dryRun", request.path("dryRun").asBoolean(false)).putObject("syncStrategy")
                .putObject("apply");
        operation.start(asked);
    }

    private void refuseUnlessIdle() {
        if (!operation.idle()) {
            throw ArgoRefusal.precondition("another operation is already in progress");
        }
        if (closed) {
            throw ArgoRefusal.denied("cannot sync: blocked by sync window");
        }
    }

    void terminate() {
        operation.terminate();
    }

    private static ObjectNode user() {
        return JsonNodeFactory.instance.objectNode().put("username", "admin");
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
        return new ArgoView(name(), workload, annotations, automated, operation.wanted(), operation.state(), history.entries(),
                compared, sync, health,
                reconciledAt, version);
    }
}
