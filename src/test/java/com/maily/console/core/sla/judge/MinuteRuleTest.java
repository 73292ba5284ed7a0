package com.maily.console.core.sla.judge;

import static org.assertj.core.api.Assertions.assertThat;

import com.maily.console.core.model.Objective.Bound;
import com.maily.console.core.sla.Verdict.Word;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class MinuteRuleTest {

    private static final MinuteRule RULE = new MinuteRule(new Room(Bound.AT_MOST, 200, false), 0.1, 5, 0.01);

    private static double[] constant(double value, int points) {
        double[] all = new double[points];
        Arrays.fill(all, value);
        return all;
    }

    /** Minutes about a middle, with a tail upwards like latencies have it. */
    private static double[] noisy(SplittableRandom random, double middle, double scatter, int points) {
        double[] all = new double[points];
        Arrays.setAll(all, _ -> middle * Math.exp(scatter * random.nextGaussian()));
        return all;
    }

    private static Word at(double[] stable, double[] canary, int minutes) {
        return RULE.judge(Arrays.copyOf(stable, minutes), Arrays.copyOf(canary, minutes)).word();
    }

    /** 2,000 quiet hours looked at each minute: at most 1 % may fail, so more than 37 would be a broken promise (three deviations). */
    @Test
    void lookingEachMinuteForAnHourFailsHardlyAnyHarmlessCanary() {
        SplittableRandom random = new SplittableRandom(20_251_120);
        int failed = 0;
        for (int run = 0; run < 2_000; run++) {
            double[] stable = noisy(random, 150, 0.15, 60);
            double[] canary = noisy(random, 150, 0.15, 60);
            for (int minute = 1; minute <= 60; minute++) {
                if (at(stable, canary, minute) == Word.FAIL) {
                    failed++;
                    break;
                }
            }
        }
        assertThat(failed).isLessThan(38);
    }

    /** At one percent of the traffic the minutes of a quantile scatter far more, though nothing is wrong. */
    @Test
    void aTrackOfFewRequestsIsNotFailedForItsScatter() {
        SplittableRandom random = new SplittableRandom(3);
        int failed = 0;
        for (int run = 0; run < 300; run++) {
            double[] stable = noisy(random, 190, 0.01, 60);
            double[] canary = noisy(random, 185, 0.15, 60);
            for (int minute = 1; minute <= 60; minute++) {
                if (at(stable, canary, minute) == Word.FAIL) {
                    failed++;
                    break;
                }
            }
        }
        assertThat(failed).isLessThan(9);
    }

    @Test
    void aSingleBadMinuteIsHeldAndNotFailed() {
        Finding finding = RULE.judge(constant(150, 1), constant(400, 1));
        assertThat(finding.word()).isEqualTo(Word.TOO_FEW_SAMPLES);
        assertThat(finding.sentence()).isEqualTo("over it in 1 of 1 minute, but that may be chance");
    }

    @Test
    void nineBadMinutesAreProof() {
        assertThat(at(constant(150, 9), constant(400, 9), 8)).isEqualTo(Word.TOO_FEW_SAMPLES);
        assertThat(at(constant(150, 9), constant(400, 9), 9)).isEqualTo(Word.FAIL);
        assertThat(at(constant(150, 9), constant(Double.POSITIVE_INFINITY, 9), 9)).isEqualTo(Word.FAIL);
    }

    @Test
    void beingWorseThanStableFailsOnlyNearTheLimit() {
        assertThat(at(constant(100, 12), constant(150, 12), 12)).isEqualTo(Word.FAIL);
        assertThat(at(constant(20, 12), constant(40, 12), 12)).isEqualTo(Word.MARGINAL);
        assertThat(at(constant(140, 12), constant(150, 12), 12)).isEqualTo(Word.PASS);
    }

    @Test
    void aFloorIsWatchedFromTheOtherSide() {
        MinuteRule floor = new MinuteRule(new Room(Bound.AT_LEAST, 99, true), 0.1, 5, 0.01);
        assertThat(floor.judge(constant(99.9, 12), constant(99.4, 12)).word()).as("six times as many errors").isEqualTo(Word.FAIL);
        assertThat(floor.judge(constant(99.9, 12), constant(99.895, 12)).word()).as("within the tolerance").isEqualTo(Word.PASS);
        assertThat(floor.judge(constant(99.9, 12), constant(98, 12)).word()).isEqualTo(Word.FAIL);
        assertThat(floor.judge(constant(98, 12), constant(99.9, 12)).word()).isEqualTo(Word.PASS);
    }

    @Test
    void t1AndT2AreHeldUntilTheyAreClearNeverPassed() {
        double[] hundredfold = {100, 100, 100, 100, 100, 100, 100, 1, 1, 1};
        assertThat(new MinuteRule(new Room(Bound.AT_MOST, 120, false), 0.1, 5, 0.01).judge(constant(1, 10), hundredfold).word())
                .isEqualTo(Word.TOO_FEW_SAMPLES);
        assertThat(new MinuteRule(new Room(Bound.AT_MOST, 50, false), 0.1, 5, 0.01).judge(constant(1, 10), hundredfold).sentence())
                .isEqualTo("over it in 7 of 10 minutes, but that may be chance");
        double[] errors = {0, 1, 2, 1, 0, 0};
        assertThat(new MinuteRule(new Room(Bound.AT_MOST, 0.5, false), 0.1, 7, 0.01).judge(constant(0, 6), errors).word())
                .isEqualTo(Word.TOO_FEW_SAMPLES);
    }

    @Test
    void t3AnExplosionOfTheVarianceIsProven() {
        double[] calm = {10, 10.1, 10.2, 10.3, 10.4, 10.5, 10.6, 17, 17.1, 17.2, 17.3, 17.4, 17.5, 17.6, 17.7};
        double[] wild = {1, 100, 4, 101, 5, 102, 6, 103, 7, 104, 8, 105, 9, 106, 17};
        Finding finding = new MinuteRule(new Room(Bound.AT_MOST, 150, false), 0.1, 5, 0.01).judge(calm, wild);
        assertThat(finding.word()).isEqualTo(Word.MARGINAL);
        assertThat(finding.sentence()).isEqualTo("further from its middle than stable in 12 of 12 minutes");
    }

    @Test
    void silenceOnEitherSideIsNoPass() {
        assertThat(RULE.judge(constant(100, 6), constant(Double.NaN, 6)).word()).isEqualTo(Word.NO_DATA);
        assertThat(RULE.judge(constant(Double.NaN, 6), constant(100, 6)).word()).isEqualTo(Word.NO_DATA);
        assertThat(RULE.judge(new double[0], new double[0]).word()).isEqualTo(Word.NO_DATA);
    }

    @Test
    void theIntervalHoldsTheTrueDifferenceAtEveryLook() {
        SplittableRandom random = new SplittableRandom(7);
        int missed = 0;
        for (int run = 0; run < 500; run++) {
            double[] stable = noisy(random, 100, 0.1, 60);
            double[] canary = Arrays.stream(noisy(random, 100, 0.1, 60)).map(x -> x + 5).toArray();
            boolean miss = false;
            for (int minute = 5; minute <= 60; minute++) {
                Interval between = RULE.judge(Arrays.copyOf(stable, minute), Arrays.copyOf(canary, minute)).interval();
                miss |= between != null && !between.contains(5);
            }
            missed += miss ? 1 : 0;
        }
        assertThat(missed).isLessThan(13);
    }
}
