package com.maily.console.core.engine;

import com.maily.console.core.journal.Event;
import com.maily.console.core.journal.StepState;
import com.maily.console.core.model.Actor;
import java.util.Optional;

/** A look that has come back. @param asked what a person wanted of the step when it was looked at */
record Looked(String step, int attempt, Optional<StepState.Asked> asked, Advance advance) {

    /** A write is told of also when the run had moved on meanwhile. */
    static boolean tellsOfWrite(Event event) {
        return event instanceof Event.WeightShifted || actsOnPlatform(event);
    }

    /** Whether its own events say already what it did. */
    boolean acted() {
        return advance.events().stream().anyMatch(Looked::actsOnPlatform);
    }

    private static boolean actsOnPlatform(Event event) {
        return event instanceof Event.StepActed || event instanceof Event.AutoSyncPaused
                || event instanceof Event.AutoSyncRestored;
    }

    /** A weight is the deed of whoever asked for it, also when the router could only be told another on the way there. */
    Actor actor(Event event) {
        return event instanceof Event.WeightShifted shift ? asked
                .filter(wish -> wish.to().isAbove(shift.from()) == shift.to().isAbove(shift.from())).map(StepState.Asked::by)
                .orElse(Actor.SYSTEM) : Actor.SYSTEM;
    }
}
