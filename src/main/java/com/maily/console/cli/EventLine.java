package com.maily.console.cli;

import com.maily.console.core.journal.Deployment;
import com.maily.console.core.journal.Entry;
import com.maily.console.core.journal.Event;
import com.maily.console.core.journal.History;
import com.maily.console.core.journal.Wording;
import java.util.Optional;

/** One entry of the journal as a line of a printed timeline. */
public final class EventLine {

    private EventLine() { }

    public static String of(Entry entry, Deployment run) {
        return of(entry, Wording.subject(entry.event(), run));
    }

    /** Empty for an entry of a run that never started; a lock may be taken without any. */
    static Optional<String> of(Entry entry, History history) {
        return entry.event() instanceof Event.OfLock lock ? Optional.of(of(entry, lock.environment()))
                : history.deployment(entry.deployment()).map(run -> of(entry, run));
    }

    private static String of(Entry entry, String subject) {
        return "%s  %-34s %s".formatted(Text.clock(entry.at()), subject, Wording.detail(entry.event()));
    }
}
