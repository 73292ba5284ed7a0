package com.maily.console.desktop.journal;

import com.maily.console.core.journal.Journal.ChainCheck;
import com.maily.console.desktop.widget.State;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Everything the journal screen lists.
 *
 * @param rows    newest first, filtered; {@code loaded} of {@code entries} entries are in memory
 * @param states  how many loaded entries each state has, and so on for {@code people} and {@code sources}
 * @param chain   the newest check of the chain, empty before the first
 */
record JournalModel(List<JournalRow> rows, long entries, int loaded, Map<State, Long> states, Map<String, Long> people,
                    Map<String, Long> sources, Optional<Chain> chain) {

    /** A check of the whole chain and when it was made. */
    record Chain(ChainCheck check, Instant at) { }

    JournalModel {
        rows = List.copyOf(rows);
    }

    /** @param newestFirst all rows that are loaded */
    static JournalModel of(List<JournalRow> newestFirst, long entries, JournalFilter filter, Optional<Chain> chain) {
        return new JournalModel(filter.of(newestFirst), entries, newestFirst.size(), counts(newestFirst, JournalRow::state),
                counts(newestFirst, JournalRow::who), counts(newestFirst, JournalRow::source), chain);
    }

    private static <T extends Comparable<? super T>> Map<T, Long> counts(List<JournalRow> rows, Function<JournalRow, T> by) {
        return rows.stream().collect(Collectors.groupingBy(by, TreeMap::new, Collectors.counting()));
    }

    /** The first entry that does not fit the chain, 0 when all do or nobody has looked. */
    long firstBad() {
        return chain.map(c -> c.check().firstBad()).orElse(0L);
    }
}
