package com.maily.console.core.journal;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.maily.console.core.model.Failure;
import com.maily.console.core.model.Move;
import com.maily.console.core.model.Plan;
import com.maily.console.core.model.Release;
import com.maily.console.core.model.Weight;
import com.maily.console.core.port.Announcement;
import com.maily.console.core.sla.Verdict;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Something that happened to a deployment. Past tense, plain data, no secrets. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
        @JsonSubTypes.Type(value = Event.DeploymentStarted.class, name = "DeploymentStarted"),
        @JsonSubTypes.Type(value = Event.StepStarted.class, name = "StepStarted"),
        @JsonSubTypes.Type(value = Event.StepActed.class, name = "StepActed"),
        @JsonSubTypes.Type(value = Event.StepNoted.class, name = "StepNoted"),
        @JsonSubTypes.Type(value = Event.StepSucceeded.class, name = "StepSucceeded"),
        @JsonSubTypes.Type(value = Event.StepFailed.class, name = "StepFailed"),
        @JsonSubTypes.Type(value = Event.StepHeld.class, name = "StepHeld"),
        @JsonSubTypes.Type(value = Event.StepBecameUncertain.class, name = "StepBecameUncertain"),
        @JsonSubTypes.Type(value = Event.StepRetried.class, name = "StepRetried"),
        @JsonSubTypes.Type(value = Event.StepSkipped.class, name = "StepSkipped"),
        @JsonSubTypes.Type(value = Event.GateOpened.class, name = "GateOpened"),
        @JsonSubTypes.Type(value = Event.GateAnswered.class, name = "GateAnswered"),
        @JsonSubTypes.Type(value = Event.WeightShifted.class, name = "WeightShifted"),
        @JsonSubTypes.Type(value = Event.WeightObserved.class, name = "WeightObserved"),
        @JsonSubTypes.Type(value = Event.CanaryAsked.class, name = "CanaryAsked"),
        @JsonSubTypes.Type(value = Event.WeightDropped.class, name = "WeightDropped"),
        @JsonSubTypes.Type(value = Event.NotRecovered.class, name = "NotRecovered"),
        @JsonSubTypes.Type(value = Event.VerdictReached.class, name = "VerdictReached"),
        @JsonSubTypes.Type(value = Event.VersionObserved.class, name = "VersionObserved"),
        @JsonSubTypes.Type(value = Event.AutoSyncPaused.class, name = "AutoSyncPaused"),
        @JsonSubTypes.Type(value = Event.AutoSyncRestored.class, name = "AutoSyncRestored"),
        @JsonSubTypes.Type(value = Event.SyncAsked.class, name = "SyncAsked"),
        @JsonSubTypes.Type(value = Event.Paused.class, name = "Paused"),
        @JsonSubTypes.Type(value = Event.Resumed.class, name = "Resumed"),
        @JsonSubTypes.Type(value = Event.LockTaken.class, name = "LockTaken"),
        @JsonSubTypes.Type(value = Event.LockReleased.class, name = "LockReleased"),
        @JsonSubTypes.Type(value = Event.LockTakenOver.class, name = "LockTakenOver"),
        @JsonSubTypes.Type(value = Event.LockBroken.class, name = "LockBroken"),
        @JsonSubTypes.Type(value = Event.LockLost.class, name = "LockLost"),
        @JsonSubTypes.Type(value = Event.LockAwaited.class, name = "LockAwaited"),
        @JsonSubTypes.Type(value = Event.AlertsMuted.class, name = "AlertsMuted"),
        @JsonSubTypes.Type(value = Event.AlertsUnmuted.class, name = "AlertsUnmuted"),
        @JsonSubTypes.Type(value = Event.Announced.class, name = "Announced"),
        @JsonSubTypes.Type(value = Event.ToolAway.class, name = "ToolAway"),
        @JsonSubTypes.Type(value = Event.DeploymentFinished.class, name = "DeploymentFinished")})
public sealed interface Event {

    /** The first event of each deployment. @param undoes the deployment this one rolls back, empty for none */
    record DeploymentStarted(Plan plan, Release release, String undoes, String reason) implements Event { }

    record StepStarted(String step, int attempt) implements Event { }

    /** A write was sent to a platform. @param command the equivalent command, copyable */
    record StepActed(String step, String what, String command) implements Event { }

    /** Something worth knowing about a running step changed: what it waits for, how far it is. */
    record StepNoted(String step, String note) implements Event { }

    /** @param proof what was read back from the platform that shows it */
    record StepSucceeded(String step, String proof) implements Event { }

    record StepFailed(String step, Failure failure) implements Event { }

    /** A policy holds the step: its verdict turned, and a person must decide. */
    record StepHeld(String step, String why) implements Event { }

    /** The console stopped while the step ran; nobody knows how far it came until it is observed. */
    record StepBecameUncertain(String step) implements Event { }

