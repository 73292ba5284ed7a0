package com.maily.console.platforms.health;

import static org.assertj.core.api.Assertions.assertThat;

import com.maily.console.core.model.HealthCheck;
import com.maily.console.core.port.HealthReading;
import com.maily.console.core.port.HealthReading.State;
import com.maily.console.core.port.Time;
import com.maily.console.platforms.http.LoopbackServer;
import com.maily.console.platforms.http.LoopbackServer.Reply;
import com.maily.console.platforms.resilient.Connection;
import com.maily.console.platforms.resilient.Sleeper;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Endpoints asked again and again: what changed when, and that none waits for another. */
@Timeout(20)
class HealthPollsTest {

    private final Connection connection = new Connection("Health", Duration.ofSeconds(1), Time.WALL, Sleeper.on(Time.WALL), 1);

    private static HealthCheck check(String component, String address) {
        return new HealthCheck(component, "health", URI.create(address), 200, Optional.empty(), Duration.ofSeconds(2),
                Duration.ofSeconds(2), Duration.ofMillis(100), Duration.ofDays(21));
    }

    private HealthPolls polls(HealthCheck... checks) {
        return HealthPolls.start(List.of(checks), HealthProbe.usual(), connection, Time.WALL);
    }

    private static HealthReading until(HealthPolls polls, int which, Predicate<HealthReading> expected) {
        HealthReading last = polls.readings().get(which);
        while (!expected.test(last)) {
            LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
            last = polls.readings().get(which);
        }
        return last;
    }

    @Test
    void itTellsSinceWhenAnEndpointIsAsItIs() throws Exception {
        AtomicInteger status = new AtomicInteger(200);
        try (LoopbackServer server = new LoopbackServer(_ -> Reply.json(status.get(), "{}"));
             HealthPolls polls = polls(check("api", server.url()))) {
            HealthReading up = until(polls, 0, reading -> reading.past().size() >= 2);
            assertThat(up.state()).isEqualTo(State.UP);
            assertThat(up.changed()).as("it has been up since the first reading").isEqualTo(up.past().getFirst().at());
            status.set(503);
            HealthReading down = until(polls, 0, reading -> reading.state() == State.DOWN);
            assertThat(down.changed()).isAfter(up.changed()).isEqualTo(down.checked().orElseThrow());
            assertThat(down.past()).extracting(HealthReading.Past::state).startsWith(State.UP).endsWith(State.DOWN);
            assertThat(connection.state().trouble()).as("one that answers, however badly, proves that we reach it").isEmpty();
        }
    }

    @Test
    void oneThatHangsDelaysNobody() throws Exception {
        try (ServerSocket hanging = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
             LoopbackServer server = new LoopbackServer(_ -> Reply.json("{}"));
             HealthPolls polls = polls(check("hangs", "http://127.0.0.1:" + hanging.getLocalPort()), check("api",
                     server.url()))) {
            HealthReading api = until(polls, 1, reading -> reading.past().size() >= 2);
            assertThat(api.state()).isEqualTo(State.UP);
            assertThat(polls.readings().getFirst().state()).isEqualTo(State.UNKNOWN);
            assertThat(polls.awaited()).extracting(HealthReading::state).containsExactly(State.DOWN, State.UP);
        }
    }

    @Test
    void whenNoneAnswersTheLampSaysSo() throws Exception {
        int closed;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            closed = socket.getLocalPort();
        }
        try (HealthPolls polls = polls(check("api", "http://127.0.0.1:" + closed), check("web", "http://127.0.0.1:" + closed))) {
            assertThat(polls.awaited()).extracting(HealthReading::state).containsOnly(State.DOWN);
            until(polls, 0, _ -> !connection.state().trouble().isEmpty());
            assertThat(connection.state().trouble()).contains("None of the health endpoints answers");
            assertThat(connection.state().lastGood()).isEmpty();
        }
    }

    @Test
    void anOldReadingIsUnknownAndNotWhatItWas() throws Exception {
        try (LoopbackServer server = new LoopbackServer(_ -> Reply.json("{}")); HealthPolls polls = polls(check("api",
                server.url()))) {
            HealthReading up = polls.awaited().getFirst();
            Instant later = up.checked().orElseThrow().plus(Duration.ofMinutes(3));
            assertThat(up.present(up.checked().orElseThrow())).isEqualTo(State.UP);
            assertThat(up.stale(later)).isTrue();
            assertThat(up.present(later)).isEqualTo(State.UNKNOWN);
        }
    }
}
