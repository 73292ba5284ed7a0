package com.maily.console.desktop.rollout;

import java.time.Duration;
import java.time.Instant;

/** A stretch of time on the timeline. */
record Span(Instant from, Instant to) {
    static Span lasting(Instant from, Duration duration) {
        return new Span(from, from.plus(duration));
    }

    Duration length() {
        return Duration.between(from, to);
    }
}
