package com.maily.console.desktop.journal;

import com.maily.console.core.journal.Entry;
import com.maily.console.core.journal.History;
import com.maily.console.core.journal.Journal;
import java.util.ArrayList;
import java.util.List;

/** Reads the journal a page at a time, newest first. Used by one thread, never the FX one. */
final class JournalPages {

    static final int PAGE = 500;

    private final Journal journal;
    private List<JournalRow> newestFirst = List.of();

    JournalPages(Journal journal) {
        this.journal = journal;
    }

    /** Takes in what was appended since, and the first page when nothing is there yet. */
    List<JournalRow> refresh(History history) {
        long last = history.size();
        long known = newestFirst.isEmpty() ? Math.max(0, last - PAGE) : newestFirst.getFirst().entry().sequence();
        while (known < last) {
            List<Entry> fresh = journal.read(known, PAGE);
            if (fresh.isEmpty()) {
                break;
            }
            newestFirst = joined(rows(fresh, history), newestFirst);
            known = fresh.getLast().sequence();
        }
        return newestFirst;
    }

    /** Takes in one page more of the past. */
    List<JournalRow> older(History history) {
        if (!newestFirst.isEmpty() && newestFirst.getLast().entry().sequence() > 1) {
            long oldest = newestFirst.getLast().entry().sequence();
            long after = Math.max(0, oldest - 1 - PAGE);
            List<Entry> page = journal.read(after, (int) (oldest - 1 - after));
            newestFirst = joined(newestFirst, rows(page, history));
        }
        return newestFirst;
    }

    /** Reads back until an entry is there, for the one that breaks the chain. */
    List<JournalRow> downTo(long sequence, History history) {
        while (!newestFirst.isEmpty() && newestFirst.getLast().entry().sequence() > Math.max(1, sequence)) {
            older(history);
        }
        return newestFirst;
    }

    private static List<JournalRow> rows(List<Entry> oldestFirst, History history) {
        return oldestFirst.reversed().stream().map(entry -> JournalRow.of(entry, history)).toList();
    }

    private static List<JournalRow> joined(List<JournalRow> first, List<JournalRow> second) {
        List<JournalRow> all = new ArrayList<>(first.size() + second.size());
        all.addAll(first);
        all.addAll(second);
        return List.copyOf(all);
    }
}
