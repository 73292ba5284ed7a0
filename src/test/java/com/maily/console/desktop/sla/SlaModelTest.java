package com.maily.console.desktop.sla;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.maily.console.core.journal.Event;
import com.maily.console.core.journal.History;
import com.maily.console.core.model.ClockSetting;
import com.maily.console.core.model.Failure;
import com.maily.console.core.model.Objective;
import com.maily.console.core.model.Workspace;
import com.maily.console.core.port.Alert;
import com.maily.console.core.port.Sample;
import com.maily.console.core.port.SourceState;
import com.maily.console.core.sla.AlertReading;
import com.maily.console.core.sla.AlertSnapshot;
import com.maily.console.core.sla.AlertSpan;
import com.maily.console.core.sla.MetricCurve;
import com.maily.console.core.sla.MetricLine;
import com.maily.console.core.sla.MetricSnapshot;
import com.maily.console.desktop.Story;
import com.maily.console.desktop.StoryMetrics;
import com.maily.console.desktop.widget.State;
import com.maily.console.desktop.widget.TimeChartData;
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
        return SlaModel.of(known(SlaChoice.of("api"), metrics, WORKSPACE, AlertSnapshot.EMPTY));
    }

    private static SlaModel.Known known(SlaChoice choice, MetricSnapshot metrics, Workspace workspace, AlertSnapshot alerts) {
        return new SlaModel.Known(workspace, "production", choice, SlaRange.TWO_HOURS, metrics, History.EMPTY, Map.of(), alerts,
                new SlaPoints(), NOW);
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

        assertThat(chart.data().bands()).singleElement().satisfies(band -> {
            assertThat(band.from()).isEqualTo(NOW.minus(STEP.multipliedBy(20)));
            assertThat(band.to()).contains(NOW.minus(STEP.multipliedBy(10)));
            assertThat(band.alert()).isFalse();
        });
    }

    @Test
    void anAlertIsABandForItsComponentAndOneThatNobodyCanTellOfIsGrey() {
        SourceState fresh = new SourceState("Alertmanager", Duration.ofSeconds(5), Optional.of(NOW), "");
        SourceState silent = new SourceState("Datadog", Duration.ofSeconds(5), Optional.of(NOW.minusSeconds(400)), "refused");
        AlertSnapshot alerts = new AlertSnapshot(List.of(
                new AlertReading(fresh, List.of(alert("HighLatency", "api", fresh), alert("Disk", "redis", fresh)), Optional.empty()),
                new AlertReading(silent, List.of(alert("Monitor", "", silent)), Optional.empty())));
        SlaModel model = SlaModel.of(known(SlaChoice.of("api"), MetricSnapshot.EMPTY, WORKSPACE, alerts));

        assertThat(chart(model, "p99").data().bands()).extracting(TimeChartData.Band::label, TimeChartData.Band::state)
                .containsExactlyInAnyOrder(tuple("HighLatency", State.FAILED), tuple("Monitor? Datadog is silent", State.STALE));
    }

    private static AlertSpan alert(String name, String component, SourceState source) {
        return new AlertSpan(new Alert(name, name, source.name(), Alert.State.FIRING, "critical", component, "", NOW.minusSeconds(300),
                Optional.empty(), Map.of()), NOW.minusSeconds(300), Optional.empty(), source);
    }

    @Test
    void whatTwoSourcesMeasureIsOneChartAndTheOneThatAnswersSpeaks() {
        Objective second = new Objective("p99-datadog", "p99", "api", "datadog", "avg:p99{${component}}", "", "ms",
                Objective.Bound.AT_MOST, 200, true);
        Workspace both = new Workspace("maily", List.of(), List.of(), List.of(P99, second), Map.of(), Map.of(), List.of(), ClockSetting.WALL);
        MetricCurve old = curve(P99, NOW.minusSeconds(600), _ -> 100, Optional.empty());
        MetricCurve fresh = curve(second, NOW, _ -> 250, Optional.empty());
        SlaModel model = SlaModel.of(known(SlaChoice.of("api"), new MetricSnapshot(Map.of(old.line(), old, fresh.line(), fresh)), both,
                AlertSnapshot.EMPTY));

        SlaChart chart = model.charts().getFirst();
        assertThat(model.charts()).hasSize(1);
        assertThat(chart.value()).isEqualTo("250 ms");
        assertThat(chart.state()).isEqualTo(State.FAILED);
        assertThat(chart.data().lines()).extracting(TimeChartData.Line::look, TimeChartData.Line::stale)
                .containsExactly(tuple(TimeChartData.Look.SINGLE, true), tuple(TimeChartData.Look.SECOND, false));
    }

    @Test
    void theOverviewHasAChartForEachComponentAndEachObjective() {
        Workspace story = StoryMetrics.workspace();
        SlaModel all = SlaModel.of(known(new SlaChoice("", ""), MetricSnapshot.EMPTY, story, AlertSnapshot.EMPTY));
        SlaModel one = SlaModel.of(known(new SlaChoice("", "p99"), MetricSnapshot.EMPTY, story, AlertSnapshot.EMPTY));

        assertThat(all.charts()).extracting(SlaChart::id).doesNotHaveDuplicates().hasSize(13);
        assertThat(one.charts()).extracting(SlaChart::component).containsExactly("ai-service", "api", "email", "frontend");
    }

    @Test
    void notAskedAnsweredWithNothingAndAskedInVainAreToldApart() {
        Failure away = new Failure.Unreachable("prometheus did not answer", "connection refused", "Look at it.");
        MetricCurve nothing = new MetricCurve(MetricLine.total(P99), List.of(), STEP,
                new SourceState("Prometheus", Duration.ofSeconds(5), Optional.of(NOW), ""), "query", List.of(), Optional.empty());
        MetricCurve refused = new MetricCurve(MetricLine.total(AVAILABILITY), List.of(), STEP,
                new SourceState("Prometheus", Duration.ofSeconds(5), Optional.empty(), "away"), "query", List.of(), Optional.of(away));
        SlaModel model = model(nothing, refused);

        assertThat(chart(model, "error-rate").data().nothing()).isEqualTo("asking Prometheus …");
        assertThat(chart(model, "p99").data().nothing()).isEqualTo("no samples in this range");
        assertThat(chart(model, "availability").data().nothing()).isEqualTo("Prometheus did not tell");
        assertThat(chart(model, "availability").state()).isEqualTo(State.STALE);
    }

    @Test
    void everyRunOfTheEnvironmentHasItsFlags() {
        List<TimeChartData.Flag> flags = SlaFlags.of(Story.history(), "production", Story.NOW.minus(Duration.ofDays(1)));

        assertThat(flags).extracting(TimeChartData.Flag::label).contains("v2.1.0", "P1", "P2", "P3").isSubsetOf("v2.1.0", "P1", "P2", "P3");
        assertThat(SlaFlags.of(Story.history(), "staging", Story.NOW.minus(Duration.ofDays(1)))).isEmpty();
        History over = Story.historyWith(new Event.DeploymentFinished(Event.DeploymentFinished.Outcome.FAILED, "gave up"));
        assertThat(SlaFlags.of(over, "production", Story.NOW.minus(Duration.ofDays(1)))).anySatisfy(flag -> {
            assertThat(flag.label()).isEqualTo("failed");
            assertThat(flag.state()).isEqualTo(State.FAILED);
        });
        assertThat(SlaFlags.of(over, "production", Story.NOW.plus(Duration.ofDays(1)))).isEmpty();
    }
}
