package com.maily.console.desktop.analysis;

import com.maily.console.core.journal.Entry;
import com.maily.console.core.journal.History;
import com.maily.console.core.journal.Journal;
import com.maily.console.core.journal.JudgedRung;
import com.maily.console.core.journal.JudgedRungs;
import com.maily.console.core.model.FailureException;
import java.util.List;

/** The rungs of one environment as the journal tells them. Reads each entry once; for one thread at a time. */
final class RungList {

    private static final int PAGE = 2_000;
    /** Beyond that no source keeps its points anyway, and a long journal must not keep the list waiting. */
    private static final int FURTHEST = 50_000;

    private final Journal journal;
    private final String environment;
    private final JudgedRungs rungs = new JudgedRungs();
    private long read;

    RungList(Journal journal, String environment) {
        this.journal = journal;
        this.environment = environment;
    }

    /** Newest first. Blocks while it reads. */
    List<JudgedRung> upTo(History history) {
        read = Math.max(read, history.size() - FURTHEST);
        try {
            // Never beyond the history: an entry of a run it does not know yet could not be placed.
            while (read < history.size()) {
                journal.read(read, (int) Math.min(PAGE, history.size() - read)).forEach(entry -> take(entry, history));
            }
        } catch (FailureException _) {
            // The rungs known so far stay; the journal's own screen tells of its trouble.
        }
        return rungs.newestFirst();
    }

    private void take(Entry entry, History history) {
        read = entry.sequence();
        history.deployment(entry.deployment()).filter(run -> run.plan().environment().equals(environment))
                .ifPresent(run -> rungs.take(entry, run));
    }
}
