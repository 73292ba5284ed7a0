package com.maily.console.core.port;

import com.maily.console.core.model.HealthCheck;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What one health endpoint last answered.
 *
 * @param code        the HTTP status; empty when nothing answered
 * @param latency     until the whole answer was there; empty when nothing answered
 * @param checked     when it was asked; empty before the first time
 * @param changed     since when it has been as it is, as far as this console has seen
 * @param certificate when the server's certificate runs out; empty without TLS, and when it could not be read
 * @param sentence    why it is as it is, in one plain sentence
 * @param past        earlier readings and this one, oldest first
 */
public record HealthReading(HealthCheck check, State state, Optional<Integer> code, Optional<Duration> latency,
                            Optional<Instant> checked, Instant changed, Optional<Instant> certificate, String sentence,
                            List<Past> past) {

    private static final Duration SHORTEST = Duration.ofMinutes(1);

    /** {@code UNKNOWN} until it was asked for the first time. */
    public enum State { UP, DEGRADED, DOWN, UNKNOWN }

    /** One reading of many. @param latency empty when nothing answered */
    public record Past(Instant at, State state, Optional<Duration> latency) { }

    public HealthReading {
        past = List.copyOf(past);
    }

    /** One that was not asked yet. */
    public static HealthReading unknown(HealthCheck check, Instant since) {
        return new HealthReading(check, State.UNKNOWN, Optional.empty(), Optional.empty(), Optional.empty(), since,
                Optional.empty(), "It was not asked yet.", List.of());
    }

    /** The state that may be told at {@code now}: what is too old to be believed is unknown. */
    public State present(Instant now) {
        return stale(now) ? State.UNKNOWN : state;
    }

    /** Whether it was asked once, but not for three intervals and a minute at least. */
    public boolean stale(Instant now) {
        Duration most = check.interval().multipliedBy(3);
        Duration age = checked.map(at -> Duration.between(at, now)).orElse(Duration.ZERO);
        return age.compareTo(most) > 0 && age.compareTo(SHORTEST) > 0;
    }
}
