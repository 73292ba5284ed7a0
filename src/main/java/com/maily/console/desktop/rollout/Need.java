package com.maily.console.desktop.rollout;

import com.maily.console.core.journal.Deployment;
import com.maily.console.core.journal.StepState;
import com.maily.console.core.model.Failure;
import com.maily.console.desktop.widget.State;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;

/**
 * The one thing a person should look at first.
 *
 * @param since when it began to wait, when that is known
 * @param more  how many others wait too
 */
record Need(StepState step, State state, String title, String detail, Optional<Instant> since, long more) {
    static Optional<Need> of(Deployment run) {
        if (run.over()) {
            return Optional.empty();
        }
        long all = run.steps().values().stream().filter(Need::needsSomebody).count();
        return run.steps().values().stream().filter(Need::needsSomebody).min(Comparator.comparingInt(Need::rank))
                .map(step -> of(step, all - 1));
    }

    private static Need of(StepState step, long more) {
        String name = step.step().about().orElse(step.step().title());
        return switch (step.status()) {
            case FAILED -> new Need(step, State.FAILED, name + " failed",
                    step.failure().map(Failure::what).orElse(step.note()), step.endedAt(), more);
            case WAITING -> new Need(step, State.WAITING, step.step().about().map(c -> c + " needs you").orElse(name), step.note(),
                    step.gate().map(StepState.Gate::openedAt), more);
            case HELD -> new Need(step, State.HELD, name + " is held", step.note(), Optional.empty(), more);
            case PLANNED, RUNNING, UNCERTAIN, DONE, SKIPPED ->
                    throw new IllegalArgumentException(step.step().id() + " needs nobody");
        };
    }

    private static boolean needsSomebody(StepState step) {
        return rank(step) < 3;
    }

    /** What failed comes first, then what cannot go on without a word, then what a policy stopped. */
    private static int rank(StepState step) {
        return switch (step.status()) {
            case FAILED -> 0;
            case WAITING -> 1;
            case HELD -> 2;
            case PLANNED, RUNNING, UNCERTAIN, DONE, SKIPPED -> 3;
        };
    }
}
