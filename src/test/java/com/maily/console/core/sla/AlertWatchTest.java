package com.maily.console.core.sla;

import static org.assertj.core.api.Assertions.assertThat;

import com.maily.console.core.model.Failure;
import com.maily.console.core.model.FailureException;
import com.maily.console.core.port.Alert;
import com.maily.console.core.port.Alerts;
import com.maily.console.core.port.Subscription;
import com.maily.console.sandbox.SandboxClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class AlertWatchTest {

    private static final Instant START = Instant.parse("2025-11-20T03:00:00Z");
    private static final MetricPace PACE = new MetricPace(Duration.ofSeconds(5), Duration.ofSeconds(15), Duration.ofMinutes(2),
            Duration.ofMinutes(10));
    private static final Failure AWAY = new Failure.Unreachable("Asking for alerts failed", "Nobody answered.", "Try again.");

    private final SandboxClock clock = SandboxClock.manual(START);

    private static Alert alert(String id, Instant since, Alert.State state) {
        return new Alert(id, "HighErrorRate", "Hand", state, "critical", "api", "api errors", since, Optional.empty(), Map.of());
    }

    private static final class Hand implements Alerts {
        volatile List<Alert> now = List.of();
        volatile Optional<Failure> failure = Optional.empty();

        @Override
        public String system() {
            return "Hand";
        }

        @Override
        public List<Alert> active() {
            failure.ifPresent(why -> {
                throw new FailureException(why);
            });
            return now;
        }
    }

    private AlertReading after(Duration moved, AlertPoll poll) {
        clock.advance(moved);
        return poll.pass();
    }

    @Test
    void whatIsToldOfNoMoreEndsAndIsKept() {
        Hand hand = new Hand();
        AlertPoll poll = new AlertPoll(hand, clock, PACE);
        hand.now = List.of(alert("a", START.minusSeconds(60), Alert.State.FIRING));
        assertThat(poll.pass().spans()).singleElement().matches(AlertSpan::firing);

        hand.now = List.of();
        AlertSpan ended = after(Duration.ofSeconds(30), poll).spans().getFirst();

        assertThat(ended.from()).isEqualTo(START.minusSeconds(60));
        assertThat(ended.to()).contains(START.plusSeconds(30));
        assertThat(new AlertSnapshot(List.of(poll.last())).firing(clock.instant())).contains(0L);
        assertThat(after(Duration.ofMinutes(11), poll).spans()).as("beyond what is kept").isEmpty();
    }

    @Test
    void oneThatIsMutedMeanwhileIsTheSameSpanAndFiresNoMore() {
        Hand hand = new Hand();
        AlertPoll poll = new AlertPoll(hand, clock, PACE);
        hand.now = List.of(alert("a", START, Alert.State.FIRING));
        poll.pass();
        hand.now = List.of(alert("a", START, Alert.State.MUTED));

        assertThat(after(Duration.ofSeconds(5), poll).spans()).singleElement().matches(span -> span.active() && !span.firing());
    }

    @Test
    void oneThatFiresAgainIsAnotherSpan() {
        Hand hand = new Hand();
        AlertPoll poll = new AlertPoll(hand, clock, PACE);
        hand.now = List.of(alert("a", START, Alert.State.FIRING));
        poll.pass();
        hand.now = List.of(alert("a", START.plusSeconds(20), Alert.State.FIRING));

        List<AlertSpan> spans = after(Duration.ofSeconds(30), poll).spans();

        assertThat(spans).extracting(AlertSpan::to).containsExactly(Optional.empty(), Optional.of(START.plusSeconds(20)));
        assertThat(new AlertSnapshot(List.of(poll.last())).between(START.plusSeconds(25), START.plusSeconds(40), "api")).hasSize(1);
    }

    @Test
    void aSystemThatIsAwayIsNeverAnEmptyList() {
        Hand hand = new Hand();
        AlertPoll poll = new AlertPoll(hand, clock, PACE);
        hand.now = List.of(alert("a", START, Alert.State.FIRING));
        poll.pass();
        hand.failure = Optional.of(AWAY);

        AlertReading away = after(Duration.ofMinutes(2), poll);

        assertThat(away.spans()).as("what it last said").singleElement().matches(AlertSpan::active);
        assertThat(away.failure()).contains(AWAY);
        assertThat(away.fresh(clock.instant())).isFalse();
        assertThat(new AlertSnapshot(List.of(away)).firing(clock.instant())).as("unknown, not one and not none").isEmpty();
    }

    @Test
    void aSlowSystemDelaysNoOther() throws InterruptedException {
        CountDownLatch never = new CountDownLatch(1);
        Alerts slow = new Alerts() {
            @Override
            public String system() {
                return "Slow";
            }

            @Override
            public List<Alert> active() {
                try {
                    never.await();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
                return List.of();
            }
        };
        Hand quick = new Hand();
        quick.now = List.of(alert("a", START, Alert.State.FIRING));
        BlockingQueue<AlertSnapshot> told = new LinkedBlockingQueue<>();
        try (AlertWatch watch = new AlertWatch(() -> List.of(slow, quick), clock, PACE); Subscription _ = watch.follow(told::add)) {
            AlertSnapshot snapshot = told.poll(5, TimeUnit.SECONDS);
            while (snapshot != null && snapshot.spans().isEmpty()) {
                snapshot = told.poll(5, TimeUnit.SECONDS);
            }
            assertThat(snapshot).isNotNull();
            assertThat(snapshot.firing(clock.instant())).as("the slow one has not told yet").isEmpty();
            assertThat(snapshot.systems()).extracting(system -> system.source().name()).containsExactly("Slow", "Hand");
        } finally {
            never.countDown();
        }
    }
}
