package com.maily.console.core.sla.budget;

import com.maily.console.core.model.Objective;
import com.maily.console.core.sla.judge.Counts;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What was counted of one objective on both tracks since the last shift.
 *
 * @param since when the canary got the weight it has; a newer shift makes this reading worthless
 * @param at    when it was asked for
 * @param why   there is nothing newer; empty when all is well
 */
public record TrackShares(Objective objective, Instant since, Instant at, Optional<Counts> stable, Optional<Counts> canary,
        String why) {

    private static final Duration FRESH = Duration.ofMinutes(2);

    /** A reading may be as old as that before it no longer counts for the present. */
    boolean fresh(Instant now) {
        return !at.plus(FRESH).isBefore(now);
    }
}
