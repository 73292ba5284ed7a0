package com.maily.console.core.port;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What one health endpoint answered.
 *
 * @param code        the HTTP status; empty when nothing answered
 * @param latency     until the whole answer was there; empty when nothing answered
 * @param checked     when it was asked
 * @param changed     since when it has been as it is, as far as this console has seen
 * @param certificate when the server's certificate runs out; empty without TLS
 * @param sentence    why it is as it is, in one plain sentence
 */
public record HealthReading(String component, String name, URI address, State state, Optional<Integer> code,
                            Optional<Duration> latency, Instant checked, Instant changed, Optional<Instant> certificate,
                            String sentence) {

    /** {@code UNKNOWN} until it was asked for the first time. */
    public enum State { UP, DEGRADED, DOWN, UNKNOWN }
}
