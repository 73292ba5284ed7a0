package com.maily.console.core.engine;

import com.maily.console.core.journal.Deployment;
import com.maily.console.core.journal.History;
import com.maily.console.core.journal.StepState;
import com.maily.console.core.model.Phase;
import com.maily.console.core.model.Step;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;

/**
 * When a run will end.
 *
 * @param end      at the median of past durations
 * @param late     at their 90th percentile
 * @param overPlan how much later than the plan said, negative when earlier
 */
public record Eta(Instant end, Instant late, Duration overPlan) {

    /** Pure: from what steps of the same title took before, or were planned to take where there is no past. */
    public static Eta of(Deployment run, History history, Instant now) {
        PastDurations past = PastDurations.of(history);
        Instant planned = end(run, run.startedAt(), state -> run.startedAt(), Step::planned, false);
        Instant median = end(run, now, state -> state.startedAt().orElse(now), past::median, true);
        Instant late = end(run, now, state -> state.startedAt().orElse(now), past::ninetieth, true);
        return new Eta(median, late, Duration.between(planned, median));
    }

    /**
     * Walks the plan's order of steps.
     *
     * @param real whether what has ended stays where it ended, or everything is laid out afresh from {@code from}
     */
    private static Instant end(Deployment run, Instant from, Function<StepState, Instant> started,
            Function<Step, Duration> takes, boolean real) {
        Map<String, Instant> ends = new HashMap<>();
        Instant phaseStart = from;
        for (Phase phase : run.plan().phases()) {
            Instant phaseEnd = phaseStart;
            for (StepState state : run.stepsOf(phase)) {
                Instant end = real ? realEnd(state, ready(state, ends, phaseStart), started, takes, from)
                        : ready(state, ends, phaseStart).plus(takes.apply(state.step()));
                ends.put(state.step().id(), end);
                phaseEnd = later(phaseEnd, end);
            }
            phaseStart = phaseEnd;
        }
        return real && run.over() ? run.endedAt().orElse(phaseStart) : phaseStart;
    }

    private static Instant ready(StepState state, Map<String, Instant> ends, Instant phaseStart) {
        return state.step().after().stream().map(id -> ends.getOrDefault(id, phaseStart)).reduce(phaseStart, Eta::later);
    }

    private static Instant realEnd(StepState state, Instant ready, Function<StepState, Instant> started,
            Function<Step, Duration> takes, Instant now) {
        return switch (state.status()) {
            case DONE, SKIPPED -> now;
            case RUNNING, UNCERTAIN, WAITING, HELD -> later(now, started.apply(state).plus(takes.apply(state.step())));
            case PLANNED, FAILED -> later(now, ready).plus(takes.apply(state.step()));
        };
    }

    private static Instant later(Instant a, Instant b) {
        return a.isAfter(b) ? a : b;
    }
}
