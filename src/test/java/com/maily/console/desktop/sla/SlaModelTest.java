package com.maily.console.desktop.sla;

import static org.assertj.core.api.Assertions.assertThat;

import com.maily.console.core.model.ClockSetting;
import com.maily.console.core.model.Failure;
import com.maily.console.core.model.Objective;
import com.maily.console.core.model.Workspace;
import com.maily.console.core.port.Sample;
import com.maily.console.core.port.SourceState;
import com.maily.console.core.sla.MetricCurve;
import com.maily.console.core.sla.MetricLine;
import com.maily.console.core.sla.MetricSnapshot;
import com.maily.console.desktop.widget.State;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.Test;

class SlaModelTest {

    private static final Instant NOW = Instant.parse("2025-11-20T03:12:45Z");
    private static final Duration STEP = Duration.ofSeconds(15);
    private static final Objective P99 = objective("p99", "ms", Objective.Bound.AT_MOST, 200);
    private static final Objective ERRORS = objective("error-rate", "%", Objective.Bound.AT_MOST, 0.01);
    private static final Objective AVAILABILITY = objective("availability", "%", Objective.Bound.AT_LEAST, 99.99);
    private static final Workspace WORKSPACE = new Workspace("maily", List.of(), List.of(), List.of(ERRORS, P99, AVAILABILITY),
            Map.of(),
            Map.of(), List.of(), ClockSetting.WALL);

    private static Objective objective(String key, String unit, Objective.Bound bound, double limit) {
        return new Objective(key, key, "api", "prometheus", key + "{${component},${track}}", "", unit, bound, limit, true);
    }

    private static MetricCurve curve(Objective objective, Instant end, IntToDoubleFunction value, Optional<Failure> failure) {
        List<Sample> samples = new ArrayList<>();
        for (int i = 480; i >= 0; i--) {
            samples.add(new Sample(end.minus(STEP.multipliedBy(i)), value.applyAsDouble(i)));
        }
        return new MetricCurve(MetricLine.total(objective), samples, STEP,
                new SourceState("prometheus", Duration.ofSeconds(5), Optional.of(end), ""), "query", List.of(), failure);
    }

    private static SlaModel model(MetricCurve... curves) {
        MetricSnapshot metrics = new MetricSnapshot(java.util.Arrays.stream(curves)
                .collect(java.util.stream.Collectors.toMap(MetricCurve::line, c -> c)));
        return SlaModel.of(new SlaModel.Known(WORKSPACE, "production", "api", Duration.ofHours(2), metrics, Optional.empty(),
                List.of(), NOW));
    }

    private static SlaChart chart(SlaModel model, String key) {
        return model.charts().stream().filter(c -> c.key().equals(key)).findFirst().orElseThrow();
    }

    @Test
    void comparesTheNewestValueWithItsLimit() {
        SlaModel model = model(curve(P99, NOW, _ -> 164, Optional.empty()), curve(AVAILABILITY, NOW, _ -> 99.9,
                Optional.empty()));

        assertThat(chart(model, "p99").state()).isEqualTo(State.DONE);
        assertThat(chart(model, "p99").value()).isEqualTo("164 ms");
        assertThat(chart(model, "availability").state()).isEqualTo(State.FAILED);
        assertThat(chart(model, "availability").detail()).contains("missed by");
        assertThat(model.charts()).extracting(SlaChart::key).containsExactly("availability", "p99", "error-rate");
    }

    @Test
    void whatNobodyKnowsIsNeverGood() {
        Failure away = new Failure.Unreachable("prometheus did not answer", "connection refused", "Look at it.");
        SlaModel model = model(curve(P99, NOW.minusSeconds(120), _ -> 164, Optional.of(away)));

        assertThat(chart(model, "p99").state()).isEqualTo(State.STALE);
        assertThat(chart(model, "p99").data().stale()).isTrue();
        assertThat(chart(model, "p99").failure()).contains(away);
        assertThat(chart(model, "error-rate").state()).isEqualTo(State.QUEUED);
    }

    @Test
    void marksTheTimesInWhichTheLimitWasMissed() {
        SlaChart chart = chart(model(curve(P99, NOW, i -> i >= 10 && i <= 20 ? 412 : 164, Optional.empty())), "p99");

        assertThat(chart.data().alerts()).singleElement().satisfies(band -> {
            assertThat(band.from()).isEqualTo(NOW.minus(STEP.multipliedBy(20)));
            assertThat(band.to()).isEqualTo(NOW.minus(STEP.multipliedBy(10)));
        });
    }
}
