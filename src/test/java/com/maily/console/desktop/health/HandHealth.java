package com.maily.console.desktop.health;

import com.maily.console.core.model.HealthCheck;
import com.maily.console.core.port.HealthReading;
import com.maily.console.core.port.HealthReading.Past;
import com.maily.console.core.port.HealthReading.State;
import com.maily.console.desktop.Story;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Readings of the story's endpoints, as a test wants them. */
final class HandHealth {

    private HandHealth() { }

    static HealthReading reading(String component, String name, State state, int code, int millis, int asked,
            Optional<Duration> certificate,
                                 String sentence) {
        Instant at = Story.NOW.minusSeconds(asked);
        URI address = URI.create((certificate.isPresent() ? "https" : "http") + "://api.maily.example.com/health/" + component);
        HealthCheck check = new HealthCheck(component, name, address, 200, Optional.of(new HealthCheck.Expected("status", "up")),
                Duration.ofSeconds(5), Duration.ofMillis(300), Duration.ofSeconds(15), Duration.ofDays(21));
        Optional<Duration> latency = code == 0 ? Optional.empty() : Optional.of(Duration.ofMillis(millis));
        return new HealthReading(check, state, Optional.of(code).filter(one -> one > 0), latency, Optional.of(at),
                at.minusSeconds(state == State.UP ? 5_400 : 64), certificate.map(Story.NOW::plus), sentence, past(at, state,
                latency, millis));
    }

    private static List<Past> past(Instant at, State state, Optional<Duration> latency, int millis) {
        List<Past> past = new ArrayList<>();
        for (int back = 40; back > 0; back--) {
            boolean recent = back < 5;
            Duration wobble = Duration.ofMillis(Math.max(20, millis / (state == State.UP ? 1 : 3)) + back * 7919 % 40);
            past.add(new Past(at.minusSeconds(15L * back), recent ? state : State.UP, recent ? latency : Optional.of(wobble)));
        }
        past.add(new Past(at, state, latency));
        return past;
    }

    static List<HealthReading> story() {
        Optional<Duration> quarter = Optional.of(Duration.ofDays(71).plusHours(5));
        return List.of(
                reading("frontend", "health", State.UP, 200, 141, 3, quarter, "Answered 200 in 141 ms."),
                reading("api", "health", State.DEGRADED, 200, 412, 2, quarter, "Slow: took 412 ms, more than 300 ms."),
                reading("api", "ready", State.UP, 200, 38, 2, quarter, "Answered 200 in 38 ms."),
                reading("ai-service", "health", State.DEGRADED, 200, 230, 6, Optional.of(Duration.ofDays(9)),
                        "The certificate runs out in 9 days, on 2025-11-29 03:12 UTC."),
                reading("blockchain", "health", State.DOWN, 503, 12, 4, quarter, "Answered 503 where 200 was expected."),
                reading("email", "health", State.DOWN, 0, 0, 5, Optional.of(Duration.ofDays(-2)),
                        "The certificate ran out on 2025-11-18 03:12 UTC, 2 days ago."),
                reading("campaign", "health", State.UP, 200, 88, 94, Optional.empty(), "Answered 200 in 88 ms."),
                HealthReading.unknown(new HealthCheck("analytics", "health",
                URI.create("http://analytics.maily.svc:8080/health")), Story.NOW));
    }
}
