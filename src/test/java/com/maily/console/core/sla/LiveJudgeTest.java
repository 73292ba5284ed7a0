package com.maily.console.core.sla;

import static org.assertj.core.api.Assertions.assertThat;

import com.maily.console.core.model.Objective;
import com.maily.console.core.model.Objective.Bound;
import com.maily.console.core.model.Objective.Counted;
import com.maily.console.core.model.Objective.Judging;
import com.maily.console.core.model.Objective.Tail;
import com.maily.console.core.port.Track;
import com.maily.console.core.sla.Verdict.Word;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What the engine asks while a canary bakes, with the cases in which well-known canary judges said the wrong thing. */
class LiveJudgeTest {

    private static final Instant NOW = Instant.parse("2025-11-20T03:12:46Z");
    private final Told source = new Told();

    private static Objective latency(double limit, Judging judging) {
        return new Objective("latency", "Latency", "api", "prometheus", "slow ${track} [${window}]", "", "ms", Bound.AT_MOST, limit, true,
                null, judging, Set.of());
    }

    private static Objective latency(double limit) {
        return latency(limit, new Judging("", 1, Duration.ZERO, 5));
    }

    private static Objective errors(boolean critical, Judging judging, Tail tail) {
        return new Objective("errors", "Errors", "api", "prometheus", "rate ${track}", "", "%", Bound.AT_MOST, 0.1, critical,
                new Counted("bad ${track} [${window}]", "all ${track} [${window}]", 0.1, 10, tail), judging, Set.of());
    }

    private static Objective errors() {
        return errors(true, Judging.DEFAULT, null);
    }

    private Verdict judge(int seconds, Objective... objectives) {
        return new Judge("production", _ -> source).canary(List.of(objectives), Duration.ofSeconds(seconds), NOW);
    }

    /** One point a minute, and the newest as the present value. */
    private void points(Track track, double... values) {
        Duration window = Duration.ofMinutes(Math.min(5, values.length));
        source.points("slow " + track.key() + " [60s]", values)
                .number("slow " + track.key() + " [" + window.toSeconds() + "s]", values[values.length - 1]);
    }

    private void counts(int seconds, double badStable, double allStable, double badCanary, double allCanary) {
        source.number("bad stable [" + seconds + "s]", badStable).number("all stable [" + seconds + "s]", allStable)
                .number("bad canary [" + seconds + "s]", badCanary).number("all canary [" + seconds + "s]", allCanary);
    }

    private static double[] constant(double value, int points) {
        double[] all = new double[points];
        Arrays.fill(all, value);
        return all;
    }

    @Test
    void t1SevenOfTenPointsAHundredfoldAreNoPass() {
        points(Track.STABLE, constant(1, 10));
        points(Track.CANARY, 100, 100, 100, 100, 100, 100, 100, 1, 1, 1);
        Verdict near = judge(600, latency(120));
        assertThat(near.word()).isEqualTo(Word.TOO_FEW_SAMPLES);
        assertThat(near.sentence()).contains("it looks worse than stable, but that may be chance", "U 85");
        assertThat(judge(600, latency(50)).sentence()).isEqualTo("latency: over it in 7 of 10 minutes, but that may be chance.");
        points(Track.CANARY, constant(100, 10));
        assertThat(judge(600, latency(120)).word()).isEqualTo(Word.FAIL);
    }

    @Test
    void t2SparseErrorsAgainstNoneAreHeldAndOftenEnoughFail() {
        counts(360, 0, 600, 4, 600);
        assertThat(judge(360, errors()).word()).isEqualTo(Word.TOO_FEW_SAMPLES);
        counts(1_800, 0, 3_000, 20, 3_000);
        assertThat(judge(1_800, errors()).word()).isEqualTo(Word.FAIL);
    }

    @Test
    void t3AnExplosionOfTheVarianceIsNoSilentPass() {
        points(Track.STABLE, 10, 10.1, 10.2, 10.3, 10.4, 10.5, 10.6, 17, 17.1, 17.2, 17.3, 17.4, 17.5, 17.6, 17.7);
        points(Track.CANARY, 1, 100, 4, 101, 5, 102, 6, 103, 7, 104, 8, 105, 9, 106, 17);
        assertThat(judge(900, latency(150)).word()).isEqualTo(Word.MARGINAL);
    }

