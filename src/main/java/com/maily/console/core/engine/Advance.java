package com.maily.console.core.engine;

import com.maily.console.core.journal.Event;
import com.maily.console.core.model.Failure;
import java.time.Duration;
import java.util.List;

/** One look at a step: what was seen and done, in order, and what it came to. */
record Advance(List<Event> events, Outcome outcome) {

    /** How often a running step is looked at again when nothing better is known. */
    static final Duration SOON = Duration.ofSeconds(3);

    Advance {
        events = List.copyOf(events);
    }

    static Advance of(Outcome outcome) {
        return new Advance(List.of(), outcome);
    }

    static Advance failed(Failure failure) {
        return of(new Outcome.Failed(failure));
    }

    static Advance waiting(List<Event> events, String note) {
        return new Advance(events, new Outcome.Waiting(note, SOON));
    }
}
