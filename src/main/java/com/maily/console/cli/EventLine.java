package com.maily.console.cli;

import com.maily.console.core.journal.Deployment;
import com.maily.console.core.journal.Entry;
import com.maily.console.core.journal.Wording;

/** One entry of the journal as a line of a printed timeline. */
public final class EventLine {

    private EventLine() { }

    public static String of(Entry entry, Deployment run) {
        return "%s  %-34s %s".formatted(Text.clock(entry.at()), Wording.subject(entry.event(), run),
                Wording.detail(entry.event()));
    }
}
