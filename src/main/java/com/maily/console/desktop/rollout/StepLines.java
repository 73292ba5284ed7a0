package com.maily.console.desktop.rollout;

import com.maily.console.core.journal.Deployment;
import com.maily.console.core.journal.Entry;
import com.maily.console.core.journal.Event;
import com.maily.console.core.journal.Wording;
import com.maily.console.desktop.widget.Format;
import java.util.List;
import java.util.Optional;

/** What the journal's newest lines say of one step. */
final class StepLines {
    private List<Entry> entries = List.of();

    void show(List<Entry> newest) {
        entries = newest;
    }

    List<String> of(Deployment run, String step) {
        return entries.stream().filter(entry -> concerns(entry, run, step))
                .map(entry -> Format.clock(entry.at()) + "  " + Wording.detail(entry.event())).toList();
    }

    /** The newest command sent for a step, as one could type it. */
    Optional<String> command(Deployment run, String step) {
        return entries.reversed().stream().filter(entry -> concerns(entry, run, step))
                .flatMap(entry -> command(entry.event()).stream())
                .findFirst();
    }

    private static boolean concerns(Entry entry, Deployment run, String step) {
        return entry.deployment().equals(run.id()) && (step(entry.event(), run).filter(step::equals).isPresent() || moves(entry.event(), step));
    }

    private static Optional<String> command(Event event) {
        return switch (event) {
            case Event.StepActed e -> Optional.of(e.command());
            case Event.WeightShifted e -> Optional.of(e.command());
            case Event.AutoSyncPaused e -> Optional.of(e.command());
            case Event.AutoSyncRestored e -> Optional.of(e.command());
            case Event.DeploymentStarted _, Event.StepStarted _, Event.StepNoted _, Event.StepSucceeded _, Event.StepFailed _,
                 Event.StepHeld _, Event.StepBecameUncertain _, Event.StepRetried _, Event.StepSkipped _, Event.GateOpened _,
                 Event.GateAnswered _, Event.WeightObserved _, Event.VerdictReached _, Event.VersionObserved _, Event.CanaryAsked _,
                 Event.WeightDropped _, Event.NotRecovered _, Event.SyncAsked _, Event.OfLock _, Event.OfTool _, Event.Paused _,
                 Event.Resumed _, Event.DeploymentFinished _ -> Optional.empty();
        };
    }

    /** Several canaries can be moved as one. */
    private static boolean moves(Event event, String step) {
        return event instanceof Event.CanaryAsked asked && asked.parts().stream().anyMatch(part -> part.step().equals(step));
    }

    private static Optional<String> step(Event event, Deployment run) {
        return switch (event) {
            case Event.StepStarted e -> Optional.of(e.step());
            case Event.StepActed e -> Optional.of(e.step());
            case Event.StepNoted e -> Optional.of(e.step());
            case Event.StepSucceeded e -> Optional.of(e.step());
            case Event.StepFailed e -> Optional.of(e.step());
            case Event.StepHeld e -> Optional.of(e.step());
            case Event.StepBecameUncertain e -> Optional.of(e.step());
            case Event.StepRetried e -> Optional.of(e.step());
            case Event.StepSkipped e -> Optional.of(e.step());
            case Event.GateOpened e -> Optional.of(e.step());
            case Event.GateAnswered e -> Optional.of(e.step());
            case Event.WeightShifted e -> Optional.of(e.step());
            case Event.WeightDropped e -> Optional.of(e.step());
            case Event.NotRecovered e -> Optional.of(e.step());
            case Event.VerdictReached e -> Optional.of(e.step());
            case Event.AutoSyncPaused e -> Optional.of(e.step());
            case Event.AutoSyncRestored e -> Optional.of(e.step());
            case Event.WeightObserved e -> stepOf(e.component(), run);
            case Event.VersionObserved e -> stepOf(e.component(), run);
            case Event.DeploymentStarted _, Event.CanaryAsked _, Event.SyncAsked _, Event.OfLock _, Event.OfTool _, Event.Paused _, Event.Resumed _,
                  Event.DeploymentFinished _ ->
                    Optional.empty();
        };
    }

    private static Optional<String> stepOf(String component, Deployment run) {
        return run.plan().steps().stream().filter(step -> step.about().filter(component::equals).isPresent())
                .map(step -> step.id()).findFirst();
    }
}
