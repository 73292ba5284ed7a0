package com.maily.console.desktop.rollout;

import com.maily.console.core.journal.Deployment;
import com.maily.console.core.journal.StepState;
import com.maily.console.core.model.Phase;
import com.maily.console.core.model.Step;
import com.maily.console.desktop.widget.State;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A phase's header on the timeline and its lines.
 *
 * @param span     from its first start to its end, or to now while it runs
 * @param until    when it ended or is expected to
 * @param overPlan how much longer than planned, once it has started
 * @param gate     its gate, when it has one
 */
record PhaseRow(int number, String title, String subtitle, State state, String word, Optional<Span> span, Instant until,
                Duration overPlan, Optional<StepRow> gate, List<StepRow> steps) {
    static PhaseRow of(Phase phase, Deployment run, Schedule schedule, Instant now, Silence silence) {
        List<StepRow> all = run.stepsOf(phase).stream().map(step -> StepRow.of(step, run, schedule, silence)).toList();
        List<StepRow> steps = all.stream().filter(row -> !isGate(row)).toList();
        Instant until = Schedule.latest(all.stream().map(StepRow::expected).toList(), run.startedAt());
        Instant planUntil = Schedule.latest(all.stream().map(StepRow::planned).toList(), run.startedAt());
        State state = state(all, run);
        Optional<Span> span = all.stream().filter(StepRow::started).map(row -> row.expected().from()).min(Instant::compareTo)
                .map(from -> new Span(from, state == State.DONE ? until : now));
        return new PhaseRow(phase.number(), phase.title(), phase.subtitle(), state, word(state), span, until,
                Duration.between(planUntil, until), all.stream().filter(PhaseRow::isGate).findFirst(), steps);
    }

    boolean done() {
        return state == State.DONE || state == State.SKIPPED;
    }

    private static boolean isGate(StepRow row) {
        return row.step().step() instanceof Step.Approve;
    }

    private static State state(List<StepRow> rows, Deployment run) {
        if (rows.stream().allMatch(row -> row.step().status() == StepState.Status.SKIPPED)) {
            return State.SKIPPED;
        }
        if (rows.stream().allMatch(row -> row.step().status().settled())) {
            return State.DONE;
        }
        if (rows.stream().anyMatch(row -> row.state() == State.FAILED)) {
            return State.FAILED;
        }
        if (run.status() == Deployment.Status.PAUSED && rows.stream().anyMatch(StepRow::started)) {
            return State.HELD;
        }
        return !run.over() && rows.stream().anyMatch(StepRow::started) ? State.RUNNING : State.PLANNED;
    }

    private static String word(State state) {
        return state == State.DONE ? "Passed" : state == State.HELD ? "Paused" : state.word();
    }
}
