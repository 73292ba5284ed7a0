package com.maily.console.core.engine;

import com.maily.console.core.journal.Deployment;
import com.maily.console.core.journal.Event;
import com.maily.console.core.journal.Journal;
import com.maily.console.core.journal.StepState;
import com.maily.console.core.model.Actor;
import com.maily.console.core.model.Failure;
import com.maily.console.core.model.Step;
import java.time.Instant;
import java.util.Optional;

/** One deployment's part of the journal, as its conductor reads and writes it. Says the same thing only once. */
record Chronicle(String id, Journal journal) {

    Deployment state() {
        return journal.history().deployment(id).orElseThrow(() -> new IllegalStateException("The journal has no deployment "
                + id));
    }

    void append(Actor actor, Event event) {
        journal.append(id, actor, event);
    }

    /** What a person asked for ends with a step that stops before it came to that. */
    void dropAsked(String step, Outcome outcome) {
        Optional<String> why = switch (outcome) {
            case Outcome.Held held when state().status() != Deployment.Status.PAUSED -> Optional.of(held.why());
            case Outcome.Failed failed -> Optional.of(failed.failure().what() + ".");
            case Outcome.Held _, Outcome.Done _, Outcome.Waiting _, Outcome.Ask _ -> Optional.empty();
        };
        StepState now = state().step(step).orElseThrow();
        String component = now.step().about().orElse("");
        now.asked().filter(asked -> !asked.to().equals(state().component(component).desired()))
                .ifPresent(asked -> why.ifPresent(text ->
                append(Actor.SYSTEM, new Event.WeightDropped(step, component, asked.to(), text))));
    }

    private Optional<Instant> said(Event event) {
        append(Actor.SYSTEM, event);
        return Optional.empty();
    }

    /**
     * Journals what a look came to.
     *
     * @param acted the look sent a write and its entry says so already; a note would say it twice
     * @return when to look again, empty when only something else brings the step on
     */
    Optional<Instant> conclude(String step, Outcome outcome, boolean acted, Patience patience, Instant now) {
        StepState state = state().step(step).orElseThrow();
        return switch (outcome) {
            case Outcome.Done done -> said(new Event.StepSucceeded(step, done.proof()));
            case Outcome.Failed failed -> said(new Event.StepFailed(step, failed.failure()));
            case Outcome.Ask ask -> said(new Event.GateOpened(step, ask.gate(), ask.question()));
            case Outcome.Held held -> hold(state, held, now);
            case Outcome.Waiting waiting -> await(state, waiting, acted, patience, now);
        };
    }

    private Optional<Instant> hold(StepState state, Outcome.Held held, Instant now) {
        String step = state.step().id();
        boolean paused = state().status() == Deployment.Status.PAUSED;
        if (state.status() != StepState.Status.HELD && !(paused && held.why().equals(state.note()))) {
            append(Actor.SYSTEM, new Event.StepHeld(step, held.why()));
        }
        return Optional.of(now.plus(CanaryBake.LOOK));
    }

    private Optional<Instant> await(StepState state, Outcome.Waiting waiting, boolean acted, Patience patience, Instant now) {
        Step step = state.step();
        if (state.status() == StepState.Status.HELD) {
            return Optional.of(now.plus(CanaryBake.LOOK));
        }
        boolean news = state.status() == StepState.Status.UNCERTAIN || !waiting.note().equals(state.note());
        if (news && !acted) {
            append(Actor.SYSTEM, new Event.StepNoted(step.id(), waiting.note()));
        }
        if (patience.isOver(state, now)) {
            return said(new Event.StepFailed(step.id(), new Failure.TimedOut(
                    step.title() + " was not done within " + Words.of(step.timeout()), waiting.note() + ".",
                    "Look at what it waits for, then retry, skip with a reason, or roll back.")));
        }
        return Optional.of(now.plus(waiting.recheckAfter()));
    }
}
