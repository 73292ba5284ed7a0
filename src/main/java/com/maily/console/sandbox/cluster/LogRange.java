package com.maily.console.sandbox.cluster;

import java.time.Instant;

/**
 * Which lines of a log: those after {@code since}, and of them the newest {@code tail}.
 *
 * @param previous of the container before its last restart
 */
public record LogRange(Instant since, int tail, boolean previous) {

    public LogRange(Instant since, int tail) {
        this(since, tail, false);
    }

    /** The newest {@code lines} lines. */
    public static LogRange newest(int lines) {
        return new LogRange(Instant.EPOCH, lines);
    }
}
