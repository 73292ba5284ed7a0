package com.maily.console.desktop.canary;

import static org.assertj.core.api.Assertions.assertThat;

import com.maily.console.core.model.Objective;
import com.maily.console.core.model.Weight;
import com.maily.console.core.sla.Verdict;
import com.maily.console.core.sla.budget.BurnCost;
import com.maily.console.core.sla.budget.BurnWindow;
import com.maily.console.core.sla.budget.ErrorBudget;
import com.maily.console.core.sla.budget.TrackShares;
import com.maily.console.core.sla.budget.WindowCounts;
import com.maily.console.core.sla.judge.Counts;
import com.maily.console.desktop.widget.State;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CanaryBudgetTest {

    private static final Instant NOW = CanaryWorld.START;
    private static final Instant SINCE = NOW.minus(Duration.ofMinutes(4));
    private static final Objective FOUR_NINES = new Objective("availability", "Availability", "api", "prometheus", "q", "", "%",
            Objective.Bound.AT_LEAST, 99.99, true, new Objective.Counted("bad${track}", "total${track}", 0.01, 10));
    private static final Objective UNCOUNTED = new Objective("p99", "p99", "api", "prometheus", "q${track}", "", "ms",
            Objective.Bound.AT_MOST, 200, true);

    private static CanaryBudget budget(Counts canary, boolean carries) {
        WindowCounts hour = new WindowCounts(BurnWindow.H1, Optional.of(new Counts(5, 100_000)), Optional.of(NOW),
                Duration.ofMinutes(1), "");
        return CanaryBudget.of(List.of(UNCOUNTED, FOUR_NINES), new CanaryBudgets(
                Map.of(FOUR_NINES, new ErrorBudget(FOUR_NINES, Map.of(BurnWindow.H1, hour))),
                Map.of(FOUR_NINES, new TrackShares(FOUR_NINES, SINCE, NOW, Optional.of(new Counts(5, 100_000)),
                        Optional.of(canary), ""))),
                carries, Optional.of(SINCE), NOW);
    }

    private static Weight percent(double percent) {
        return Weight.ofPercent(percent);
    }

    @Test
    void tellsTheBurnOfTheProposedWeightWithItsIntervalBesideThatOfTheOneNow() {
        CanaryBudget budget = budget(new Counts(20, 10_000), true);

        assertThat(budget.expected(percent(25), percent(50)))
                .matches("Burn at 50 %: 10\\.[23]× of the availability budget \\(\\d+\\.\\d to \\d+\\.\\d×\\), 5\\.4× at 25 %\\.");
        assertThat(budget.expectedState(percent(50))).isEqualTo(State.MARGINAL);
        assertThat(budget.expectedState(percent(100))).isEqualTo(State.FAILED);
        assertThat(budget.expectedState(Weight.ZERO)).isEqualTo(State.DONE);
        assertThat(budget.cost().marks()).extracting(BurnCost.Mark::times).containsExactly(1.0, 6.0, 14.4);
        assertThat(budget.burn()).isEqualTo(0.5);
        assertThat(budget.left()).isEqualTo("≤ 99.9 %");
    }

    @Test
    void whatNobodyKnowsIsSaidAndNeverGreen() {
        CanaryBudget before = budget(new Counts(0, 0), false);
        assertThat(before.expected(Weight.ZERO, percent(5))).isEqualTo("Burn at 5 % unknown: the canary gets no traffic yet.");
        assertThat(before.expectedState(percent(5))).isEqualTo(State.STALE);
        assertThat(before.cost().marks()).isEmpty();
        assertThat(before.shown()).isFalse();

        CanaryBudget silent = CanaryBudget.of(List.of(FOUR_NINES), CanaryBudgets.EMPTY, true, Optional.of(SINCE), NOW);
        assertThat(silent.unknown()).isEqualTo("not asked yet");
        assertThat(silent.left()).isEmpty();
    }

    @Test
    void withoutAnythingCountedThereIsNoBudgetToSpeakOf() {
        CanaryBudget none = CanaryBudget.of(List.of(UNCOUNTED), CanaryBudgets.EMPTY, true, Optional.of(SINCE), NOW);
        assertThat(none.shown()).isFalse();
        assertThat(none.expected(percent(5), percent(10))).isEmpty();
    }

    private static Verdict.Judgement judged(Double samples, Double effect, Double lower, Double upper) {
        return new Verdict.Judgement("k", Verdict.Word.PASS, 1.0, 1.0, 1, "ms", "said.", samples, effect, lower, upper, "", "",
                "", 1.0);
    }

    @Test
    void theJudgesEffectFitsATile() {
        assertThat(CanaryEffect.of(FOUR_NINES, judged(2_295.0, 0.94, 0.52, 1.61))).isEqualTo("0.9× stable, 0.5–1.6 · n 2,295");
        assertThat(CanaryEffect.of(FOUR_NINES, judged(2_295.0, 120.0, 16.0, null))).isEqualTo("120× stable, from 16 · n 2,295");
        assertThat(CanaryEffect.of(UNCOUNTED, judged(40.0, -12.2, -30.0, 3.0))).isEqualTo("−12 ms to stable, −30–3 · n 40");
        assertThat(CanaryEffect.of(UNCOUNTED, judged(40.0, null, null, null))).isEqualTo("n 40");
        assertThat(CanaryEffect.of(UNCOUNTED, judged(null, null, null, null))).isEmpty();
    }
}
