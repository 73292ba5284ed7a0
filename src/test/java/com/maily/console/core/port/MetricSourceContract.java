package com.maily.console.core.port;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.maily.console.core.model.Failure;
import com.maily.console.core.model.FailureException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * What every {@link MetricSource} must do; run by each adapter over the wire and by the sandbox in memory. A source whose numbers
 * belong to pieces of time gives each piece the moment it ends at, so that two sources agree on one chart.
 */
public abstract class MetricSourceContract {

    /** A source with data, and queries in its language. */
    public interface Harness extends AutoCloseable {
        MetricSource source();

        /** A moment up to which there are at least ten minutes of data. */
        Instant now();

        /** A query that gives exactly one series with a number at each moment of the last ten minutes. */
        String queryWithData();

        /** A well-formed query that gives nothing. */
        String queryWithoutData();

        /** A distance of samples that fits the source. */
        default Duration step() {
            return Duration.ofSeconds(15);
        }

        /** A query the source cannot read. */
        String brokenQuery();

        @Override
        void close();
    }

    private Harness harness;
    private MetricSource source;

    protected abstract Harness open() throws Exception;

    @BeforeEach
    void openSource() throws Exception {
        harness = open();
        source = harness.source();
    }

    @AfterEach
    void closeSource() {
        harness.close();
    }

    @Test
    void anInstantQueryGivesOneNumber() {
        MetricSource.Answer answer = source.instant(harness.queryWithData(), harness.now());
        assertThat(answer.series()).hasSize(1);
        assertThat(answer.single()).isFinite();
    }

    @Test
    void noDataIsAnEmptyAnswerAndNeverZero() {
        assertThat(source.instant(harness.queryWithoutData(), harness.now()).series()).isEmpty();
        assertThat(source.instant(harness.queryWithoutData(), harness.now()).single()).isNaN();
        Instant to = harness.now();
        assertThat(source.range(harness.queryWithoutData(), to.minusSeconds(60), to, harness.step()).series()).isEmpty();
    }

    @Test
    void aRangeHasItsSamplesOnTheStepsInOrder() {
        Instant to = Instant.ofEpochSecond(harness.now().getEpochSecond() / 60 * 60);
        Instant from = to.minus(Duration.ofMinutes(5));
        MetricSource.Answer answer = source.range(harness.queryWithData(), from, to, harness.step());
        assertThat(answer.series()).hasSize(1);
        int expected = (int) Duration.ofMinutes(5).dividedBy(harness.step()) + 1;
        assertThat(answer.series().getFirst().samples()).hasSize(expected).isSortedAccordingTo((a, b) -> a.at().compareTo(b.at()));
        assertThat(answer.series().getFirst().samples())
                .allSatisfy(sample -> assertThat(Duration.between(from, sample.at()).toMillis() % harness.step().toMillis()).isZero());
    }

    @Test
    void aRangeOfOneMomentHasOneSample() {
        Instant to = Instant.ofEpochSecond(harness.now().getEpochSecond() / 60 * 60);
        assertThat(source.range(harness.queryWithData(), to, to, harness.step()).series().getFirst().samples())
                .hasSize(1);
    }

    @Test
    void severalQuestionsAreAnsweredInTheirOrder() {
        Instant to = Instant.ofEpochSecond(harness.now().getEpochSecond() / 60 * 60);
        Instant from = to.minus(Duration.ofMinutes(5));
        List<String> queries = List.of(harness.queryWithData(), harness.queryWithoutData(), harness.queryWithData());
        List<MetricSource.Answer> answers = source.ranges(queries, from, to, harness.step());
        assertThat(answers).hasSize(3);
        assertThat(answers.get(0).series()).hasSize(1);
        assertThat(answers.get(1).series()).isEmpty();
        assertThat(answers.get(2).series()).isEqualTo(answers.get(0).series())
                .isEqualTo(source.range(harness.queryWithData(), from, to, harness.step()).series());
    }

    @Test
    void oneBrokenQueryAmongSeveralIsNotTakenForNoData() {
        Instant to = Instant.ofEpochSecond(harness.now().getEpochSecond() / 60 * 60);
        List<String> queries = List.of(harness.queryWithData(), harness.brokenQuery());
        FailureException thrown = catchThrowableOfType(FailureException.class,
                () -> source.ranges(queries, to.minus(Duration.ofMinutes(5)), to, harness.step()));
        assertThat(thrown).isNotNull();
        assertThat(thrown.failure()).isInstanceOf(Failure.Rejected.class);
    }

    @Test
    void saysHowManyQuestionsItTakesAtOnce() {
        assertThat(source.atOnce()).isPositive();
    }

    @Test
    void aBrokenQueryIsRejectedInASentence() {
        FailureException thrown = catchThrowableOfType(FailureException.class,
                () -> source.instant(harness.brokenQuery(), harness.now()));
        assertThat(thrown).isNotNull();
        assertThat(thrown.failure()).isInstanceOf(Failure.Rejected.class);
        assertThat(thrown.failure().why()).isNotBlank();
    }
}
