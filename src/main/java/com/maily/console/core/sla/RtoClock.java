package com.maily.console.core.sla;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * The recovery time objective as a running clock.
 *
 * @param started when the incident began
 * @param ended   when recovery was verified, empty while it lasts
 */
public record RtoClock(Instant started, Optional<Instant> ended, Duration objective) {

    public static RtoClock running(Instant started, Duration objective) {
        return new RtoClock(started, Optional.empty(), objective);
    }

    public Duration used(Instant now) {
        return Duration.between(started, ended.orElse(now));
    }

    /** Negative once the objective is missed. */
    public Duration left(Instant now) {
        return objective.minus(used(now));
    }

    public boolean metBy(Instant now) {
        return !left(now).isNegative();
    }

    /** 0 to 1, more when missed. */
    public double share(Instant now) {
        return (double) used(now).toMillis() / objective.toMillis();
    }
}
