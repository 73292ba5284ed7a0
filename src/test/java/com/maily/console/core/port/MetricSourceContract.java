package com.maily.console.core.port;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.maily.console.core.model.Failure;
import com.maily.console.core.model.FailureException;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every {@link MetricSource} must do; run by the Prometheus adapter over the wire and by the sandbox in memory. */
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
        assertThat(source.range(harness.queryWithoutData(), to.minusSeconds(60), to, Duration.ofSeconds(15)).series()).isEmpty();
    }

    @Test
    void aRangeHasItsSamplesOnTheStepsInOrder() {
        Instant to = Instant.ofEpochSecond(harness.now().getEpochSecond() / 60 * 60);
        Instant from = to.minus(Duration.ofMinutes(5));
        MetricSource.Answer answer = source.range(harness.queryWithData(), from, to, Duration.ofSeconds(15));
        assertThat(answer.series()).hasSize(1);
        assertThat(answer.series().getFirst().samples()).hasSize(21).isSortedAccordingTo((a, b) -> a.at().compareTo(b.at()));
        assertThat(answer.series().getFirst().samples())
                .allSatisfy(sample -> assertThat(Duration.between(from, sample.at()).toMillis() % 15_000).isZero());
    }

    @Test
    void aRangeOfOneMomentHasOneSample() {
        Instant to = Instant.ofEpochSecond(harness.now().getEpochSecond() / 60 * 60);
        assertThat(source.range(harness.queryWithData(), to, to, Duration.ofSeconds(15)).series().getFirst().samples())
                .hasSize(1);
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
