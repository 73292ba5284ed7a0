package com.maily.console.platforms.http;

import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/**
 * How far a server's clock is from ours, learned from the header {@code Date} of its answers (RFC 9110, section 6.6.1). The
 * header has whole seconds and some moment between question and answer, so a difference is believed only when even the kindest
 * reading is off by more than 5 s. Safe for use by several threads.
 */
public final class ServerClock {

    private static final Duration HARMLESS = Duration.ofSeconds(5);

    private final AtomicReference<Duration> ahead = new AtomicReference<>(Duration.ZERO);

    /** By how much the server's clock is ahead of ours, in whole seconds; below zero when it is behind, zero when they agree. */
    public Duration ahead() {
        return ahead.get();
    }

    /** One sentence to be shown beside what the server says; empty when the clocks agree. */
    public Optional<String> sentence(String platform) {
        long seconds = ahead.get().toSeconds();
        return seconds == 0 ? Optional.empty() : Optional.of("The clock of " + platform + " is " + Math.abs(seconds) + " s "
                + (seconds > 0 ? "ahead of" : "behind") + " this machine's; all times are corrected by that.");
    }

    /**
     * Learns from one answer.
     *
     * @param date the header; asked and answered are moments of our clock
     */
    public void seen(String date, Instant asked, Instant answered) {
        try {
            Instant shown = ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
            Duration least = Duration.between(answered, shown);
            Duration most = Duration.between(asked, shown.plusSeconds(1));
            ahead.updateAndGet(before -> between(before, least, most) ? before : believed(least, most));
        } catch (DateTimeParseException e) {
            // A server that does not tell its time is taken to have ours.
            return;
        }
    }

    private static boolean between(Duration before, Duration least, Duration most) {
        return !before.isZero() && before.compareTo(least) >= 0 && before.compareTo(most) <= 0;
    }

    private static Duration believed(Duration least, Duration most) {
        boolean off = least.compareTo(HARMLESS) > 0 || most.compareTo(HARMLESS.negated()) < 0;
        return off ? Duration.ofSeconds(least.plus(most).dividedBy(2).toSeconds()) : Duration.ZERO;
    }
}
