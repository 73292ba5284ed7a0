package com.maily.console.core.journal;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** What happened to an environment's lock, in the words of {@link Wording}. */
final class LockWording {

    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);

    private LockWording() { }

    static String detail(Event.OfLock event) {
        return switch (event) {
            case Event.LockTaken e -> "lock taken by " + e.owner() + Wording.because(e.reason());
            case Event.LockReleased e -> "lock released by " + e.owner();
            case Event.LockTakenOver e -> "lock taken over by " + e.owner() + from(e.previousOwner(), "whose lease had expired")
                    + Wording.because(e.reason());
            case Event.LockBroken e -> "lock broken by force by " + e.owner() + from(e.previousOwner(), "who still held it")
                    + Wording.because(e.reason());
            case Event.LockLost e -> (e.owner().isEmpty() ? "lock was deleted" : "lock was taken away by " + e.owner())
                    + from(e.previousOwner(), "whose run stopped writing") + Wording.because(e.reason());
            case Event.LockAwaited e when e.owner().isEmpty() -> "waits for the lock, which cannot be had" + Wording.because(
                    e.reason());
            case Event.LockAwaited e -> "waits for the lock, held by " + e.owner() + e.until().map(LockWording::until)
                    .orElse(", who does not renew it any more; a person must take it over") + Wording.because(e.reason());
        };
    }

    private static String from(String previous, String how) {
        return previous.isEmpty() ? "" : " from " + previous + ", " + how;
    }

    private static String until(Instant until) {
        return " until " + CLOCK.format(until) + " UTC unless renewed";
    }
}
