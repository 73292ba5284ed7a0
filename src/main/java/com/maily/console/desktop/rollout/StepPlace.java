package com.maily.console.desktop.rollout;

import com.maily.console.core.journal.Deployment;
import com.maily.console.core.journal.StepState;
import com.maily.console.core.model.Step;
import com.maily.console.core.port.Links;
import com.maily.console.desktop.logs.LogPlace;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Where to look for why a step is as it is: whose logs and traces, from when to when.
 *
 * @param service the component, or the job
 */
record StepPlace(String environment, String service, boolean job, Instant from, Instant until) {

    /** What goes wrong is often written a moment after it was noticed. */
    private static final Duration AFTER = Duration.ofMinutes(1);

    /** Empty for a step that has not begun, or is about nothing that writes. */
    static Optional<StepPlace> of(Deployment run, String id, Instant now) {
        return run.step(id).filter(state -> state.startedAt().isPresent()).flatMap(state -> service(state, run)
                .map(service -> new StepPlace(state.step().environment(), service, state.step() instanceof Step.RunJob,
                        state.startedAt().get(), until(state, now))));
    }

    private static Optional<String> service(StepState state, Deployment run) {
        return state.step() instanceof Step.RunJob job ? Optional.of(job.jobName(run.id(), Math.max(1, state.attempt())))
                : state.step().about();
    }

    private static Instant until(StepState state, Instant now) {
        return state.endedAt().map(end -> end.plus(AFTER)).filter(now::isAfter).orElse(now);
    }

    LogPlace logs() {
        return new LogPlace(environment, service, until);
    }

    Links.Place links() {
        return new Links.Place(environment, job ? "" : service, from, until, Optional.empty());
    }
}
