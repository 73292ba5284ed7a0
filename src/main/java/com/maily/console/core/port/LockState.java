package com.maily.console.core.port;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;

/**
 * An environment's lock as it was just read.
 *
 * @param before      who had it last, while nobody has
 * @param transitions how often it has changed hands
 * @param version     what a write must carry to be made from this state; empty while nothing was ever taken
 * @param until       when the lease is over on our clock unless it is renewed; of no meaning while nobody holds it
 */
public record LockState(Optional<LockHolder> holder, Optional<LockHolder> before, long transitions, String version, Instant until,
                        Instant observedAt) {

    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);

    public boolean heldBy(String identity) {
        return holder.filter(one -> one.identity().equals(identity)).isPresent();
    }

    /** Whether its holder has not renewed it for the whole lease, as far as we have watched. */
    public boolean expired() {
        return expiredBy(observedAt);
    }

    public boolean expiredBy(Instant now) {
        return holder.isPresent() && !now.isBefore(until);
    }

    boolean renewedSince(LockState earlier) {
        return !holder.map(LockHolder::renewed).equals(earlier.holder().map(LockHolder::renewed));
    }

    /** Who holds it, since when, until when and why. */
    public String sentence() {
        if (holder.isEmpty()) {
            return before.map(last -> "Nobody holds it; " + last.owner() + " had it last.").orElse("Nobody holds it.");
        }
        LockHolder one = holder.get();
        String why = one.claim().reason().isBlank() ? "" : " Reason: " + one.claim().reason().strip();
        String lease = expired() ? ", not renewed any more since " + clock(one.renewed()) + ": it has expired."
                : ", until " + clock(until) + " unless renewed.";
        return "Held by " + one.owner() + " since " + clock(one.since()) + lease + why
                + (why.isEmpty() || why.endsWith(".") ? "" : ".");
    }

    private static String clock(Instant at) {
        return CLOCK.format(at) + " UTC";
    }
}
