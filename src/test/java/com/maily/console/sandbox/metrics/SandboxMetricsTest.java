package com.maily.console.sandbox.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.maily.console.core.model.Failure;
import com.maily.console.core.model.FailureException;
import com.maily.console.core.port.MetricSource;
import com.maily.console.sandbox.world.Scenario;
import com.maily.console.sandbox.world.SmallWorld;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class SandboxMetricsTest {

    private final SmallWorld world = new SmallWorld(Scenario.SMOOTH, 77);
    private final Instant now = world.clock.instant();

    @Test
    void noDataIsAnEmptyAnswerAndNeverANumber() {
        MetricSource.Answer answer = world.metrics.instant("sum(rate(http_requests_total{component=\"nobody\"}[5m]))", now);
        assertThat(answer.series()).isEmpty();
        assertThat(answer.single()).isNaN();
    }

    @Test
    void aNumberIsASeriesWithoutLabels() {
        MetricSource.Answer answer = world.metrics.instant("1 + 1", now);
        assertThat(answer.single()).isEqualTo(2);
        assertThat(answer.series().getFirst().labels()).isEmpty();
    }

    @Test
    void aRangeHasASampleAtEachStep() {
        MetricSource.Answer answer = world.metrics.range("sum(rate(http_requests_total{environment=\"production\"}[5m]))",
                now.minus(Duration.ofHours(1)), now, Duration.ofMinutes(1));
        assertThat(answer.series().getFirst().samples()).hasSize(61)
                .allSatisfy(sample -> assertThat(sample.value()).isBetween(450.0, 650.0));
    }

    @Test
    void aQueryThatMakesNoSenseIsRejectedWithTheReason() {
        assertThatThrownBy(() -> world.metrics.instant("sum(rate(x[5m])", now)).isInstanceOfSatisfying(FailureException.class,
                e -> assertThat(e.failure()).isInstanceOf(Failure.Rejected.class).extracting(Failure::why).asString()
                        .contains("unclosed left parenthesis"));
    }

    @Test
    void aSourceThatIsDownIsUnreachable() {
        world.faults.metricSourceDown(true);
        assertThatThrownBy(() -> world.metrics.instant("1", now)).isInstanceOfSatisfying(FailureException.class,
                e -> assertThat(e.failure()).isInstanceOf(Failure.Unreachable.class));
    }
}
