package com.maily.console.platforms.health;

import com.maily.console.core.port.HealthReading.State;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** What came of asking one endpoint once, judged. */
record Answer(State state, Optional<Integer> code, Optional<Duration> latency, Optional<Instant> certificate, String sentence) {

    /** Nothing whole came back. @param certificate of the server, where that much could be read */
    static Answer none(Optional<Instant> certificate, String why) {
        return new Answer(State.DOWN, Optional.empty(), Optional.empty(), certificate, why);
    }
}
