package com.maily.console.desktop.shell;

import com.maily.console.core.journal.Event;
import com.maily.console.desktop.widget.State;

/** The sign an event is shown with. */
public final class EventState {
    private EventState() {
    }

    public static State of(Event event) {
        return switch (event) {
            case Event.DeploymentStarted _, Event.StepStarted _, Event.StepActed _, Event.StepNoted _, Event.StepRetried _,
                 Event.Resumed _, Event.VersionObserved _, Event.SyncAsked _ -> State.RUNNING;
            case Event.StepSucceeded _, Event.AutoSyncRestored _ -> State.DONE;
            case Event.StepFailed _, Event.NotRecovered _ -> State.FAILED;
            case Event.StepHeld _, Event.Paused _, Event.AutoSyncPaused _ -> State.HELD;
            case Event.StepBecameUncertain _ -> State.STALE;
            case Event.StepSkipped _ -> State.SKIPPED;
            case Event.GateOpened _ -> State.WAITING;
            case Event.GateAnswered e -> e.approved() ? State.DONE : State.HELD;
            case Event.WeightShifted _, Event.WeightObserved _, Event.CanaryAsked _ -> State.CANARY;
            case Event.WeightDropped _ -> State.SKIPPED;
            case Event.VerdictReached e -> State.of(e.verdict().word());
            case Event.LockTaken _, Event.LockReleased _ -> State.RUNNING;
            case Event.LockAwaited _ -> State.WAITING;
            case Event.AlertsMuted _ -> State.HELD;
            case Event.AlertsUnmuted _, Event.Announced _ -> State.DONE;
            case Event.ToolAway _ -> State.STALE;
            case Event.LockTakenOver _, Event.LockBroken _, Event.LockLost _ -> State.HELD;
            case Event.DeploymentFinished e -> switch (e.outcome()) {
                case SUCCEEDED -> State.DONE;
                case FAILED -> State.FAILED;
                case CANCELLED, SUPERSEDED -> State.SKIPPED;
            };
        };
    }
}
