package com.maily.console.platforms.resilient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.maily.console.core.model.Failure;
import com.maily.console.core.model.FailureException;
import com.maily.console.core.model.Inspection;
import com.maily.console.core.port.Finding;
import com.maily.console.sandbox.SandboxClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class ConnectionTest {

    private static final Instant START = Instant.parse("2026-11-21T10:00:00Z");

    private final SandboxClock clock = SandboxClock.manual(START);
    private final List<Duration> waits = new ArrayList<>();
    private final Connection connection = new Connection("Vercel", Duration.ofSeconds(15), clock, wait -> {
        waits.add(wait);
        clock.advance(wait);
    }, 7);
    private int calls;

    @Test
    void aReadIsRepeatedUntilItIsAnswered() {
        String answer = connection.read(failing(unreachable(), unreachable()));
        assertThat(answer).isEqualTo("answer");
        assertThat(calls).isEqualTo(3);
        assertThat(waits).hasSize(2).isSortedAccordingTo(Duration::compareTo);
        assertThat(connection.state().lastGood()).contains(clock.instant());
        assertThat(connection.state().trouble()).isEmpty();
    }

    @Test
    void aReadIsGivenUpAfterFourTimesAndTheLampSaysWhy() {
        assertThatThrownBy(() -> connection.read(failing(unreachable(), unreachable(), unreachable(), unreachable())))
                .isInstanceOf(FailureException.class);
        assertThat(calls).isEqualTo(4);
        assertThat(connection.state().trouble()).contains("down");
        assertThat(connection.state().lastGood()).isEmpty();
    }

    @Test
    void whatCannotSucceedIsNotRepeated() {
        assertThatThrownBy(() -> connection.read(failing(new Failure.Denied("No", "token", "renew"))))
                .isInstanceOf(FailureException.class);
        assertThat(calls).isEqualTo(1);
        assertThat(connection.state().trouble()).isNotEmpty();
    }

    @Test
    void aRequestThatIsAbortedHereSaysNothingAboutThePlatform() {
        connection.read(failing());
        for (int aborted = 0; aborted < 10; aborted++) {
            assertThatThrownBy(() -> connection.readOnce(() -> {
                Thread.currentThread().interrupt();
                throw new FailureException(new Failure.TimedOut("It was not waited for", "Cancelled here.", "Ask again."));
            })).isInstanceOf(FailureException.class);
            assertThat(Thread.interrupted()).isTrue();
        }
        assertThat(connection.state().trouble()).isEmpty();
        assertThat(connection.read(failing())).isEqualTo("answer");
    }

    @Test
    void whoComesAgainAnywayIsToldAtOnce() {
        assertThatThrownBy(() -> connection.readOnce(failing(unreachable()))).isInstanceOf(FailureException.class);
        assertThat(calls).isEqualTo(1);
        assertThat(waits).isEmpty();
        assertThat(connection.state().trouble()).isNotEmpty();
    }

    @Test
    void aRefusalIsAnAnswerAndKeepsTheLampLit() {
        assertThatThrownBy(() -> connection.read(failing(new Failure.Rejected("No", "query", "correct"))))
                .isInstanceOf(FailureException.class);
        assertThat(connection.state().lastGood()).contains(START);
    }

    @Test
    void aWriteWithALostAnswerIsNeverSentAgain() {
        assertThatThrownBy(() -> connection.write(failing(new Failure.TimedOut("slow", "lost", "look"))))
                .isInstanceOf(FailureException.class);
        assertThat(calls).isEqualTo(1);
    }

    @Test
    void retryAfterIsHonouredForWritesToo() {
        assertThat(connection.write(failing(throttled(12)))).isEqualTo("answer");
        assertThat(waits).singleElement().isEqualTo(Duration.ofSeconds(12));
    }

    @Test
    void anAnswerThatAsksForTooLongAWaitIsPassedOn() {
        assertThatThrownBy(() -> connection.read(failing(throttled(600)))).isInstanceOf(FailureException.class);
        assertThat(waits).isEmpty();
    }

    @Test
    void aPlatformThatIsDownIsLeftAloneAndFoundAgain() {
        Failure[] down = new Failure[8];
        java.util.Arrays.fill(down, unreachable());
        Supplier<String> call = failing(down);
        assertThatThrownBy(() -> connection.read(call)).isInstanceOf(FailureException.class);
        assertThatThrownBy(() -> connection.read(call)).isInstanceOf(FailureException.class);
        assertThat(calls).isEqualTo(8);
        clock.advance(Duration.ofSeconds(16));
        assertThat(connection.read(call)).isEqualTo("answer");
    }

    @Test
    void anOpenBreakerDoesNotAskAndNeverHoldsAWriteBack() {
        Breaker breaker = new Breaker("Vercel", clock, 2, Duration.ofSeconds(15));
        Supplier<String> call = failing(unreachable(), unreachable());
        assertThatThrownBy(() -> breaker.call(call)).hasMessageContaining("down");
        assertThatThrownBy(() -> breaker.call(call)).hasMessageContaining("down");
        assertThatThrownBy(() -> breaker.call(call)).hasMessageContaining("asked again in");
        assertThat(calls).isEqualTo(2);
        assertThat(breaker.watch(call)).isEqualTo("answer");
        assertThat(breaker.call(call)).isEqualTo("answer");
    }

    @Test
    void aBadConnectionIsAFindingOfItsInspection() {
        ResilientInspector inspector = new ResilientInspector((_, _) -> {
            throw new FailureException(new Failure.Denied("Vercel does not accept the token", "HTTP 401.", "Renew it."));
        }, connection);
        assertThat(inspector.inspect(Inspection.CONNECTIONS, List.of())).singleElement().satisfies(finding -> {
            assertThat(finding.result()).isEqualTo(Finding.Result.BAD);
            assertThat(finding.detail()).contains("token");
        });
    }

    private Supplier<String> failing(Failure... failures) {
        Deque<Failure> planned = new ArrayDeque<>(List.of(failures));
        return () -> {
            calls++;
            if (!planned.isEmpty()) {
                throw new FailureException(planned.poll());
            }
            return "answer";
        };
    }

    private static Failure unreachable() {
        return new Failure.Unreachable("Vercel cannot be reached", "It is down.", "Try again.");
    }

    private static Failure throttled(int seconds) {
        return new Failure.Throttled("Slow down", "Too many.", "Wait.", Duration.ofSeconds(seconds));
    }
}
