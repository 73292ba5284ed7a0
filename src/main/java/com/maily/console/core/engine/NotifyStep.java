package com.maily.console.core.engine;

import com.maily.console.core.journal.Event;
import com.maily.console.core.journal.StepState;
import com.maily.console.core.model.Step;
import com.maily.console.core.port.Notifier;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Tells people, at most once. A message cannot be observed afterwards, so the intent is journalled before it is sent: a console
 * that died in between says that it doesn't know instead of sending twice.
 */
final class NotifyStep {

    private static final String INTENT = "about to tell people";

    private NotifyStep() { }

    static Advance advance(Step.Notify step, StepContext context) {
        Optional<Notifier> notifier = context.platforms().notifier();
        if (notifier.isEmpty()) {
            return Advance.of(new Outcome.Done("The environment names no one to tell."));
        }
        boolean intended = context.state().note().equals(INTENT);
        if (!intended) {
            return Advance.of(new Outcome.Waiting(INTENT, Duration.ZERO));
        }
        if (context.state().status() == StepState.Status.UNCERTAIN) {
            return Advance.of(new Outcome.Done("The console stopped while it told people; whether they heard is not known."));
        }
        String proof = notifier.get().send(step.message());
        return new Advance(List.of(new Event.StepActed(step.id(), "told people: " + step.message(), "")),
                new Outcome.Done(proof));
    }
}
