package com.maily.console.core.engine;

import com.maily.console.core.journal.Deployment;
import com.maily.console.core.journal.Event;
import com.maily.console.core.journal.Wording;
import java.util.Locale;

/** One event as a line of a report; empty for what only tells how far a step is. */
final class ReportLine {

    private ReportLine() { }

    static String of(Event event, Deployment run) {
        return switch (event) {
            case Event.DeploymentStarted e -> run.id() + " started, " + (run.goesBack() ? "back to " : "to ") + e.plan()
                    .version();
            case Event.StepStarted e -> e.attempt() == 1 ? "" : title(e.step(), run) + " tried again";
            case Event.StepActed e -> e.what();
            case Event.StepNoted _, Event.WeightObserved _, Event.VersionObserved _ -> "";
            case Event.StepSucceeded e -> title(e.step(), run) + " done";
            case Event.StepFailed e -> title(e.step(), run) + " failed, " + e.failure().what() + ": " + e.failure().why();
            case Event.StepHeld e -> title(e.step(), run) + " held, " + e.why();
            case Event.StepBecameUncertain e -> "the console was started again while " + title(e.step(), run) + " ran";
            case Event.StepRetried e -> title(e.step(), run) + " to be tried again";
            case Event.StepSkipped e -> title(e.step(), run) + " skipped, " + e.reason();
            case Event.GateOpened e -> "asked: " + e.question();
            case Event.GateAnswered e -> (e.approved() ? "approved " : "refused ") + title(e.step(), run)
                    + (e.reason().isBlank() ? "" : ", " + e.reason());
            case Event.WeightShifted e -> e.component() + " canary " + e.from() + " to " + e.to();
            case Event.CanaryAsked e -> Wording.detail(e);
            case Event.WeightDropped e -> e.component() + " " + Wording.detail(e);
            case Event.NotRecovered e -> e.component() + " " + Wording.detail(e);
            case Event.VerdictReached e -> e.component() + " verdict " + e.verdict().word().name()
                    .toLowerCase(Locale.ROOT).replace('_', ' ')
                    + ", " + e.verdict().sentence();
            case Event.AutoSyncPaused e -> "auto-sync of " + e.application() + " paused";
            case Event.AutoSyncRestored e -> "auto-sync of " + e.application() + " restored";
            case Event.SyncAsked e -> "sync of " + e.application() + " to Git asked for";
            case Event.Paused e -> "paused" + (e.reason().isBlank() ? "" : ", " + e.reason());
            case Event.Resumed _ -> "resumed";
            case Event.OfLock e -> e.environment() + " " + Wording.detail(e);
            case Event.OfTool e -> e.system() + " " + Wording.detail(e);
            case Event.DeploymentFinished e -> run.id() + " " + e.outcome().name().toLowerCase(Locale.ROOT) + ", "
                    + e.summary();
        };
    }

    private static String title(String step, Deployment run) {
        return run.step(step).map(state -> state.step().title()).orElse(step);
    }
}
