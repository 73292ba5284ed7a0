package com.maily.console.core.sla;

import static org.assertj.core.api.Assertions.assertThat;

import com.maily.console.core.model.Objective;
import com.maily.console.core.model.Objective.Bound;
import com.maily.console.core.model.Objective.Counted;
import com.maily.console.core.port.MetricSource;
import com.maily.console.core.port.Sample;
import com.maily.console.core.port.Series;
import com.maily.console.core.sla.Verdict.Judgement;
import com.maily.console.core.sla.Verdict.Word;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CountedJudgeTest {

    private static final Instant NOW = Instant.parse("2025-11-20T03:12:46Z");
    /** Answers by query; what is not in it has no series. */
    private final Map<String, Double> answers = new HashMap<>(Map.of("rate canary", 0.0, "rate stable", 0.0, "bad canary", 0.0,
            "bad stable", 3.0, "all canary", 2_000.0, "all stable", 18_000.0));
    private final List<String> asked = new ArrayList<>();

    private static Objective errors(boolean critical) {
        return new Objective("error-rate", "Errors", "api", "prometheus", "rate ${track}", "", "%", Bound.AT_MOST, 0.1, critical,
                new Counted("bad ${track}", "all ${track}", 0.1, 10));
    }

    private Verdict judge(Objective... objectives) {
        MetricSource source = new MetricSource() {
            @Override
            public Answer instant(String query, Instant at) {
                asked.add(query);
                return answers.containsKey(query) ? new Answer(List.of(new Series(Map.of(),
                        List.of(new Sample(at, answers.get(query))))), List.of()) : new Answer(List.of(), List.of());
            }

            @Override
            public Answer range(String query, Instant from, Instant to, Duration step) {
                throw new UnsupportedOperationException();
            }
        };
        return new Judge("production", _ -> source)
                .canary(List.of(objectives), Duration.ofMinutes(8), NOW);
    }

    @Test
    void saysWhatWasCountedAndHowSureItIs() {
        answers.put("bad canary", 40.0);
        Verdict verdict = judge(errors(true));
        assertThat(verdict.word()).isEqualTo(Word.FAIL);
        assertThat(verdict.sentence()).startsWith("error-rate: 40 of 2,000 requests bad (2 %), "
                + "more than the allowed 0.1 %; 120 times stable (").endsWith(").");
        Judgement judgement = verdict.judgements().getFirst();
        assertThat(judgement.samples()).isEqualTo(2_000);
        assertThat(judgement.effect()).isCloseTo(120, org.assertj.core.api.Assertions.within(1e-9));
        assertThat(judgement.lower()).isGreaterThan(10);
        assertThat(judgement.query()).isEqualTo("bad canary");
    }

    @Test
    void oneUnluckyRequestFailsNobody() {
        answers.putAll(Map.of("bad canary", 1.0, "all canary", 600.0));
        assertThat(judge(errors(true)).word()).isEqualTo(Word.TOO_FEW_SAMPLES);
        assertThat(judge(errors(true)).sentence()).contains("that may be chance");
    }

    @Test
    void anObjectiveThatIsNotCriticalIsOnlyMarginal() {
        answers.put("bad canary", 40.0);
        assertThat(judge(errors(false)).word()).isEqualTo(Word.MARGINAL);
    }

    @Test
    void anEmptyAnswerIsNoPassWhicheverTrackIsSilent() {
        for (String silent : List.of("all canary", "bad canary", "all stable", "bad stable")) {
            double before = answers.remove(silent);
            assertThat(judge(errors(true)).word()).as(silent).isEqualTo(Word.NO_DATA);
            answers.put(silent, before);
        }
        assertThat(judge(errors(true)).word()).isEqualTo(Word.PASS);
    }

    @Test
    void unknownNumbersAreNoDataAndHairsBelowZeroAreZero() {
        answers.put("bad canary", Double.NaN);
        assertThat(judge(errors(true)).word()).isEqualTo(Word.NO_DATA);
        answers.put("bad canary", -1e-9);
        assertThat(judge(errors(true)).word()).isEqualTo(Word.PASS);
    }
}
