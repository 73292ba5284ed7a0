package com.maily.console.core.sla.judge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.maily.console.core.model.Objective.Bound;
import com.maily.console.core.sla.Verdict.Word;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Cases from public bug reports in which well-known canary judges said the wrong thing. */
class KnownVectorsTest {

    private static final PointRule LATENCY = new PointRule(new Room(Bound.AT_MOST, 200, false), 0.1, 10);
    private static final CountRule ERRORS = new CountRule(0.001, 0.1, 500, 0.01);

    /** spinnaker/spinnaker#6278. */
    private static final double[] MOSTLY_HUNDRED = {100, 100, 100, 100, 100, 100, 100, 1, 1, 1};
    /** spinnaker/kayenta#780, case 1. */
    private static final double[] WILD = {1, 100, 4, 101, 5, 102, 6, 103, 7, 104, 8, 105, 9, 106, 17};
    private static final double[] CALM = {10, 10.1, 10.2, 10.3, 10.4, 10.5, 10.6, 17, 17.1, 17.2, 17.3, 17.4, 17.5, 17.6, 17.7};

    private static double[] constant(double value, int points) {
        double[] all = new double[points];
        Arrays.fill(all, value);
        return all;
    }

    @Test
    void t1SevenOfTenPointsAHundredfoldFail() {
        RankTest rank = RankTest.of(constant(1, 10), MOSTLY_HUNDRED, 0.98);
        assertThat(rank.u()).isEqualTo(85);
        assertThat(rank.higher()).isEqualTo(0.85);
        assertThat(rank.p()).isCloseTo(0.0016, within(0.0006));
        assertThat(rank.shift()).isEqualTo(99);
        assertThat(LATENCY.judge(constant(1, 10), MOSTLY_HUNDRED).word()).isEqualTo(Word.FAIL);
    }

    @Test
    void t2SparseErrorsAgainstNoneAreNeverASilentPass() {
        double[] canary = {0, 1, 2, 1, 0, 0};
        assertThat(RankTest.of(constant(0, 6), canary, 0.98).p()).isBetween(0.05, 0.1);
        assertThat(LATENCY.judge(constant(0, 6), canary).word()).isEqualTo(Word.TOO_FEW_SAMPLES);
        Finding few = ERRORS.judge(Optional.of(new Counts(0, 600)), Optional.of(new Counts(4, 600)));
        assertThat(few.word()).isEqualTo(Word.TOO_FEW_SAMPLES);
        assertThat(few.sentence()).isEqualTo("4 of 600 requests bad (0.67 %), over the allowed 0.1 %, but that may be chance; "
                + "stable had none in 600");
        assertThat(ExactRates.worse(new Counts(0, 600), new Counts(4, 600), 0)).isCloseTo(0.0625, within(1e-9));
    }

    @Test
    void t2TheSameErrorsOftenEnoughFail() {
        Finding finding = ERRORS.judge(Optional.of(new Counts(0, 6_000)), Optional.of(new Counts(40, 6_000)));
        assertThat(finding.word()).isEqualTo(Word.FAIL);
        assertThat(finding.sentence()).startsWith("40 of 6,000 requests bad (0.67 %), more than the allowed 0.1 %");
    }

    @Test
    void t3AnExplosionOfTheVarianceFailsThoughTheMedianStays() {
        assertThat(RankTest.of(CALM, WILD, 0.98).p()).isGreaterThan(0.1);
        SpreadTest spread = SpreadTest.of(CALM, WILD);
        assertThat(spread.p()).isLessThan(0.001);
        assertThat(spread.ratio()).isGreaterThan(10);
        assertThat(LATENCY.judge(CALM, WILD).word()).isEqualTo(Word.FAIL);
    }

    @Test
    void t3TheOtherWayRoundIsNoSilentPassEither() {
        assertThat(SpreadTest.of(WILD, CALM).p()).isLessThan(0.001);
        assertThat(LATENCY.judge(WILD, CALM).word()).isEqualTo(Word.MARGINAL);
    }

    @Test
    void t4AnEmptyBaselineIsNoPass() {
        double[] gaps = {Double.NaN, 0.2, Double.NaN, 0.3, 0.2, Double.NaN};
        assertThat(LATENCY.judge(constant(Double.NaN, 6), gaps).word()).isEqualTo(Word.NO_DATA);
        assertThat(LATENCY.judge(new double[0], gaps).sentence()).contains("stable track has no data");
        assertThat(ERRORS.judge(Optional.empty(), Optional.of(new Counts(0, 9_000))).word()).isEqualTo(Word.NO_DATA);
        assertThat(ERRORS.judge(Optional.of(new Counts(0, 0)), Optional.of(new Counts(0, 9_000))).word()).isEqualTo(Word.NO_DATA);
    }

    @Test
    void t5AnEmptyAnswerIsNoPass() {
        assertThat(LATENCY.judge(constant(1, 10), new double[0]).word()).isEqualTo(Word.NO_DATA);
        assertThat(ERRORS.judge(Optional.of(new Counts(0, 9_000)), Optional.empty()).word()).isEqualTo(Word.NO_DATA);
    }

    @Test
    void t6WhenEveryPointIsBadTheVerdictIsFail() {
        Finding finding = ERRORS.judge(Optional.of(new Counts(1, 100_000)), Optional.of(new Counts(60, 60)));
        assertThat(finding.word()).isEqualTo(Word.FAIL);
        assertThat(LATENCY.judge(constant(150, 12), constant(900, 12)).word()).isEqualTo(Word.FAIL);
    }
}