    @Test
    void t4AnEmptyBaselineIsNoPass() {
        points(Track.CANARY, 0.2, 0.2, Double.NaN, 0.3, 0.2, 0.2);
        Verdict verdict = judge(360, latency(200));
        assertThat(verdict.word()).isEqualTo(Word.NO_DATA);
        assertThat(verdict.sentence()).contains("the stable track has no data to compare with");
        source.number("bad canary [360s]", 0).number("all canary [360s]", 9_000);
        assertThat(judge(360, errors()).word()).isEqualTo(Word.NO_DATA);
    }

    @Test
    void t5AnEmptyAnswerIsNoPass() {
        assertThat(judge(360, latency(200)).word()).isEqualTo(Word.NO_DATA);
        assertThat(judge(360, errors()).word()).isEqualTo(Word.NO_DATA);
    }

    @Test
    void t6WhenEveryPointIsBadTheVerdictIsFail() {
        points(Track.STABLE, constant(150, 12));
        points(Track.CANARY, constant(900, 12));
        counts(720, 1, 100_000, 60, 60);
        Verdict verdict = judge(720, latency(200), errors());
        assertThat(verdict.judgements()).extracting(Verdict.Judgement::word).containsExactly(Word.FAIL, Word.FAIL);
        assertThat(verdict.score()).isEqualTo(0);
    }

    @Test
    void nothingIsSaidBeforeAnObjectiveIsWarm() {
        Judging warm = new Judging("", 1, Duration.ofMinutes(2), 500);
        counts(130, 0, 10_000, 400, 1_000);
        assertThat(judge(130, errors()).word()).isEqualTo(Word.FAIL);
        Verdict early = judge(130, errors(true, warm, null));
        assertThat(early.word()).isEqualTo(Word.TOO_FEW_SAMPLES);
        assertThat(early.sentence()).isEqualTo("errors: not judged yet, 20 s to go after the shift.");
        counts(40, 0, 3_000, 400, 400);
        assertThat(judge(160, errors(true, warm, null)).word()).isEqualTo(Word.FAIL);
    }

    @Test
    void eachObjectiveHasItsOwnMinimum() {
        counts(300, 1, 30_000, 0, 900);
        assertThat(judge(300, errors()).word()).isEqualTo(Word.PASS);
        assertThat(judge(300, errors(true, new Judging("", 1, Duration.ZERO, 1_000), null)).word()).isEqualTo(Word.TOO_FEW_SAMPLES);
        points(Track.STABLE, constant(100, 4));
        points(Track.CANARY, constant(100, 4));
        assertThat(judge(240, latency(200)).sentence()).isEqualTo("latency: not judged yet, 4 of 5 minutes.");
    }

    @Test
    void theTailDecidesWhereOneLimitCannot() {
        Tail tail = new Tail("above ${limit} ${track} [${window}]", List.of("0.1", "0.2"));
        counts(300, 45, 50_000, 9, 10_000);
        assertThat(judge(300, errors(true, Judging.DEFAULT, tail)).word()).isEqualTo(Word.PASS);
        source.number("above 0.1 stable [300s]", 4_500).number("above 0.1 canary [300s]", 1_800)
                .number("above 0.2 stable [300s]", 450).number("above 0.2 canary [300s]", 180);
        assertThat(judge(300, errors(true, Judging.DEFAULT, tail)).word()).isEqualTo(Word.FAIL);
        source.number("above 0.2 canary [300s]", Double.NaN);
        assertThat(judge(300, errors(true, Judging.DEFAULT, tail)).word()).isEqualTo(Word.PASS);
    }

    @Test
    void groupsAndWeightsStandInTheVerdict() {
        points(Track.STABLE, constant(100, 6));
        points(Track.CANARY, constant(100, 6));
        counts(360, 3, 60_000, 200, 10_000);
        Verdict verdict = judge(360, latency(200, new Judging("speed", 3, Duration.ZERO, 5)),
                errors(false, new Judging("errors", 1, Duration.ZERO, 500), null));
        assertThat(verdict.word()).isEqualTo(Word.MARGINAL);
        assertThat(verdict.score()).isEqualTo(87.5);
        assertThat(verdict.groups()).extracting(Verdict.Group::name).containsExactly("speed", "errors");
        assertThat(verdict.judgements().getFirst().weight()).isEqualTo(3);
    }
}
