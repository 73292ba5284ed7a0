package com.maily.console.core.sla;

import static org.assertj.core.api.Assertions.assertThat;

import com.maily.console.core.model.Objective;
import com.maily.console.core.model.Objective.Bound;
import com.maily.console.core.model.Objective.Counted;
import com.maily.console.core.model.Objective.Judging;
import com.maily.console.core.model.Objective.Tail;
import com.maily.console.core.sla.Analysis.Metric;
import com.maily.console.core.sla.Analysis.Scale;
import com.maily.console.core.sla.Verdict.Word;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Past windows, asked of a source: among them those in which well-known canary judges said the wrong thing. */
class AnalystTest {

    private static final Instant TO = Instant.parse("2025-11-20T03:12:00Z");
    private static final String SLOW = "slow %s [60s]";
    private final Told source = new Told();

    private static double[] constant(double value, int points) {
        double[] all = new double[points];
        Arrays.fill(all, value);
        return all;
    }

    private static Objective latency(double limit) {
        return new Objective("latency", "Latency", "api", "prometheus", "slow ${track} [${window}]", "", "ms", Bound.AT_MOST, limit, true);
    }

    private static Objective errors(Judging judging, Tail tail) {
        return new Objective("errors", "Errors", "api", "prometheus", "rate ${track}", "", "%", Bound.AT_MOST, 0.1, true,
                new Counted("bad ${track} [${window}]", "all ${track} [${window}]", 0.1, 10, tail), judging, Set.of());
    }

    private static Objective errors() {
        return errors(Judging.DEFAULT, null);
    }

    private Analysis analyse(int minutes, Objective... objectives) {
        return new Analyst("production", _ -> source).analyse("api", List.of(objectives), TO.minus(Duration.ofMinutes(minutes)), TO,
                TO.plusSeconds(3_600));
    }

    private void points(double[] stable, double[] canary) {
        source.points(SLOW.formatted("stable"), stable).points(SLOW.formatted("canary"), canary);
    }

    private void counts(int seconds, double badStable, double allStable, double badCanary, double allCanary) {
        source.number("bad stable [" + seconds + "s]", badStable).number("all stable [" + seconds + "s]", allStable)
                .number("bad canary [" + seconds + "s]", badCanary).number("all canary [" + seconds + "s]", allCanary);
    }

    @Test
    void t1SevenOfTenPointsAHundredfoldFail() {
        points(constant(1, 10), new double[] {100, 100, 100, 100, 100, 100, 100, 1, 1, 1});
        Analysis analysis = analyse(10, latency(120));
        assertThat(analysis.word()).isEqualTo(Word.FAIL);
        Metric metric = analysis.metrics().getFirst();
        assertThat(metric.sentence()).contains("85 % of pairs", "U 85", "p 0.0016");
        assertThat(metric.effect()).hasValueSatisfying(effect -> {
            assertThat(effect.scale()).isEqualTo(Scale.DIFFERENCE);
            assertThat(effect.value()).isEqualTo(99);
        });
        assertThat(metric.canary().values()).containsExactly(100, 100, 100, 100, 100, 100, 100, 1, 1, 1);
        assertThat(metric.canary().query()).isEqualTo("slow canary [60s]");
    }

    @Test
    void t2SparseErrorsAgainstNoneAreNoPass() {
        counts(360, 0, 600, 4, 600);
        assertThat(analyse(6, errors()).word()).isEqualTo(Word.TOO_FEW_SAMPLES);
        counts(3_600, 0, 6_000, 40, 6_000);
        Analysis hour = analyse(60, errors());
        assertThat(hour.word()).isEqualTo(Word.FAIL);
        assertThat(hour.sentence()).startsWith("errors: 40 of 6,000 requests bad (0.67 %), more than the allowed 0.1 %");
    }

    @Test
    void t3AnExplosionOfTheVarianceIsNoSilentPass() {
        points(new double[] {10, 10.1, 10.2, 10.3, 10.4, 10.5, 10.6, 17, 17.1, 17.2, 17.3, 17.4, 17.5, 17.6, 17.7},
                new double[] {1, 100, 4, 101, 5, 102, 6, 103, 7, 104, 8, 105, 9, 106, 17});
        Analysis analysis = analyse(15, latency(150));
        assertThat(analysis.word()).isEqualTo(Word.MARGINAL);
        assertThat(analysis.sentence()).containsPattern("it scatters \\d+ times as much");
    }

    @Test
    void t4AnEmptyBaselineIsNoPass() {
        source.points(SLOW.formatted("canary"), Double.NaN, 0.2, Double.NaN, 0.3, 0.2, Double.NaN);
        Analysis analysis = analyse(6, latency(200));
        assertThat(analysis.word()).isEqualTo(Word.NO_DATA);
        assertThat(analysis.sentence()).contains("the stable track has no data, which is not a pass");
        assertThat(analysis.score()).isNull();
    }

