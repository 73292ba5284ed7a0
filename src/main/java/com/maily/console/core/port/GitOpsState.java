package com.maily.console.core.port;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.maily.console.core.model.Artifact;
import com.maily.console.core.model.Region;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What a GitOps controller says of one component and the application that owns it.
 *
 * @param wanted     what Git says the component should be
 * @param autoSync   what the controller does by itself now
 * @param remembered what it did before it was paused, as noted on the application; empty when nobody noted it
 * @param window     why nothing may be synced now; empty when it may
 * @param history    what was deployed, newest first
 * @param operation  the newest sync or rollback, empty when there was none
 * @param workloads  everything with pods the application owns: {@code deployment/maily-api}
 * @param drift      how what runs differs from Git, in short phrases; empty when it does not or is not known to
 */
public record GitOpsState(String component, String application, String project, Wanted wanted, Sync sync, Health health,
                          AutoSync autoSync, Optional<AutoSync> remembered, String window, List<Deployed> history,
                          Optional<Operation> operation, List<String> workloads, List<String> drift, Instant observedAt) {

    /** UNKNOWN also while the controller has not looked again since its last operation. */
    public enum Sync { SYNCED, OUT_OF_SYNC, UNKNOWN }

    public enum Health { HEALTHY, SUSPENDED, PROGRESSING, MISSING, DEGRADED, UNKNOWN }

    /**
     * @param revision the commit
     * @param branch   what it follows: a branch, tag or commit
     * @param artifact what the component should run; empty when it can't be told
     */
    public record Wanted(String revision, String branch, Optional<Artifact> artifact) { }

    /**
     * What is done without being asked.
     *
     * @param on       new commits are applied
     * @param selfHeal changes made elsewhere are undone
     * @param policy   the controller's own text, given back unchanged when it is restored; empty for none
     */
    public record AutoSync(boolean on, boolean selfHeal, String policy) {
        public static final AutoSync OFF = new AutoSync(false, false, "");

        @JsonIgnore
        public String words() {
            return !on ? "auto-sync off" : selfHeal ? "auto-sync with self-heal" : "auto-sync";
        }
    }

    /** @param artifact what the component ran then; empty when it can't be told */
    public record Deployed(long id, String revision, Instant at, Optional<Artifact> artifact) { }

    /** @param phase the controller's own word: {@code Running}, {@code Succeeded} */
    public record Operation(String phase, boolean running, String message, Optional<Instant> startedAt) { }

    public GitOpsState {
        history = List.copyOf(history);
        workloads = List.copyOf(workloads);
        drift = List.copyOf(drift);
    }

    public GitOpsState withHistory(List<Deployed> told) {
        return new GitOpsState(component, application, project, wanted, sync, health, autoSync, remembered, window,
                told, operation,
                workloads, drift, observedAt);
    }

    /** As one of a region's applications. */
    GitOpsState in(Region region) {
        return new GitOpsState(component, region.of(application), project, wanted, sync, health, autoSync, remembered,
                window, history,
                operation, workloads, drift, observedAt);
    }

    public boolean wants(Artifact artifact) {
        return wanted.artifact().filter(wants -> same(wants, artifact)).isPresent();
    }

    /** A controller knows images, not what people call them. */
    public static boolean same(Artifact one, Artifact other) {
        return one.equals(other) || one instanceof Artifact.Image(String _, String reference)
                && other instanceof Artifact.Image(String _, String same)
                && reference.equals(same);
    }

    public boolean operating() {
        return operation.filter(Operation::running).isPresent();
    }

    /** Whether a change made here without it would be undone. */
    public boolean wouldUndo() {
        return autoSync.on() && autoSync.selfHeal();
    }

    /** The state in a word or two, for a column. */
    public String words() {
        if (operating()) {
            return "Syncing";
        }
        return switch (sync) {
            case SYNCED -> switch (health) {
                case HEALTHY, SUSPENDED, UNKNOWN -> "In sync";
                case PROGRESSING -> "Progressing";
                case MISSING -> "Missing";
                case DEGRADED -> "Degraded";
            };
            case OUT_OF_SYNC -> remembered.isPresent() && !autoSync.on() ? "Drift, sync held" : "Drift";
            case UNKNOWN -> "Unknown";
        };
    }
}
