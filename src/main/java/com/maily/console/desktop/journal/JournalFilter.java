package com.maily.console.desktop.journal;

import com.maily.console.desktop.widget.State;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Which entries are listed. What is unticked is left out, so that something new is shown by default.
 *
 * @param text words that must all be found
 */
record JournalFilter(String text, Set<State> noStates, Set<String> noPeople, Set<String> noSources) {

    static final JournalFilter ALL = new JournalFilter("", Set.of(), Set.of(), Set.of());

    JournalFilter {
        noStates = Set.copyOf(noStates);
        noPeople = Set.copyOf(noPeople);
        noSources = Set.copyOf(noSources);
    }

    JournalFilter text(String words) {
        return new JournalFilter(words, noStates, noPeople, noSources);
    }

    JournalFilter state(State state, boolean shown) {
        Set<State> next = noStates.isEmpty() ? EnumSet.noneOf(State.class) : EnumSet.copyOf(noStates);
        return new JournalFilter(text, toggled(next, state, shown), noPeople, noSources);
    }

    JournalFilter person(String who, boolean shown) {
        return new JournalFilter(text, noStates, toggled(new HashSet<>(noPeople), who, shown), noSources);
    }

    JournalFilter source(String source, boolean shown) {
        return new JournalFilter(text, noStates, noPeople, toggled(new HashSet<>(noSources), source, shown));
    }

    private static <T> Set<T> toggled(Set<T> left, T what, boolean shown) {
        if (shown) {
            left.remove(what);
        } else {
            left.add(what);
        }
        return left;
    }

    boolean shows(JournalRow row) {
        return !noStates.contains(row.state()) && !noPeople.contains(row.who()) && !noSources.contains(row.source())
                && (text.isBlank() || row.matches(text.strip()));
    }

    List<JournalRow> of(List<JournalRow> rows) {
        return rows.stream().filter(this::shows).toList();
    }
}
