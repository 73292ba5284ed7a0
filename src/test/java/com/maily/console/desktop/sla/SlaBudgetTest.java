package com.maily.console.desktop.sla;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.maily.console.core.model.Objective;
import com.maily.console.core.sla.budget.BurnWindow;
import com.maily.console.core.sla.budget.ErrorBudget;
import com.maily.console.core.sla.budget.WindowCounts;
import com.maily.console.core.sla.judge.Counts;
import com.maily.console.desktop.widget.State;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SlaBudgetTest {

    private static final Instant NOW = com.maily.console.desktop.Story.NOW;
    private static final Objective FOUR_NINES = new Objective("availability", "Availability", "api", "prometheus", "q", "", "%",
            Objective.Bound.AT_LEAST, 99.99, true, new Objective.Counted("bad", "total", 0.01, 10));

    /** 40,000 requests in five minutes, of which so many in ten thousand are bad, counted as far back as there are data. */
    static ErrorBudget burning(Objective objective, double times, BurnWindow reach) {
        Map<BurnWindow, WindowCounts> windows = new EnumMap<>(BurnWindow.class);
        for (BurnWindow window : BurnWindow.values()) {
            double total = 40_000.0 * window.length().toMinutes() / 5;
            windows.put(window, new WindowCounts(window, window.compareTo(reach) > 0 ? Optional.empty()
                    : Optional.of(new Counts(total * times / 10_000, total)), Optional.of(NOW), window.interval(),
                    window.compareTo(reach) > 0 ? "no data that old" : ""));
        }
        return new ErrorBudget(objective, windows);
    }

    @Test
    void tellsWhatIsLeftWhatThatIsWorthAndHowLongItLasts() {
        SlaBudget budget = SlaBudget.of(burning(FOUR_NINES, 0.5, BurnWindow.PERIOD), NOW);

        assertThat(budget.left()).isEqualTo("50.0 %");
        assertThat(budget.share()).isCloseTo(0.5, within(1e-9));
        assertThat(budget.detail()).isEqualTo("2m 09s of the 4m 19s that everything may fail in 30d.");
        assertThat(budget.lasts()).isEqualTo("At the last hour's 0.5× it lasts 30d 0h.");
        assertThat(budget.state()).isEqualTo(State.DONE);
        assertThat(budget.rows()).extracting(SlaBudget.Row::window).containsExactly("5m", "30m", "1h", "2h", "6h", "1d", "3d");
        assertThat(budget.rows().getFirst().words()).isEqualTo("2 of 40,000");
        assertThat(budget.alerts().getFirst().asks()).isEqualTo("Page: 1h and 5m over 14.4×");
        assertThat(budget.alerts()).allMatch(alert -> alert.state() == State.DONE);
    }

    @Test
    void dataThatReachBackThreeHoursGiveABoundAndSaySo() {
        SlaBudget budget = SlaBudget.of(burning(FOUR_NINES, 0.5, BurnWindow.H2), NOW);

        assertThat(budget.left()).isEqualTo("≤ 99.9 %");
        assertThat(budget.detail()).endsWith("At most: the data reach back 2h only.");
        assertThat(budget.rows().getLast().rate()).isNaN();
        assertThat(budget.rows().getLast().words()).isEqualTo("no data that old");
        assertThat(budget.alerts().getLast().state()).as("a ticket looks at six hours at least").isEqualTo(State.STALE);
    }

    @Test
    void aPageIsRedAndABudgetThatIsGoneToo() {
        SlaBudget fast = SlaBudget.of(burning(FOUR_NINES, 20, BurnWindow.H6), NOW);
        assertThat(fast.state()).isEqualTo(State.FAILED);
        assertThat(fast.alerts().getFirst().words()).isEqualTo("1h 20.0×, 5m 20.0×");

        SlaBudget gone = SlaBudget.of(burning(FOUR_NINES, 1.5, BurnWindow.PERIOD), NOW);
        assertThat(gone.left()).isEqualTo("0.0 %");
        assertThat(gone.detail()).startsWith("Overdrawn by 2m 09s");
        assertThat(gone.lasts()).isEqualTo("There is nothing left to spend.");
    }

    @Test
    void whatNobodyCountedIsNeverGood() {
        SlaBudget silent = SlaBudget.of(burning(FOUR_NINES, 0, BurnWindow.PERIOD), NOW.plus(Duration.ofDays(1)));

        assertThat(silent.state()).isEqualTo(State.STALE);
        assertThat(silent.left()).isEqualTo("–");
        assertThat(silent.lasts()).isEqualTo("How long it lasts is unknown: the last answer is too old.");
        assertThat(silent.alerts()).allMatch(alert -> alert.state() == State.STALE);
    }
}
