package com.maily.console.core.journal;

import com.maily.console.core.model.Actor;
import java.time.Instant;

/**
 * One line of the journal.
 *
 * @param sequence   1 for the first, without gaps
 * @param at         in the environments' time
 * @param deployment the deployment it belongs to
 * @param previous   the hash of the entry before, 64 zeros for the first
 * @param hash       SHA-256 over everything above in canonical form, as 64 lower-case hex digits
 */
public record Entry(long sequence, Instant at, String deployment, Actor actor, Event event, String previous, String hash) {
    public static final String GENESIS = "0".repeat(64);
}
