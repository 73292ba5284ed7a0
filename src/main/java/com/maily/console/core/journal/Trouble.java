package com.maily.console.core.journal;

import com.maily.console.core.sla.Verdict;
import java.time.Instant;
import java.util.Optional;

/**
 * Since when a run is in trouble, and by what sign: what the recovery time is counted from.
 *
 * @param sign in a few words: {@code api was judged failing}
 */
public record Trouble(Instant since, String sign) {

    /** The trouble a run is in after one more event: the first sign stays until nothing is wrong any more. */
    static Optional<Trouble> after(Optional<Trouble> before, Event event, Instant at, Deployment run) {
        return switch (event) {
            case Event.StepFailed e -> before.or(() -> Optional.of(new Trouble(at, title(run, e.step()) + " failed")));
            case Event.StepHeld e -> before.or(() -> Optional.of(new Trouble(at, title(run, e.step()) + " was held")));
            case Event.VerdictReached e when e.verdict().dryRun() -> before;
            case Event.VerdictReached e -> switch (e.verdict().word()) {
                case FAIL -> before.or(() -> Optional.of(new Trouble(at, e.component() + " was judged failing")));
                case PASS -> before.filter(_ -> wrong(run));
                case MARGINAL, TOO_FEW_SAMPLES, NO_DATA -> before;
            };
            case Event.NotRecovered e -> before.or(() -> Optional.of(new Trouble(at, e.component() + " did not recover")));
            case Event.StepRetried _, Event.StepSucceeded _, Event.StepSkipped _ -> before.filter(_ -> wrong(run));
            case Event.DeploymentStarted _, Event.StepStarted _, Event.StepActed _, Event.StepNoted _,
                    Event.StepBecameUncertain _,
                 Event.GateOpened _, Event.GateAnswered _, Event.WeightShifted _, Event.WeightObserved _, Event.VersionObserved _,
                 Event.AutoSyncPaused _, Event.AutoSyncRestored _, Event.SyncAsked _, Event.OfLock _, Event.OfTool _,
                 Event.CanaryAsked _, Event.WeightDropped _, Event.Paused _, Event.Resumed _,
                 Event.DeploymentFinished _ -> before;
        };
    }

    private static boolean wrong(Deployment run) {
        return run.steps().values().stream().anyMatch(step -> step.status() == StepState.Status.FAILED
                || step.status() == StepState.Status.HELD)
                || run.components().values().stream().flatMap(component -> component.verdict().stream())
                .anyMatch(Verdict::fails)
                || run.components().values().stream().anyMatch(component -> component.lost().isPresent());
    }

    private static String title(Deployment run, String step) {
        return run.step(step).map(state -> state.step().title()).orElse(step);
    }
}
