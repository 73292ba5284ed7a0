package com.maily.console.cli;

import com.maily.console.core.journal.Deployment;
import com.maily.console.core.journal.Entry;
import com.maily.console.core.journal.Event;
import com.maily.console.core.journal.History;
import com.maily.console.core.journal.Wording;

/** One entry of the journal as a line of a printed timeline. */
public final class EventLine {

    private EventLine() { }

    public static String of(Entry entry, Deployment run) {
        return of(entry, Wording.subject(entry.event(), run));
    }

    /** A person may take a lock or set up GitOps without any run; what else has none is told under the name it was filed under. */
    static String of(Entry entry, History history) {
        return history.deployment(entry.deployment()).map(run -> of(entry, run)).orElseGet(() -> of(entry, alone(entry)));
    }

    private static String alone(Entry entry) {
        if (entry.event() instanceof Event.OfLock lock) {
            return lock.environment();
        }
        return entry.event() instanceof Event.OfGitOps gitOps ? gitOps.application() : entry.deployment();
    }

    private static String of(Entry entry, String subject) {
        return "%s  %-34s %s".formatted(Text.clock(entry.at()), subject, Wording.detail(entry.event()));
    }
}
