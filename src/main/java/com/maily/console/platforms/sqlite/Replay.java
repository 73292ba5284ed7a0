package com.maily.console.platforms.sqlite;

import com.maily.console.core.journal.Chain;
import com.maily.console.core.journal.Entry;
import com.maily.console.core.journal.EntryCodec;
import com.maily.console.core.journal.History;
import com.maily.console.core.journal.Journal;
import com.maily.console.core.journal.Line;
import com.maily.console.core.model.Failure;
import com.maily.console.core.model.FailureException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads what stands in the table after a known history, checking each link on the way. Stops at the first entry that does not
 * fit or cannot be understood: what comes after it proves nothing.
 */
final class Replay {

    private final Chain chain;
    private final List<Entry> entries = new ArrayList<>();
    private Optional<Failure> refusal = Optional.empty();

    private Replay(History known) {
        chain = new Chain(known.last());
    }

    static Replay after(History known, EntryTable table) throws SQLException {
        Replay replay = new Replay(known);
        table.forEach(known.size(), Long.MAX_VALUE, replay::take);
        Journal.ChainCheck check = replay.refusal.isPresent() ? replay.chain.check() : replay.chain.check(table.written());
        if (!check.holds()) {
            replay.refusal = Optional.of(new Failure.Rejected("The journal takes no more entries",
                    "Its chain is broken. " + check.why(),
                    "Everything before that can be read. Keep the file as evidence and go on with a new journal file."));
        }
        return replay;
    }

    private boolean take(Line line) {
        if (!chain.accept(line)) {
            return false;
        }
        try {
            entries.add(EntryCodec.entry(line));
            return true;
        } catch (FailureException e) {
            refusal = Optional.of(new Failure.Rejected("The journal takes no more entries",
                    "Entry " + line.sequence() + " cannot be understood. " + e.failure().why(), e.failure().advice()));
            return false;
        }
    }

    List<Entry> entries() {
        return entries;
    }

    /** Why nothing may be appended after this; empty when something may. */
    Optional<Failure> refusal() {
        return refusal;
    }
}
