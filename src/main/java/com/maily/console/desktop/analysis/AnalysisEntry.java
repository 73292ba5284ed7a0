package com.maily.console.desktop.analysis;

import com.maily.console.core.journal.JudgedRung;
import com.maily.console.desktop.widget.Format;
import com.maily.console.desktop.widget.State;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * One line of the list of analyses.
 *
 * @param section what stands over it, empty where it is the same as for the line before
 * @param state   the word the run had of it; what was only asked for has none here
 */
record AnalysisEntry(Subject subject, String section, State state, String title, String detail) {

    /** The canaries that are judged now, then what was asked here, then the rungs of all runs, newest first. */
    static List<AnalysisEntry> of(List<JudgedRung> rungs, List<Subject.Asked> asked) {
        Stream<AnalysisEntry> now = rungs.stream().filter(JudgedRung::open).map(rung -> of(rung, "Now"));
        Stream<AnalysisEntry> own = asked.stream().map(one -> new AnalysisEntry(one, "Asked", State.PLANNED, one.component(),
                times(one.window().from(), one.window().to())));
        Stream<AnalysisEntry> over = rungs.stream().filter(rung -> !rung.open())
                .map(rung -> of(rung, rung.version() + " · " + rung.deployment()));
        List<AnalysisEntry> all = Stream.of(now, own, over).flatMap(part -> part).toList();
        return IntStream.range(0, all.size()).mapToObj(at -> at > 0 && all.get(at).section.equals(all.get(at - 1).section)
                ? all.get(at).unnamed() : all.get(at)).toList();
    }

    private static AnalysisEntry of(JudgedRung rung, String section) {
        String when = rung.to().map(end -> times(rung.from(), end))
                .orElseGet(() -> "since " + Format.clock(rung.from()) + " UTC · " + rung.version());
        return new AnalysisEntry(new Subject.Rung(rung), section, rung.verdict().map(verdict -> State.of(verdict.word()))
                .orElse(State.QUEUED), rung.component() + " at " + rung.weight(), when);
    }

    private AnalysisEntry unnamed() {
        return new AnalysisEntry(subject, "", state, title, detail);
    }

    private static String times(Instant from, Instant to) {
        return Format.day(from) + " " + Format.clock(from) + ", " + Format.duration(Duration.between(from, to));
    }
}
