package com.maily.console.core.engine;

import com.maily.console.core.port.Time;
import java.time.Duration;
import java.time.Instant;

/** A clock that stands still until a test moves it. */
final class HandTime implements Time, TimeMover {

    static final Instant START = Instant.parse("2025-11-20T01:48:00Z");
    private volatile Instant now = START;

    @Override
    public Instant instant() {
        return now;
    }

    @Override
    public double rate() {
        return 1;
    }

    @Override
    public void advanceTo(Instant instant) {
        now = instant.isAfter(now) ? instant : now;
    }

    void pass(Duration duration) {
        now = now.plus(duration);
    }
}
