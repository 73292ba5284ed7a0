package com.maily.console.core.sla;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.maily.console.core.model.FailureException;
import com.maily.console.core.model.Objective;
import com.maily.console.core.model.Objective.Bound;
import com.maily.console.core.model.Objective.Counted;
import com.maily.console.core.port.MetricSource;
import com.maily.console.core.sla.Verdict.Word;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A component that is measured by two sources, one of which is away. */
class JudgeSourcesTest {

    private static final Instant NOW = Instant.parse("2025-11-20T03:12:46Z");

    private final Told prometheus = counts(new Told(), 0);
    private final Told datadog = counts(new Told(), 0);

    private static Told counts(Told source, double bad) {
        return source.number("rate canary", 0).number("rate stable", 0).number("bad canary", bad).number("bad stable", 3)
                .number("all canary", 4_000).number("all stable", 18_000);
    }

    private static Objective errors(String key, String source, boolean critical) {
        return new Objective(key, key, "api", source, "rate ${track}", "", "%", Bound.AT_MOST, 0.1, critical,
                new Counted("bad ${track}", "all ${track}", 0.1, 10));
    }

    private Verdict judge(Objective... objectives) {
        return new Judge("production", source -> source.equals("datadog") ? datadog : prometheus)
                .canary(List.of(objectives), Duration.ofMinutes(8), NOW);
    }

    @Test
    void theOneThatIsAwayDoesNotHideTheHarmThatTheOtherSees() {
        datadog.breaks("");
        counts(prometheus, 40);
        Verdict verdict = judge(errors("seen-by-users", "datadog", true), errors("error-rate", "prometheus", true));
        assertThat(verdict.word()).isEqualTo(Word.FAIL);
        assertThat(verdict.sentence()).startsWith("error-rate: 40 of 4,000 requests bad");
    }

    @Test
    void aCriticalObjectiveNobodyMeasuresIsNoPass() {
        datadog.breaks("");
        Verdict verdict = judge(errors("seen-by-users", "datadog", true), errors("error-rate", "prometheus", true));
        assertThat(verdict.word()).isEqualTo(Word.NO_DATA);
        assertThat(verdict.sentence()).contains("seen-by-users: no data, which is not a pass; Prometheus did not answer");
    }

    @Test
    void anOptionalOneIsLeftOutAndTheSentenceSaysSo() {
        datadog.breaks("");
        Verdict verdict = judge(errors("seen-by-users", "datadog", false), errors("more", "datadog", false),
                errors("error-rate", "prometheus", true));
        assertThat(verdict.word()).isEqualTo(Word.PASS);
        assertThat(verdict.sentence()).endsWith("Left out for want of data: seen-by-users, more.");
        assertThat(datadog.asked).as("once it is away, the rest is not asked of it").hasSize(1);
    }

    /** As a connection that is throttled: it waits until it may ask again, unless it is told that somebody comes again anyway. */
    private record Waiting(MetricSource inner, boolean waits) implements MetricSource {
        @Override
        public Answer instant(String query, Instant at) {
            if (waits) {
                throw new AssertionError("The judge waited for one source while it could have asked the other.");
            }
            return inner.instant(query, at);
        }

        @Override
        public Answer range(String query, Instant from, Instant to, Duration step) {
            return inner.range(query, from, to, step);
        }

        @Override
        public MetricSource unrepeated() {
            return new Waiting(inner, false);
        }
    }

    @Test
    void oneSourceIsNotWaitedForWhileAnotherHasSomethingToTell() {
        datadog.breaks("");
        counts(prometheus, 40);
        Verdict verdict = new Judge("production", source -> source.equals("datadog") ? new Waiting(datadog, true) : prometheus)
                .canary(List.of(errors("seen-by-users", "datadog", true), errors("error-rate", "prometheus", true)),
                        Duration.ofMinutes(8), NOW);
        assertThat(verdict.word()).isEqualTo(Word.FAIL);
    }

    @Test
    void whenNoneAnswersThatIsTold() {
        datadog.breaks("");
        prometheus.breaks("");
        assertThatThrownBy(() -> judge(errors("seen-by-users", "datadog", false), errors("error-rate", "prometheus", true)))
                .isInstanceOf(FailureException.class);
    }
}
