package com.maily.console.core.sla.budget;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.maily.console.core.model.Objective;
import com.maily.console.core.model.Weight;
import com.maily.console.core.sla.judge.Counts;
import com.maily.console.core.sla.judge.Interval;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class BurnCostTest {

    private static final Instant NOW = ErrorBudgetTest.NOW;
    private static final Instant SINCE = NOW.minus(Duration.ofMinutes(4));
    private static final Objective ERRORS = ErrorBudgetTest.FOUR_NINES;
    private static final Objective SLOW = new Objective("p99", "p99", "api", "prometheus", "q", "", "ms",
            Objective.Bound.AT_MOST, 200,
            true, new Objective.Counted("slow${track}", "total${track}", 1, 10));

    private static TrackShares shares(Objective objective, Counts stable, Counts canary, Instant at) {
        return new TrackShares(objective, SINCE, at, Optional.of(stable), Optional.of(canary), "");
    }

    private static BurnCost cost(Counts stable, Counts canary) {
        return BurnCost.of(List.of(ERRORS), Map.of(ERRORS, shares(ERRORS, stable, canary, NOW)), Optional.of(SINCE), NOW);
    }

    private static Weight percent(double percent) {
        return Weight.ofPercent(percent);
    }

    @Test
    void theTotalIsWhatBothTracksBurnByTheirShareOfTheTraffic() {
        ExpectedBurn burn = cost(new Counts(5, 100_000), new Counts(20, 10_000)).worst(percent(50)).orElseThrow();

        assertThat(burn.at(Weight.ZERO).times()).isCloseTo(0.5, within(1e-9));
        assertThat(burn.at(percent(50)).times()).isCloseTo(10.25, within(1e-9));
        assertThat(burn.at(Weight.FULL).times()).isCloseTo(20, within(1e-9));
        Interval interval = burn.interval(percent(50));
        assertThat(interval.contains(10.25)).isTrue();
        assertThat(interval.lower()).isGreaterThan(2);
        assertThat(interval.upper()).isLessThan(30);
    }

    @Test
    void theMarksStandWhereTheBurnReachesThemAndNotOutsideTheTrack() {
        BurnCost cost = cost(new Counts(5, 100_000), new Counts(10, 10_000));

        assertThat(cost.marks()).extracting(BurnCost.Mark::times).containsExactly(1.0, 6.0);
        assertThat(cost.marks().getFirst().weight().percent()).isCloseTo(5.26, within(0.01));
        assertThat(cost.marks().get(1).weight().percent()).isCloseTo(57.89, within(0.01));
    }

    @Test
    void aCanaryThatDoesAsWellAsStableHasNoMarks() {
        assertThat(cost(new Counts(5, 100_000), new Counts(0, 10_000)).marks()).isEmpty();
        assertThat(cost(new Counts(50, 100_000), new Counts(60, 10_000)).marks()).as("1x is passed at every weight")
                .extracting(BurnCost.Mark::times).containsExactly(6.0, 14.4);
    }

    @Test
    void fewRequestsMakeAWideInterval() {
        Interval few = cost(new Counts(5, 100_000), new Counts(0, 500)).worst(percent(50)).orElseThrow().interval(percent(50));
        Interval many = cost(new Counts(5, 100_000), new Counts(2,
                50_000)).worst(percent(50)).orElseThrow().interval(percent(50));

        assertThat(few.upper()).isGreaterThan(14.4);
        assertThat(many.upper()).isLessThan(6);
    }

    @Test
    void theBudgetThatGoesFastestDecides() {
        BurnCost cost = BurnCost.of(List.of(ERRORS, SLOW), Map.of(ERRORS, shares(ERRORS, new Counts(5, 100_000), new Counts(0,
                10_000), NOW),
                SLOW, shares(SLOW, new Counts(500, 100_000), new Counts(800, 10_000), NOW)), Optional.of(SINCE), NOW);

        assertThat(cost.worst(percent(50)).orElseThrow().objective()).isEqualTo(SLOW);
        assertThat(cost.marks()).extracting(BurnCost.Mark::times).containsExactly(1.0, 6.0);
    }

    @Test
    void whatNobodyCountedIsUnknownAndSaysWhy() {
        TrackShares shares = shares(ERRORS, new Counts(5, 100_000), new Counts(0, 0), NOW);
        assertThat(BurnCost.of(List.of(ERRORS), Map.of(ERRORS, shares), Optional.of(SINCE), NOW).unknown())
                .isEqualTo("no requests were counted at the canary");
        assertThat(BurnCost.of(List.of(ERRORS), Map.of(ERRORS, shares), Optional.of(NOW), NOW).unknown())
                .as("a newer shift").isEqualTo("too little was counted since the last shift");
        assertThat(BurnCost.of(List.of(ERRORS), Map.of(), Optional.empty(), NOW).unknown()).contains("no traffic yet");
        assertThat(cost(new Counts(5, 100_000), new Counts(0, 9_000)).known()).isTrue();
        TrackShares old = shares(ERRORS, new Counts(5, 100_000), new Counts(0, 9_000), NOW.minus(Duration.ofMinutes(3)));
        assertThat(BurnCost.of(List.of(ERRORS), Map.of(ERRORS, old), Optional.of(SINCE), NOW).unknown()).contains("too old");
    }
}
