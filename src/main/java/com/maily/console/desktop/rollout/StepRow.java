package com.maily.console.desktop.rollout;

import com.maily.console.core.journal.ComponentState;
import com.maily.console.core.journal.Deployment;
import com.maily.console.core.journal.StepState;
import com.maily.console.core.model.Step;
import com.maily.console.core.model.Weight;
import com.maily.console.core.port.SourceState;
import com.maily.console.desktop.widget.Format;
import com.maily.console.desktop.widget.State;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One line of the timeline.
 *
 * @param planned  when it was meant to run
 * @param expected when it ran, or from when to when it is expected to
 * @param note     what is written behind its bar
 * @param ladder   the rungs of a canary, empty for other steps
 * @param weight   the canary's weights, when it has any
 */
record StepRow(StepState step, State state, Span planned, Span expected, String note, List<Weight> ladder,
               Optional<ComponentState> weight) {
    static StepRow of(StepState step, Deployment run, Schedule schedule, Silence silence) {
        Optional<SourceState> silent = run.over() ? Optional.empty() : silence.about(step);
        State state = silent.isPresent() ? State.STALE : state(step, run);
        Optional<ComponentState> weight = step.step().about().map(run::component).filter(c -> c.shiftedAt().isPresent());
        List<Weight> ladder = step.step() instanceof Step.Canary canary ? canary.ladder() : List.of();
        Span expected = schedule.expected().get(step.step().id());
        return new StepRow(step, state, schedule.planned().get(step.step().id()), expected,
                silent.flatMap(SourceState::lastGood).map(at -> "as of " + Format.clock(at)).orElseGet(() -> note(step, weight, expected)), ladder,
                weight);
    }

    String id() {
        return step.step().id();
    }

    String title() {
        return step.step().title();
    }

    boolean started() {
        return step.startedAt().isPresent() && step.status() != StepState.Status.PLANNED;
    }

    boolean loud() {
        return switch (state) {
            case WAITING, HELD, FAILED, MARGINAL, STALE, RUNNING -> true;
            case DONE, ROLLED_BACK, CANARY, QUEUED, PLANNED, SKIPPED -> false;
        };
    }

    private static State state(StepState step, Deployment run) {
        if (run.over() && !step.status().settled() && step.status() != StepState.Status.FAILED) {
            return State.PLANNED;
        }
        if (step.status() == StepState.Status.DONE && run.goesBack() && step.step() instanceof Step.Restore) {
            return State.ROLLED_BACK;
        }
        boolean mayStart = step.step().after().stream()
                .allMatch(id -> run.step(id).filter(s -> s.status().settled()).isPresent());
        boolean inPhase = run.currentPhase().steps().contains(step.step());
        return step.status() == StepState.Status.PLANNED && mayStart && inPhase && !run.over() ? State.QUEUED
                : State.of(step.status());
    }

    private static String note(StepState step, Optional<ComponentState> weight, Span expected) {
        return switch (step.status()) {
            case PLANNED -> Format.hourMinute(expected.from());
            case RUNNING -> weight.map(c -> c.desired() + " of traffic").orElse(step.note());
            case UNCERTAIN -> "not known since the console stopped";
            case WAITING -> step.note();
            case HELD -> weight.map(c -> "held at " + c.desired()).orElse("held");
            case DONE -> Format.duration(expected.length()) + (step.proof().isEmpty() ? "" : " · " + step.proof());
            case FAILED -> "failed: " + step.note();
            case SKIPPED -> "skipped, " + step.note();
        };
    }
}
