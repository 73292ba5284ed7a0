package com.maily.console.desktop.shell;

import com.maily.console.core.engine.Eta;
import com.maily.console.core.journal.Deployment;
import com.maily.console.core.journal.StepState;
import com.maily.console.desktop.widget.Format;
import com.maily.console.desktop.widget.State;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What the top bar says of the environment's run.
 *
 * @param tinted whether the run cell calls attention to itself
 * @param ends   when it should end, empty when it is over or nobody knows
 * @param lock   who holds the environment, empty when it is free
 */
record ShellModel(String version, String over, State state, String word, String detail, boolean tinted, String elapsed,
        String ends,
                  String endsDetail, String lock, String lockAge) {
    static ShellModel of(Optional<Deployment> newest, Optional<Eta> eta, Instant now) {
        if (newest.isEmpty()) {
            return new ShellModel("–", "", State.PLANNED, "Idle", "nothing has run yet", false, "–", "–", "", "free", "");
        }
        Deployment run = newest.get();
        State state = state(run);
        Duration elapsed = Duration.between(run.startedAt(), run.endedAt().orElse(now));
        boolean live = !run.over();
        return new ShellModel(run.plan().version(), run.plan().replaces(), state, word(run, state), detail(run, now),
                state == State.FAILED || live && (run.goesBack() || state == State.HELD), Format.stopwatch(elapsed),
                live ? eta.map(known -> Format.hourMinute(known.end())).orElse("–") : "–",
                live ? eta.map(known -> lateness(known.overPlan())).orElse("not known yet") : "",
                live ? run.startedBy().name() : "free", live ? Format.duration(elapsed) : "");
    }

    /** With what the lock itself says, where there is one; the run only knows what it asked for. */
    ShellModel with(LockModel seen) {
        return seen.owner().isEmpty() ? this : new ShellModel(version, over, state, word, detail, tinted, elapsed,
                ends, endsDetail,
                seen.owner(), seen.age());
    }

    private static State state(Deployment run) {
        return switch (run.status()) {
            case PAUSED -> State.HELD;
            case SUCCEEDED -> run.goesBack() ? State.ROLLED_BACK : State.DONE;
            case FAILED -> State.FAILED;
            case CANCELLED, SUPERSEDED -> State.SKIPPED;
            case RUNNING -> run.steps().values().stream().anyMatch(step -> step.status() == StepState.Status.FAILED)
                    || lost(run) ? State.FAILED
                    : run.goesBack() ? State.ROLLED_BACK : State.RUNNING;
        };
    }

    private static boolean lost(Deployment run) {
        return run.components().values().stream().anyMatch(component -> component.lost().isPresent());
    }

    private static String word(Deployment run, State state) {
        return switch (run.status()) {
            case PAUSED -> "Paused";
            case RUNNING -> lost(run) ? "Not recovered" : state == State.FAILED ? "Step failed" : run.goesBack() ? "Rolling back"
                    : "Running";
            case SUCCEEDED -> run.goesBack() ? "Rolled back" : "Succeeded";
            case FAILED -> "Failed";
            case CANCELLED -> "Cancelled";
            case SUPERSEDED -> "Superseded";
        };
    }

    private static String detail(Deployment run, Instant now) {
        return run.endedAt().map(at -> Format.age(at, now) + " ago")
                .orElseGet(() -> "Phase " + run.currentPhase().number() + " of " + run.plan().phases().size());
    }

    private static String lateness(Duration overPlan) {
        long minutes = Math.round(overPlan.toSeconds() / 60.0);
        return minutes == 0 ? "on plan" : minutes > 0 ? minutes + " min late" : -minutes + " min early";
    }
}