    @Test
    void t5AnEmptyAnswerIsNoPassAndNamesTheQuery() {
        Analysis analysis = analyse(10, latency(200), errors());
        assertThat(analysis.word()).isEqualTo(Word.NO_DATA);
        assertThat(analysis.lacks()).anySatisfy(lack -> {
            assertThat(lack.what()).isEqualTo("latency (canary)");
            assertThat(lack.query()).isEqualTo("slow canary [60s]");
        });
    }

    @Test
    void t6WhenEveryPointIsBadTheVerdictIsFailWhateverAProviderSays() {
        points(constant(150, 12), constant(900, 12));
        counts(720, 1, 100_000, 60, 60);
        Analysis analysis = analyse(12, latency(200), errors());
        assertThat(analysis.metrics()).extracting(Metric::word).containsExactly(Word.FAIL, Word.FAIL);
        assertThat(analysis.score()).isEqualTo(0);
    }

    @Test
    void aTailShowsWhatOneLimitDoesNot() {
        Tail tail = new Tail("above ${limit} ${track} [${window}]", List.of("0.1", "0.2"));
        counts(600, 90, 100_000, 30, 20_000);
        assertThat(analyse(10, errors(Judging.DEFAULT, tail)).word()).isEqualTo(Word.TOO_FEW_SAMPLES);
        counts(600, 90, 100_000, 18, 20_000);
        assertThat(analyse(10, errors(Judging.DEFAULT, tail)).word()).isEqualTo(Word.PASS);
        source.number("above 0.1 stable [600s]", 9_000).number("above 0.1 canary [600s]", 3_600)
                .number("above 0.2 stable [600s]", 900).number("above 0.2 canary [600s]", 360);
        Analysis analysis = analyse(10, errors(Judging.DEFAULT, tail));
        assertThat(analysis.word()).isEqualTo(Word.FAIL);
        assertThat(analysis.metrics().getFirst().canary().above()).containsExactly(3_600.0, 360.0);
    }

    @Test
    void aWarmUpIsNotJudged() {
        Judging warm = new Judging("", 1, Duration.ofMinutes(2), 500);
        counts(600, 0, 6_000, 40, 6_000);
        counts(480, 0, 6_000, 0, 6_000);
        Analysis analysis = analyse(10, errors(warm, null));
        assertThat(analysis.word()).isEqualTo(Word.PASS);
        assertThat(analysis.metrics().getFirst().from()).isEqualTo(TO.minus(Duration.ofMinutes(8)));
        assertThat(analyse(2, errors(warm, null)).word()).isEqualTo(Word.TOO_FEW_SAMPLES);
    }

    @Test
    void aSilentSourceHidesNoOtherAnswer() {
        counts(600, 0, 60_000, 0, 6_000);
        source.breaks("slow");
        Analysis analysis = analyse(10, latency(200), errors());
        assertThat(analysis.metrics()).extracting(Metric::word).containsExactly(Word.NO_DATA, Word.PASS);
        assertThat(analysis.lacks()).anySatisfy(lack -> assertThat(lack.why()).startsWith("Prometheus did not answer"));
        assertThat(analysis.score()).isEqualTo(100);
    }

    @Test
    void groupsWeighAgainstEachOther() {
        points(constant(20, 12), constant(900, 12));
        counts(720, 0, 60_000, 0, 6_000);
        Objective slow = new Objective("latency", "Latency", "api", "prometheus", "slow ${track} [${window}]", "", "ms",
                Bound.AT_MOST, 200, false, null, new Judging("speed", 1, Duration.ZERO, 10), Set.of());
        Analysis analysis = analyse(12, slow, errors(new Judging("errors", 3, Duration.ZERO, 500), null));
        assertThat(analysis.word()).isEqualTo(Word.MARGINAL);
        assertThat(analysis.score()).isEqualTo(87.5);
        assertThat(analysis.groups()).extracting(Verdict.Group::name).containsExactly("speed", "errors");
    }

    @Test
    void whatIsMeasuredOverBothTracksIsNamedAndLeftOut() {
        Objective users = new Objective("users", "Users", "api", "prometheus", "users", "", "users", Bound.AT_MOST, 100, true);
        counts(600, 0, 60_000, 0, 6_000);
        Analysis analysis = analyse(10, users, errors());
        assertThat(analysis.word()).isEqualTo(Word.PASS);
        assertThat(analysis.lacks()).anySatisfy(lack -> assertThat(lack.what()).isEqualTo("users"));
    }

    @Test
    void aWorseCanaryFarFromItsLimitIsOnlyMarginal() {
        points(constant(20, 12), constant(40, 12));
        Analysis analysis = analyse(12, latency(200));
        assertThat(analysis.word()).isEqualTo(Word.MARGINAL);
        assertThat(analysis.sentence()).contains("less than half of what its limit allows");
    }
}
