package com.maily.console.core.port;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A one-off run (tests, backup, migration) as its platform reports it.
 *
 * @param state   {@code MISSING} when no such job exists
 * @param message the last line that says how it went, empty while nothing is known
 */
public record Job(String name, State state, String message, Optional<Instant> startedAt, Optional<Instant> finishedAt) {

    public enum State { MISSING, PENDING, RUNNING, SUCCEEDED, FAILED }

    /** What to run. {@code name} is unique per run, so that asking twice starts one job. */
    public record Spec(String name, String image, List<String> command) { }
}
