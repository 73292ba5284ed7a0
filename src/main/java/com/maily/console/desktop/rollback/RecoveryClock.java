package com.maily.console.desktop.rollback;

import java.time.Duration;
import java.time.Instant;

/**
 * The recovery time objective against what is used and what the plan still needs. The guides name 15 minutes as the success
 * criterion; the hour they also name is the disaster recovery limit.
 *
 * @param since when the trouble began
 * @param from  what it is counted from, in a few words
 * @param end   when it was over, or now
 * @param objective how long it may take
 * @param needs what the plan still needs
 */
record RecoveryClock(Instant since, String from, Instant end, Duration objective, Duration needs) {

    static final Duration DISASTER = Duration.ofHours(1);

    Duration used() {
        Duration used = Duration.between(since, end);
        return used.isNegative() ? Duration.ZERO : used;
    }

    /** Negative once the objective is missed. */
    Duration left() {
        return objective.minus(used());
    }

    Duration spare() {
        return left().minus(needs);
    }

    double usedShare() {
        return share(used());
    }

    double needsShare() {
        return Math.min(1 - usedShare(), share(needs));
    }

    private double share(Duration duration) {
        return Math.clamp(duration.toMillis() / (double) objective.toMillis(), 0, 1);
    }
}
