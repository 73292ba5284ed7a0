package com.maily.console.core.sla.judge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.maily.console.core.model.Objective.Bound;
import com.maily.console.core.sla.Verdict.Word;
import com.maily.console.core.sla.judge.Scorecard.Metric;
import java.util.List;
import java.util.Optional;
import org.apache.commons.statistics.distribution.BinomialDistribution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EvidenceTest {

    private static final CountRule RULE = new CountRule(0.01, 0.1, 500, 0.01);

    /** What makes a test always valid: under the rate at the edge of what is allowed, its expectation is exactly one. */
    @ParameterizedTest
    @CsvSource({"100, 1000, 0.1", "1000, 1000, 0", "5, 900, 0.25"})
    void evidenceAgainstTheEdgeIsAFairBet(double canary, double stable, double tolerance) {
        int bad = 40;
        double edge = canary * (1 + tolerance) / (canary * (1 + tolerance) + stable);
        RatioEvidence evidence = new RatioEvidence(stable, canary, tolerance);
        BinomialDistribution ours = BinomialDistribution.of(bad, edge);
        double mean = 0;
        for (int k = 0; k <= bad; k++) {
            mean += ours.probability(k) * Math.exp(evidence.log(bad - k, k));
        }
        assertThat(mean).isCloseTo(1, within(1e-9));
    }

    @ParameterizedTest
    @CsvSource({"0.001, 400", "0.01, 500", "0.2, 50"})
    void evidenceAgainstTheLimitIsAFairBet(double allowed, int total) {
        BinomialDistribution bad = BinomialDistribution.of(total, allowed);
        double mean = 0;
        for (int k = 0; k <= total; k++) {
            mean += Math.exp(bad.logProbability(k) + LimitEvidence.of(new Counts(k, total), allowed));
        }
        assertThat(mean).isCloseTo(1, within(1e-9));
    }

    @Test
    void theIntervalHoldsTheRatioAndTightens() {
        Interval few = RatioInterval.of(new Counts(100, 10_000), new Counts(20, 1_000), 0.01);
        Interval many = RatioInterval.of(new Counts(10_000, 1_000_000), new Counts(2_000, 100_000), 0.01);
        assertThat(few.contains(2)).isTrue();
        assertThat(many.lower()).isBetween(1.75, 2.0);
        assertThat(many.upper()).isBetween(2.0, 2.25);
        assertThat(few.lower()).isLessThan(many.lower());
        assertThat(RatioInterval.of(new Counts(0, 10_000), new Counts(5, 1_000), 0.01).upper()).isInfinite();
    }

    @ParameterizedTest
    @CsvSource({
            "0, 10000, 0, 1000, PASS", "50, 10000, 5, 1000, PASS", "50, 10000, 5, 400, TOO_FEW_SAMPLES",
            "50, 10000, 11, 1000, TOO_FEW_SAMPLES", "50, 10000, 60, 1000, FAIL", "50, 10000, 30, 60, FAIL",
            "10, 1000000, 400, 100000, MARGINAL", "1000, 1000000, 800, 100000, FAIL"})
    void judgesCounts(double badStable, double stable, double badCanary, double canary, Word word) {
        assertThat(RULE.judge(Optional.of(new Counts(badStable, stable)), Optional.of(new Counts(badCanary, canary))).word())
                .isEqualTo(word);
    }

    @Test
    void aHarmlessPercentNeverFailsHoweverMuchTrafficThereIs() {
        assertThat(RULE.judge(Optional.of(new Counts(5_000_000, 1e9)), Optional.of(new Counts(5_050_000, 1e9))).word())
                .isEqualTo(Word.PASS);
        double[] stable = new double[5_000];
        double[] canary = new double[5_000];
        for (int i = 0; i < stable.length; i++) {
            stable[i] = 100 + i % 5;
            canary[i] = stable[i] * 1.01;
        }
        assertThat(new PointRule(new Room(Bound.AT_MOST, 200, false), 0.1, 10).judge(stable, canary).word()).isEqualTo(Word.PASS);
    }

    @Test
    void saysWithWhichNumbersItDecided() {
        Finding finding = RULE.judge(Optional.of(new Counts(50, 10_000)), Optional.of(new Counts(60, 1_000)));
        assertThat(finding.sentence()).startsWith("60 of 1,000 requests bad (6 %), more than the allowed 1 %; 12 times stable (");
        assertThat(finding.effect()).isCloseTo(12, within(1e-9));
        assertThat(finding.interval().contains(12)).isTrue();
        assertThat(finding.samples()).isEqualTo(1_000);
    }

    @Test
    void aFloorMakesLowerValuesTheWorseOnes() {
        double[] high = {99, 98, 99, 97, 99, 98, 99, 98, 97, 99};
        double[] low = {60, 61, 60, 59, 62, 60, 61, 60, 58, 61};
        assertThat(new PointRule(new Room(Bound.AT_LEAST, 1, false), 0.1, 10).judge(high, low).word()).isEqualTo(Word.FAIL);
        assertThat(new PointRule(new Room(Bound.AT_LEAST, 1, false), 0.1, 10).judge(low, high).word()).isEqualTo(Word.PASS);
    }

    @Test
    void histogramTailsShowAShiftThatTheMiddleHides() {
        List<Double> stable = List.of(5_000.0, 1_000.0, 100.0);
        assertThat(TailEvidence.of(new Tail(stable, List.of(500.0, 100.0, 10.0)), 10_000, 1_000, 0.1)).isNegative();
        assertThat(TailEvidence.of(new Tail(stable, List.of(500.0, 220.0, 90.0)), 10_000, 1_000, 0.1)).isGreaterThan(Math.log(1e6));
    }

    @Test
    void exactTestsAgreeWithTheirTextbooks() {
        // Fisher's lady tasting tea: 3 of 4 right has p = 17/70.
        assertThat(ExactRates.fisher(new Counts(1, 4), new Counts(3, 4))).isCloseTo(17.0 / 70, within(1e-12));
        assertThat(ExactRates.worse(new Counts(0, 100), new Counts(0, 100), 0)).isEqualTo(1);
    }

    @Test
    void unknownCountsAreRefused() {
        assertThatThrownBy(() -> new Counts(Double.NaN, 5)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void groupsWeighAndCriticalMetricsAreNeverOutvoted() {
        Metric errors = new Metric("errors", "errors", 3, false, Word.PASS);
        Metric slow = new Metric("p99", "latency", 1, false, Word.FAIL);
        Metric median = new Metric("p50", "latency", 1, false, Word.PASS);
        Metric silent = new Metric("cpu", "resources", 1, false, Word.NO_DATA);
        Scorecard card = new Scorecard(List.of(errors, slow, median, silent));
        assertThat(card.score()).isEqualTo(87.5);
        assertThat(card.word()).isEqualTo(Word.MARGINAL);
        assertThat(card.groups().get("latency").score()).isEqualTo(50);
        assertThat(word(new Metric("errors", "errors", 99, false, Word.PASS), new Metric("p99", "latency", 1, true, Word.FAIL)))
                .isEqualTo(Word.FAIL);
        assertThat(word(errors, new Metric("p99", "latency", 1, true, Word.NO_DATA))).isEqualTo(Word.NO_DATA);
        assertThat(word(silent)).isEqualTo(Word.NO_DATA);
    }

    @Test
    void aMetricWithoutWeightIsJudgedButDoesNotCount() {
        Metric errors = new Metric("errors", "errors", 1, true, Word.PASS);
        assertThat(new Scorecard(List.of(errors, new Metric("cpu", "cpu", 0, false, Word.FAIL))).score()).isEqualTo(100);
        assertThat(word(errors, new Metric("cpu", "cpu", 0, true, Word.FAIL))).isEqualTo(Word.FAIL);
        assertThat(word(new Metric("cpu", "cpu", 0, true, Word.PASS))).isEqualTo(Word.PASS);
    }

    private static Word word(Metric... metrics) {
        return new Scorecard(List.of(metrics)).word();
    }
}