    record StepRetried(String step) implements Event { }

    record StepSkipped(String step, String reason) implements Event { }

    /** @param gate unique within the step, so that each rung can have its own */
    record GateOpened(String step, String gate, String question) implements Event { }

    record GateAnswered(String step, String gate, boolean approved, String reason) implements Event { }

    /** A canary weight was sent to a router. */
    record WeightShifted(String step, String component, Weight from, Weight to, String command) implements Event { }

    /** The router reported this. */
    record WeightObserved(String component, Weight desired, Weight observed, String why) implements Event { }

    /** A person moved canaries, one or several as one action; what comes of it is told component by component. */
    record CanaryAsked(Move move, List<Part> parts, String reason) implements Event {

        /**
         * One component's share of it.
         *
         * @param from where it stood
         * @param to   where it shall go; the same for moves that change no weight
         * @param gate the open question this answers with yes, empty for none
         */
        public record Part(String step, String component, Weight from, Weight to, String gate) { }

        public CanaryAsked {
            parts = List.copyOf(parts);
        }
    }

    /** A weight a person asked for will not be sent. */
    record WeightDropped(String step, String component, Weight to, String why) implements Event { }

    /** Traffic was told to leave the canary, and after a while some of it still goes there. */
    record NotRecovered(String step, String component, Weight told, Weight observed, String why) implements Event { }

    record VerdictReached(String step, String component, Verdict verdict) implements Event { }

    /** The platform reported what a component runs. @param stable whether it is the stable track */
    record VersionObserved(String component, boolean stable, String version, String proof) implements Event { }

    /**
     * What Git says is no longer applied by itself, until somebody restores that.
     *
     * @param step     empty when a person did it outside a run
     * @param selfHeal whether changes made elsewhere were undone before
     * @param policy   what it was, in the controller's own text, so that it can be given back unchanged
     */
    record AutoSyncPaused(String step, String environment, String application, List<String> components, boolean selfHeal,
                          String policy, String why, String command) implements OfGitOps {
        public AutoSyncPaused {
            components = List.copyOf(components);
        }
    }

    /** @param step empty when a person did it, or it was found to be on again */
    record AutoSyncRestored(String step, String environment, String application, String why, String command)
            implements OfGitOps { }

    /** A person had what Git says applied. */
    record SyncAsked(String environment, String application, String why, String command) implements OfGitOps { }

    record Paused(String reason) implements Event { }

    record Resumed(String reason) implements Event { }

    /** Something that was done to a GitOps application, by a run or by a person without any. */
    sealed interface OfGitOps extends Event {
        String application();
    }

    /** Something that happened to an environment's lock. */
    sealed interface OfLock extends Event {
        String environment();
    }

    /** The environment is this console's alone. @param identity what the lock calls this console */
    record LockTaken(String environment, String owner, String reason, String identity) implements OfLock { }

    record LockReleased(String environment, String owner) implements OfLock { }

    /** A person took the lock from somebody who had stopped renewing it. */
    record LockTakenOver(String environment, String owner, String reason, String identity, String previousOwner)
            implements OfLock { }

    /** A person took the lock from somebody who still renewed it. */
    record LockBroken(String environment, String owner, String reason, String identity, String previousOwner)
            implements OfLock { }

    /** Somebody else took the lock from this run, which writes nothing any more. @param reason theirs */
    record LockLost(String environment, String owner, String reason, String previousOwner) implements OfLock { }

    /**
     * The run waits for the lock.
     *
     * @param owner who holds it; empty when it could not be asked for, and {@code reason} says why
     * @param until when the lease is over unless it is renewed; empty when it is over, and a person must take it over
     */
    record LockAwaited(String environment, String owner, String reason, Optional<Instant> until) implements OfLock { }

    /** Something another tool was told of a run, such as the one that calls people. */
    sealed interface OfTool extends Event {
        String environment();

        String system();
    }

    /** A monitoring system calls nobody for what the run does. @param until when that ends by itself unless it is renewed */
    record AlertsMuted(String environment, String system, Instant until, String proof) implements OfTool { }

    record AlertsUnmuted(String environment, String system, String why, String proof) implements OfTool { }

    /** Another tool shows the run. */
    record Announced(String environment, String system, Announcement.Kind kind, String proof) implements OfTool { }

    /** A tool did not do what it was told; the run goes on, and it is told again. @param what it was to do */
    record ToolAway(String environment, String system, String what, String why) implements OfTool { }

    /** The last event of each deployment, but for what was still needed until then: its lock, its mutes, its announcements. */
    record DeploymentFinished(Outcome outcome, String summary) implements Event { }

    /** SUPERSEDED: a rollback took over from it. */
    enum Outcome { SUCCEEDED, FAILED, CANCELLED, SUPERSEDED }
}
