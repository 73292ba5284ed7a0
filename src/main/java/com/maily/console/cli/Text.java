package com.maily.console.cli;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** Times as people on call write them: always UTC. */
final class Text {

    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm:ss").withZone(ZoneOffset.UTC);

    private Text() { }

    static String clock(Instant at) {
        return CLOCK.format(at);
    }

    /** {@code 1h 02m}, {@code 4m 05s}, {@code 12s}. */
    static String duration(Duration duration) {
        long seconds = duration.toSeconds();
        if (seconds >= 3600) {
            return "%dh %02dm".formatted(seconds / 3600, seconds % 3600 / 60);
        }
        return seconds >= 60 ? "%dm %02ds".formatted(seconds / 60, seconds % 60) : seconds + "s";
    }
}
