package com.maily.console.desktop.shell;

import com.maily.console.core.port.SourceState;
import com.maily.console.core.sla.AlertReading;
import com.maily.console.core.sla.AlertSnapshot;
import com.maily.console.core.sla.AlertSpan;
import com.maily.console.desktop.widget.Format;
import com.maily.console.desktop.widget.State;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What the monitoring systems say, as one sign. Not knowing is one of its own: it is never "no alerts".
 *
 * @param words  for a chip: {@code 2 alerts fire}
 * @param detail a sentence
 */
public record AlertSum(State state, String words, String detail) {

    /** Empty where no system is asked. */
    public static Optional<AlertSum> of(AlertSnapshot snapshot, Instant now) {
        if (snapshot.systems().isEmpty()) {
            return Optional.empty();
        }
        Optional<AlertReading> silent = snapshot.systems().stream().filter(system -> !system.fresh(now)).findFirst();
        List<AlertSpan> active = snapshot.spans().stream().filter(AlertSpan::active).toList();
        long firing = active.stream().filter(AlertSpan::firing).count();
        String known = (firing == 0 ? "No alert fires" : firing == 1 ? "1 alert fires" : firing + " alerts fire")
                + (active.size() == firing ? "" : ", " + (active.size() - firing) + " muted");
        return Optional.of(silent.map(system -> unknown(system, firing, now)).orElseGet(() ->
                new AlertSum(firing > 0 ? State.FAILED : active.isEmpty() ? State.DONE : State.SKIPPED, known, sources(snapshot, now))));
    }

    private static AlertSum unknown(AlertReading system, long firing, Instant now) {
        String since = system.source().lastGood().map(at -> " has not answered for " + Format.age(at, now)).orElse(" has not answered yet");
        String last = firing == 0 ? "" : "; " + firing + " fired when it last did";
        return new AlertSum(State.STALE, "Alerts unknown", system.source().name() + since + last
                + system.failure().map(failure -> ": " + failure.what()).orElse("") + ".");
    }

    private static String sources(AlertSnapshot snapshot, Instant now) {
        return snapshot.systems().stream().map(system -> system.source().name() + " "
                + system.source().lastGood().map(at -> Format.age(at, now)).orElse("")).collect(Collectors.joining(" · "));
    }

    /** How one of them is shown. */
    public static State of(AlertSpan span, Instant now) {
        if (!span.active()) {
            return State.DONE;
        }
        boolean fresh = span.source().freshness(now).compareTo(SourceState.Freshness.AGEING) <= 0;
        return !fresh ? State.STALE : switch (span.alert().state()) {
            case FIRING -> List.of("warning", "info", "none").contains(span.alert().severity()) ? State.MARGINAL : State.FAILED;
            case MUTED -> State.SKIPPED;
            case PENDING -> State.QUEUED;
        };
    }

    /** What it is about and what it says: {@code api: 2.31 % of the requests fail}. */
    public static String words(AlertSpan span) {
        String says = span.alert().summary().isBlank() ? span.alert().name() : span.alert().summary();
        return span.alert().component().isEmpty() ? says : span.alert().component() + ": " + says;
    }

    /** For the strip below the screens: only what fires. */
    static List<Alert> firing(AlertSnapshot snapshot, Instant now) {
        return snapshot.spans().stream().filter(AlertSpan::firing).map(span -> new Alert(of(span, now), words(span),
                span.alert().system(), Format.age(span.from(), now), Optional.empty())).toList();
    }
}
