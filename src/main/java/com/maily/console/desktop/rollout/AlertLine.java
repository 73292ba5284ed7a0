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
        return new AlertLine(span, AlertSum.of(span, now), alert.component().isEmpty() ? "–" : alert.component(), text, when(span, now));
    }

    private static String when(AlertSpan span, Instant now) {
        return span.to().map(end -> "ended " + Format.hourMinute(end) + " after " + Format.duration(Duration.between(span.from(), end)))
                .orElseGet(() -> word(span.alert().state()) + " " + Format.age(span.from(), now));
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
