package com.maily.console.desktop.rollout;

import com.maily.console.core.port.Alert;
import com.maily.console.core.sla.AlertSpan;
import com.maily.console.desktop.shell.AlertSum;
import com.maily.console.desktop.widget.Format;
import com.maily.console.desktop.widget.State;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * One alert in words.
 *
 * @param when how long it has lasted, or when it ended
 */
record AlertLine(AlertSpan span, State state, String component, String text, String when) {

    static AlertLine of(AlertSpan span, Instant now) {
        Alert alert = span.alert();
        String text = alert.summary().isBlank() ? alert.name() : alert.name() + ": " + alert.summary();
        State state = AlertSum.of(span, now);
        return new AlertLine(span, state, alert.component().isEmpty() ? "–" : alert.component(), text, when(span, state, now));
    }

    /** What nobody can tell of now is told as of when somebody could. */
    private static String when(AlertSpan span, State state, Instant now) {
        if (state == State.STALE) {
            return "was " + (span.alert().state() == Alert.State.MUTED ? "muted" : "firing") + span.source().lastGood()
                    .map(at -> " " + Format.age(at, now) + " ago").orElse("");
        }
        return span.to().map(end -> "ended " + Format.hourMinute(end) + " after " + Format.duration(Duration.between(span.from(), end)))
                .orElseGet(() -> word(span.alert().state()) + " " + Format.age(span.from(), now));
    }

    /** Up to when it is known to have lasted. */
    Instant until(Instant now) {
        return span.to().orElseGet(() -> state == State.STALE ? span.source().lastGood().orElse(span.from()) : now);
    }

    /** Where it stands in a list: what somebody must look at comes first. */
    int rank() {
        return switch (state) {
            case FAILED -> 0;
            case MARGINAL, STALE -> 1;
            case QUEUED, SKIPPED -> 2;
            case DONE, RUNNING, WAITING, HELD, ROLLED_BACK, CANARY, PLANNED -> 3;
        };
    }

    private static String word(Alert.State state) {
        return switch (state) {
            case PENDING -> "pending";
            case FIRING -> "fires";
            case MUTED -> "muted";
        };
    }

    boolean muted() {
        return span.active() && span.alert().state() == Alert.State.MUTED;
    }

    Optional<URI> link() {
        return span.alert().link();
    }

    String words() {
        return text + (component.equals("–") ? "" : " (" + component + ")") + ", " + when;
    }
}
