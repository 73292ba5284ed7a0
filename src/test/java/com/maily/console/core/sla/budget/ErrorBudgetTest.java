package com.maily.console.core.sla.budget;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.maily.console.core.model.Objective;
import com.maily.console.core.sla.budget.AlertState.Word;
import com.maily.console.core.sla.judge.Counts;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ErrorBudgetTest {

    static final Instant NOW = Instant.parse("2025-11-20T03:12:46Z");
    static final Objective FOUR_NINES = new Objective("availability", "Availability", "api", "prometheus", "q", "", "%",
            Objective.Bound.AT_LEAST, 99.99, true, new Objective.Counted("bad${track}", "total${track}", 0.01, 10));

    private final Map<BurnWindow, WindowCounts> windows = new EnumMap<>(BurnWindow.class);

    private ErrorBudgetTest counted(BurnWindow window, double bad, double total) {
        windows.put(window, new WindowCounts(window, Optional.of(new Counts(bad, total)), Optional.of(NOW), window.interval(),
                ""));
        return this;
    }

    private ErrorBudgetTest missing(BurnWindow window) {
        windows.put(window, WindowCounts.nothing(window, window.interval(), "no data that old"));
        return this;
    }

    private ErrorBudget budget() {
        return new ErrorBudget(FOUR_NINES, windows);
    }

    private AlertState fast() {
        return budget().alert(BurnAlert.PAGE_FAST, NOW);
    }

    @Test
    void firesOnlyWhenBothWindowsBurnTooFast() {
        assertThat(counted(BurnWindow.M5, 30, 10_000).counted(BurnWindow.H1, 200, 100_000).fast().word()).isEqualTo(Word.FIRING);
        assertThat(fast().sentence()).isEqualTo("1h 20.0×, 5m 30.0×");
        assertThat(counted(BurnWindow.M5, 1, 10_000).fast().word()).as("it is over already").isEqualTo(Word.QUIET);
        assertThat(counted(BurnWindow.M5, 30, 10_000).counted(BurnWindow.H1, 30, 100_000).fast().word()).as("too short to matter")
                .isEqualTo(Word.QUIET);
    }

    @Test
    void withFewerThan695RequestsInFiveMinutesItNeitherFiresNorIsFine() {
        counted(BurnWindow.H1, 200, 100_000);
        assertThat(counted(BurnWindow.M5, 1, 694).fast().word()).isEqualTo(Word.TOO_FEW_REQUESTS);
        assertThat(fast().sentence()).isEqualTo("too few requests: 694 in 5m, it takes 695");
        assertThat(counted(BurnWindow.M5, 0, 694).fast().word()).isEqualTo(Word.TOO_FEW_REQUESTS);
        assertThat(counted(BurnWindow.M5, 2, 695).fast().word()).isEqualTo(Word.FIRING);
    }

    @Test
    void aWindowThatIsLongerThanTheDataIsUnknownAndNeverGuessed() {
        counted(BurnWindow.H6, 100, 500_000).missing(BurnWindow.D3);
        AlertState ticket = budget().alert(BurnAlert.TICKET_SLOW, NOW);

        assertThat(ticket.word()).isEqualTo(Word.UNKNOWN);
        assertThat(ticket.sentence()).isEqualTo("3d unknown: no data that old; 6h 2.0×");
        assertThat(budget().burn(BurnWindow.D3, NOW)).isEmpty();
    }

    @Test
    void anAnswerThatIsTooOldIsUnknownToo() {
        counted(BurnWindow.M5, 0, 10_000).counted(BurnWindow.H1, 0, 100_000);
        Instant later = NOW.plus(Duration.ofMinutes(4));

        assertThat(budget().alert(BurnAlert.PAGE_FAST, later).word()).isEqualTo(Word.UNKNOWN);
        assertThat(budget().remaining(later)).isEmpty();
    }

    @Test
    void whatIsLeftIsThatOfThePeriodOrAtMostThatOfTheLongestWindowThereIs() {
        counted(BurnWindow.H1, 14.4, 1_000);
        ErrorBudget.Remaining atMost = budget().remaining(NOW).orElseThrow();
        assertThat(atMost.share()).isCloseTo(0.8, within(1e-9));
        assertThat(atMost.atMost()).isTrue();

        counted(BurnWindow.PERIOD, 29, 1_000_000);
        ErrorBudget.Remaining left = budget().remaining(NOW).orElseThrow();
        assertThat(left.atMost()).isFalse();
        assertThat(left.share()).isCloseTo(0.71, within(1e-9));
        assertThat(left.downtime(0.0001)).isEqualTo(Duration.ofMillis(184_032));
        assertThat(budget().exhaustedIn(NOW).orElseThrow()).isEqualTo(Duration.ofMillis(12_780_000));
    }
}
