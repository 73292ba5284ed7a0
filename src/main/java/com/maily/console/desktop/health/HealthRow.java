package com.maily.console.desktop.health;

import com.maily.console.core.port.HealthReading;
import com.maily.console.desktop.widget.Format;
import com.maily.console.desktop.widget.State;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

/**
 * One endpoint as its row says it.
 *
 * @param component empty where the row above is of the same one
 * @param stale     nobody knows if it is still so
 */
record HealthRow(HealthReading reading, String component, State state, String word, String latency, String lasts,
        String certificate,
                 State left, String asked, boolean stale) {

    static HealthRow of(HealthReading reading, Instant now) {
        boolean stale = reading.stale(now);
        return new HealthRow(reading, reading.check().component(), state(reading, stale), word(reading, stale),
                reading.latency().map(HealthRow::millis).orElse("–"),
                reading.checked().isEmpty() ? "" : Format.age(reading.changed(), now),
                certificate(reading, now), left(reading, now), reading.checked().map(at -> Format.age(at, now)).orElse("–"),
                stale);
    }

    /** The same below another row of its component. */
    HealthRow below() {
        return new HealthRow(reading, "", state, word, latency, lasts, certificate, left, asked, stale);
    }

    String subject() {
        return reading.check().subject();
    }

    boolean faulty() {
        return state != State.DONE;
    }

    private static State state(HealthReading reading, boolean stale) {
        return stale ? State.STALE : switch (reading.state()) {
            case UP -> State.DONE;
            case DEGRADED -> State.MARGINAL;
            case DOWN -> State.FAILED;
            case UNKNOWN -> State.QUEUED;
        };
    }

    private static String word(HealthReading reading, boolean stale) {
        String word = switch (reading.state()) {
            case UP -> "Up";
            case DEGRADED -> "Degraded";
            case DOWN -> "Down";
            case UNKNOWN -> "Asking";
        };
        return stale ? "was " + word.toLowerCase(Locale.ROOT) : word;
    }

    static String millis(Duration latency) {
        return latency.toMillis() < 1000 ? latency.toMillis() + " ms" : String.format(Locale.ROOT, "%.1f s",
                latency.toMillis() / 1000.0);
    }

    private static String certificate(HealthReading reading, Instant now) {
        if ("http".equals(reading.check().address().getScheme())) {
            return "no TLS";
        }
        return reading.certificate().map(end -> !end.isAfter(now) ? "ran out" : Duration.between(now, end).toDays() + " days")
                .orElse("–");
    }

    private static State left(HealthReading reading, Instant now) {
        return reading.certificate().map(end -> !end.isAfter(now) ? State.FAILED
                : end.isAfter(now.plus(reading.check().notice())) ? State.DONE : State.MARGINAL).orElse(State.QUEUED);
    }

    /** Where it is asked, without what is the same for all. */
    String place() {
        return reading.check().name() + "  " + reading.check().address().toString().replaceFirst("^https?://", "");
    }

    String copied() {
        return subject() + ": " + word.toLowerCase(Locale.ROOT) + ". " + reading.sentence() + " " + reading.check().address();
    }
}
