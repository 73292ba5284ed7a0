package com.maily.console.core.sla.budget;

import static org.assertj.core.api.Assertions.assertThat;

import com.maily.console.core.model.Failure;
import com.maily.console.core.model.FailureException;
import com.maily.console.core.port.MetricSource;
import com.maily.console.core.port.Sample;
import com.maily.console.core.port.Series;
import com.maily.console.core.port.Subscription;
import com.maily.console.core.port.Time;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class BudgetFeedTest {

    private static final Instant NOW = ErrorBudgetTest.NOW;

    /** A source that has counted since a while ago: a hundred requests a second, one bad in ten thousand. */
    private static final class Counting implements MetricSource {
        private final ConcurrentLinkedQueue<String> asked = new ConcurrentLinkedQueue<>();
        private final Duration reach;
        private volatile boolean away;

        Counting(Duration reach) {
            this.reach = reach;
        }

        @Override
        public Answer instant(String query, Instant at) {
            asked.add(query + " " + Duration.between(at, NOW).toMinutes());
            if (away) {
                throw new FailureException(new Failure.Unreachable("Prometheus did not answer", "connection refused.",
                        "Look at it."));
            }
            return at.isBefore(NOW.minus(reach)) ? new Answer(List.of(), List.of())
                    : new Answer(List.of(new Series(Map.of(), List.of(new Sample(at, query.startsWith("bad") ? 3 : 30_000)))),
                            List.of());
        }

        @Override
        public Answer range(String query, Instant from, Instant to, Duration step) {
            throw new UnsupportedOperationException();
        }
    }

    private static final class Hand implements Time {
        private volatile Instant now = NOW;

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public double rate() {
            return 60;
        }
    }

    private final Hand time = new Hand();
    private final BlockingQueue<ErrorBudget> shown = new LinkedBlockingQueue<>();

    private Subscription follow(MetricSource source) {
        return new BudgetFeed("production", _ -> source, time).follow(List.of(ErrorBudgetTest.FOUR_NINES),
                EnumSet.allOf(BurnWindow.class),
                all -> all.values().forEach(shown::add));
    }

    private ErrorBudget next() throws InterruptedException {
        ErrorBudget budget = shown.poll(10, TimeUnit.SECONDS);
        assertThat(budget).isNotNull();
        return budget;
    }

    @Test
    void asksOnlyForWindowsTheSourceHasDataFor() throws Exception {
        Counting source = new Counting(Duration.ofHours(3));
        try (Subscription _ = follow(source)) {
            ErrorBudget budget = next();

            assertThat(budget.burn(BurnWindow.H2, NOW)).contains(new BurnRate(3 / 30_000.0 / 0.0001));
            assertThat(budget.burn(BurnWindow.H6, NOW)).isEmpty();
            assertThat(budget.window(BurnWindow.H6).unknown(NOW)).isEqualTo("no data that old");
            assertThat(source.asked).contains("totalstable|canary 355").noneMatch(query -> query.startsWith("bad")
                    && !query.endsWith(" 0"));
        }
    }

    @Test
    void asksForTheLongerOnesMoreSeldom() throws Exception {
        Counting source = new Counting(Duration.ofDays(60));
        try (Subscription _ = follow(source)) {
            next();
            source.asked.clear();
            time.now = NOW.plus(Duration.ofMinutes(2));
            ErrorBudget budget = next();

            assertThat(budget.window(BurnWindow.H1).at()).contains(time.now);
            assertThat(budget.window(BurnWindow.D1).at()).as("a day hardly changes in two minutes").contains(NOW);
            assertThat(budget.burn(BurnWindow.D1, time.now)).isPresent();
        }
    }

    @Test
    void aSourceThatFallsSilentLeavesWhatItSaidUntilThatIsTooOldAndComesBack() throws Exception {
        Counting source = new Counting(Duration.ofDays(60));
        try (Subscription _ = follow(source)) {
            next();
            source.away = true;
            time.now = NOW.plus(Duration.ofMinutes(2));
            ErrorBudget silent = next();
            assertThat(silent.burn(BurnWindow.M5, time.now)).as("still fresh").isPresent();
            Instant later = NOW.plus(Duration.ofMinutes(30));
            assertThat(silent.burn(BurnWindow.M5, later)).isEmpty();
            assertThat(silent.window(BurnWindow.M5).unknown(later)).isEqualTo("Prometheus did not answer");

            source.away = false;
            time.now = later;
            ErrorBudget back = next();
            while (back.burn(BurnWindow.M5, later).isEmpty()) {
                back = next();
            }
            assertThat(back.window(BurnWindow.M5).why()).isEmpty();
        }
    }
}
