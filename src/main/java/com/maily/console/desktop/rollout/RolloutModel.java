package com.maily.console.desktop.rollout;

import com.maily.console.core.engine.Eta;
import com.maily.console.core.journal.Deployment;
import com.maily.console.core.journal.History;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Everything the rollout screen shows of a run, worked out from the journal and the time alone.
 *
 * @param from    where the timeline begins
 * @param to      where it ends
 * @param entries how many lines the journal has
 */
record RolloutModel(Deployment run, NowLine nowLine, Optional<Need> need, List<PhaseRow> phases, Optional<Eta> eta, Instant from,
                    Instant to, Instant now, long entries) {
    static RolloutModel of(Deployment run, History history, Optional<Eta> eta, Instant now) {
        return of(run, history, eta, now, Silence.NONE);
    }

    static RolloutModel of(Deployment run, History history, Optional<Eta> eta, Instant now, Silence silence) {
        Instant shown = run.endedAt().orElse(now);
        Schedule schedule = Schedule.of(run, shown);
        List<PhaseRow> phases = run.plan().phases().stream().map(phase -> PhaseRow.of(phase, run, schedule, shown, silence)).toList();
        Instant to = Schedule.latest(schedule.planned().values(), Schedule.latest(schedule.expected().values(), shown));
        return new RolloutModel(run, NowLine.of(run, now, silence), Need.of(run), phases, eta, run.startedAt(), to, now, history.size());
    }

    Optional<StepRow> row(String step) {
        return phases.stream().flatMap(phase -> java.util.stream.Stream.concat(phase.steps().stream(), phase.gate().stream()))
                .filter(row -> row.id().equals(step)).findFirst();
    }

    /** What a person would want to look at when the screen opens: what runs, else what needs somebody, else the first step. */
    Optional<StepRow> mostInteresting() {
        List<StepRow> rows = phases.stream().flatMap(phase -> phase.steps().stream()).toList();
        return rows.stream().filter(row -> row.step().status().active() && row.weight().isPresent()).findFirst()
                .or(() -> need.flatMap(n -> row(n.step().step().id())))
                .or(() -> rows.stream().filter(row -> row.step().status().active()).findFirst())
                .or(() -> rows.reversed().stream().filter(StepRow::started).findFirst())
                .or(() -> rows.stream().findFirst());
    }
}
