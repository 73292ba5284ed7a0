package com.maily.console.core.port;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** The clock of the environments. All waiting and all times in the journal are in it; only drivers and screens turn it into wall time. */
public interface Time extends InstantSource {

    /** How many seconds pass here in one second of the wall; 1 for real environments. */
    double rate();

    /** How long the wall takes for {@code duration} here. */
    default Duration onTheWall(Duration duration) {
        return Duration.ofNanos((long) (duration.toNanos() / rate()));
    }

    /** The wall's own clock. */
    Time WALL = new Time() {
        @Override
        public Instant instant() {
            return InstantSource.system().instant();
        }

        @Override
        public double rate() {
            return 1;
        }
    };
}
