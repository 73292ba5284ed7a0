package com.maily.console.core.sla;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.maily.console.core.model.Objective;
import com.maily.console.core.model.Objective.Bound;
import com.maily.console.core.port.Track;
import com.maily.console.core.sla.Verdict.Word;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JudgeTest {

    private static final Instant NOW = Instant.parse("2025-11-20T03:12:46Z");
    private static final Duration SINCE = Duration.ofMinutes(12);
    private static final Duration WINDOW = Duration.ofMinutes(5);
    private final List<String> asked = new ArrayList<>();

    private static Objective objective(String key, Bound bound, double limit, String unit, boolean critical) {
        return new Objective(key, key, "api", "prometheus", key + " ${component} ${track} ${tracks} ${environment} [${window}]",
                "count ${track}", unit, bound, limit, critical);
    }

    private static final Objective P99 = objective("p99", Bound.AT_MOST, 200, "ms", true);

    private Verdict judge(double canary, double stable, double samples, Objective... objectives) {
        Told source = new Told();
        for (Objective objective : objectives) {
            for (Track track : Track.values()) {
                double value = track == Track.CANARY ? canary : stable;
                if (!Double.isNaN(value)) {
                    source.number(ObjectiveQuery.value(objective, "production", track, WINDOW), value)
                            .points(ObjectiveQuery.value(objective, "production", track, Duration.ofMinutes(1)), value, value, value,
                                    value, value, value, value, value, value, value, value, value);
                }
            }
            if (!Double.isNaN(samples)) {
                source.number(ObjectiveQuery.samples(objective, "production", Track.CANARY, SINCE), samples);
            }
        }
        Verdict verdict = new Judge("production", _ -> source).canary(List.of(objectives), SINCE, NOW);
        asked.addAll(source.asked);
        return verdict;
    }

    @Test
    void saysInOneSentenceWhatIsWrongAndHowMuchIsKnown() {
        assertThat(judge(412, 161, 3_204, P99).sentence())
                .isEqualTo("p99 412 ms is over its limit of 200 ms, stable is 161 ms; over it in 12 of 12 minutes; 3,204 samples.");
    }

    @ParameterizedTest
    @CsvSource({
            "150, 3000, PASS", "179.9, 3000, PASS", "180.1, 3000, MARGINAL", "200, 3000, MARGINAL", "200.1, 3000, FAIL",
                    "Infinity, 3000, FAIL",
            "150, 499, TOO_FEW_SAMPLES", "412, 499, TOO_FEW_SAMPLES", "150, 500, PASS", "150, NaN, TOO_FEW_SAMPLES",
                    "NaN, 3000, NO_DATA"})
    void judgesACeiling(double canary, double samples, Word word) {
        assertThat(judge(canary, 185, samples, P99).word()).isEqualTo(word);
    }

    @ParameterizedTest
    @CsvSource({"100, PASS", "99.995, PASS", "99.9905, MARGINAL", "99.99, MARGINAL", "99.98, FAIL", "NaN, NO_DATA"})
    void judgesAFloorInPercentByTheRoomThatIsLeft(double canary, Word word) {
        assertThat(judge(canary, 99.99, 3_000, objective("availability", Bound.AT_LEAST, 99.99, "%", true)).word())
                .isEqualTo(word);
    }

    @Test
    void anOptionalObjectiveThatIsMissedIsOnlyMarginal() {
        assertThat(judge(412, 161, 3_000, objective("p99", Bound.AT_MOST, 200, "ms", false)).word()).isEqualTo(Word.MARGINAL);
    }

    @Test
    void anOptionalObjectiveWithoutDataIsLeftOutAndSaidSo() {
        Objective noisy = new Objective("noise", "noise", "api", "prometheus", "noise ${track}", "", "ms", Bound.AT_MOST, 1,
                false);
        Told silent = new Told().number(ObjectiveQuery.value(P99, "production", Track.CANARY, WINDOW), 100)
                .points(ObjectiveQuery.value(P99, "production", Track.CANARY, Duration.ofMinutes(1)), 100, 101, 100, 102, 100)
                .points(ObjectiveQuery.value(P99, "production", Track.STABLE, Duration.ofMinutes(1)), 100, 100, 103, 101, 100)
                .number("count canary", 900);
        Verdict verdict = new Judge("production", _ -> silent).canary(List.of(P99, noisy), SINCE, NOW);
        assertThat(verdict.word()).isEqualTo(Word.PASS);
        assertThat(verdict.score()).isEqualTo(100);
        assertThat(verdict.sentence()).endsWith("Left out for want of data: noise.");
    }

    @Test
    void oneCriticalFailureOutweighsAllThatPasses() {
        Objective errors = objective("error-rate", Bound.AT_MOST, 1000, "%", true);
        assertThat(judge(412, 161, 3_000, errors, P99).word()).isEqualTo(Word.FAIL);
        assertThat(judge(412, 161, 3_000, errors, P99).sentence()).startsWith("p99 412 ms");
    }

    @Test
    void noObjectivesAndNoAnswersAreNoPass() {
        assertThat(judge(1, 1, 1_000).word()).isEqualTo(Word.NO_DATA);
        assertThat(judge(Double.NaN, Double.NaN, 0, P99).word()).isEqualTo(Word.NO_DATA);
    }

    @Test
    void fillsEveryPlaceholder() {
        judge(100, 100, 1_000, P99);
        assertThat(asked).containsExactly("p99 api canary stable|canary production [300s]",
                "p99 api stable stable|canary production [300s]", "p99 api stable stable|canary production [60s]",
                "p99 api canary stable|canary production [60s]", "count canary");
    }

    @Test
    void valuesThatAreNoNumberNeverReachTheJournal() {
        assertThat(judge(Double.POSITIVE_INFINITY, Double.NaN, 3_000, P99).judgements().getFirst().canary()).isNull();
        assertThat(judge(Double.POSITIVE_INFINITY, Double.NaN, 3_000, P99).sentence())
                .isEqualTo("p99 more than can be measured is over its limit of 200 ms; over it in 12 of 12 minutes; 3,000 samples.");
    }

    @Test
    void theRecoveryClockCountsDownAndPastZero() {
        RtoClock clock = RtoClock.running(NOW, Duration.ofMinutes(15));
        assertThat(clock.left(NOW.plusSeconds(600))).isEqualTo(Duration.ofMinutes(5));
        assertThat(clock.metBy(NOW.plusSeconds(901))).isFalse();
        assertThat(clock.share(NOW.plusSeconds(450))).isCloseTo(0.5, within(1e-9));
    }
}
