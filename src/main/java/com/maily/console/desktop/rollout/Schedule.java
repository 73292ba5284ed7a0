package com.maily.console.desktop.rollout;

import com.maily.console.core.journal.Deployment;
import com.maily.console.core.journal.StepState;
import com.maily.console.core.model.Phase;
import com.maily.console.core.model.Step;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * When each step was meant to run, and when it did or is now expected to. Both follow the same rule the conductor follows: a step
 * starts when those it comes after are settled, and a phase when the one before it is.
 */
record Schedule(Map<String, Span> planned, Map<String, Span> expected) {
    static Schedule of(Deployment deployment, Instant now) {
        Map<String, Span> planned = new LinkedHashMap<>();
        Map<String, Span> expected = new LinkedHashMap<>();
        Instant planOpens = deployment.startedAt();
        Instant opens = deployment.startedAt();
        for (Phase phase : deployment.plan().phases()) {
            for (Step step : phase.steps()) {
                planned.put(step.id(), Span.lasting(ready(step, planned, planOpens), step.planned()));
                StepState state = deployment.step(step.id()).orElseThrow();
                expected.put(step.id(), expect(state, ready(step, expected, opens), now));
            }
            planOpens = end(phase, planned, planOpens);
            opens = end(phase, expected, opens);
        }
        return new Schedule(planned, expected);
    }

    private static Instant ready(Step step, Map<String, Span> spans, Instant opens) {
        return step.after().stream().map(spans::get).filter(java.util.Objects::nonNull).map(Span::to)
                .max(Instant::compareTo).filter(at -> at.isAfter(opens)).orElse(opens);
    }

    private static Span expect(StepState state, Instant ready, Instant now) {
        if (state.status() == StepState.Status.SKIPPED) {
            Instant at = state.endedAt().orElse(now);
            return new Span(at, at);
        }
        Optional<Instant> started = state.startedAt();
        if (started.isEmpty()) {
            return Span.lasting(ready.isAfter(now) ? ready : now, state.step().planned());
        }
        Instant end = state.endedAt().orElseGet(() -> later(started.get().plus(state.step().planned()), now));
        return new Span(started.get(), end);
    }

    private static Instant end(Phase phase, Map<String, Span> spans, Instant opens) {
        return latest(phase.steps().stream().map(step -> spans.get(step.id())).toList(), opens);
    }

    static Instant latest(Collection<Span> spans, Instant atLeast) {
        return spans.stream().map(Span::to).max(Instant::compareTo).filter(at -> at.isAfter(atLeast)).orElse(atLeast);
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
