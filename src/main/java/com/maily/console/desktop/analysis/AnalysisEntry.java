package com.maily.console.desktop.analysis;

import com.maily.console.core.journal.JudgedRung;
import com.maily.console.core.sla.report.Window;
import com.maily.console.desktop.widget.Format;
import com.maily.console.desktop.widget.State;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * One line of the list of analyses.
 *
 * @param section what stands over it, empty where it is the same as for the line before
 * @param state   the word the run had of it; what was only asked for has none here
 */
record AnalysisEntry(Subject subject, String section, State state, String title, String detail) {

    /** The canaries that are judged now, then what was asked in this window, then the rungs of all runs, newest first. */
    static List<AnalysisEntry> of(List<JudgedRung> rungs, List<Subject.Asked> asked) {
        List<AnalysisEntry> entries = new ArrayList<>();
        rungs.stream().filter(JudgedRung::open).forEach(rung -> add(entries, rung, "Now"));
        asked.forEach(one -> add(entries, new AnalysisEntry(one, "Asked", State.PLANNED, one.component(), times(one.window()))));
        rungs.stream().filter(rung -> !rung.open()).forEach(rung -> add(entries, rung, rung.version() + " · " + rung.deployment()));
        return List.copyOf(entries);
    }

    private static void add(List<AnalysisEntry> entries, JudgedRung rung, String section) {
        add(entries, new AnalysisEntry(new Subject.Rung(rung), section, rung.verdict().map(verdict -> State.of(verdict.word()))
                .orElse(State.QUEUED), rung.component() + " at " + rung.weight(), rung.to().map(end -> times(rung.from(), end))
                .orElseGet(() -> "since " + Format.clock(rung.from()) + " UTC · " + rung.version())));
    }

    private static void add(List<AnalysisEntry> entries, AnalysisEntry entry) {
        String above = entries.stream().map(AnalysisEntry::section).filter(section -> !section.isEmpty()).reduce("", (_, later) -> later);
        entries.add(entry.section.equals(above) ? new AnalysisEntry(entry.subject, "", entry.state, entry.title, entry.detail) : entry);
    }

    private static String times(Window window) {
        return times(window.from(), window.to());
    }

    private static String times(Instant from, Instant to) {
        return Format.day(from) + " " + Format.clock(from) + ", " + Format.duration(Duration.between(from, to));
    }
}
