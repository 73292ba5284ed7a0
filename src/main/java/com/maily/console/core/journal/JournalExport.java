package com.maily.console.core.journal;

import java.io.IOException;
import java.util.List;

/** Writes a whole journal as JSONL, one entry a line with its hashes, so that anyone can check the chain without this program. */
public final class JournalExport {

    private static final int PAGE = 1_000;

    private JournalExport() { }

    /** @return how many entries were written */
    public static long write(Journal journal, Appendable out) throws IOException {
        long written = 0;
        long last = 0;
        for (List<Line> page = journal.lines(last, PAGE); !page.isEmpty(); page = journal.lines(last, PAGE)) {
            for (Line line : page) {
                out.append(line.json()).append('\n');
            }
            written += page.size();
            last = page.getLast().sequence();
        }
        return written;
    }
}
