package com.maily.console.desktop.canary;

import static org.assertj.core.api.Assertions.assertThat;

import com.maily.console.core.journal.Entry;
import com.maily.console.core.journal.Event;
import com.maily.console.core.journal.History;
import com.maily.console.core.model.Actor;
import com.maily.console.core.model.Weight;
import com.maily.console.core.port.SourceState;
import com.maily.console.core.port.Traffic;
import com.maily.console.core.port.TrafficRouter.Reach;
import com.maily.console.core.sla.MetricSnapshot;
import com.maily.console.core.sla.Verdict;
import com.maily.console.desktop.widget.State;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CanaryModelTest {

    private static final Instant START = CanaryWorld.START;

    private final List<Entry> entries = new ArrayList<>();

    private void happened(long second, Event event) {
        entries.add(new Entry(entries.size() + 1, START.plusSeconds(second), "run-1", Actor.SYSTEM, event, "", ""));
    }

    private void canaryAt25() {
        happened(0, new Event.DeploymentStarted(CanaryWorld.PLAN, CanaryWorld.NEW, "", ""));
        happened(1, new Event.StepStarted("3.1", 1));
        happened(10, new Event.WeightShifted("3.1", "api", Weight.ZERO, Weight.ofPercent(25), "kubectl patch"));
        happened(12, new Event.WeightObserved("api", Weight.ofPercent(25), Weight.ofPercent(25), ""));
    }

    private static TrafficReading reading(double desired, double observed, long second) {
        Traffic traffic = new Traffic(Weight.ofPercent(desired), Weight.ofPercent(observed), "", "maily-console", "41",
                START.plusSeconds(second));
        return new TrafficReading(Optional.of(traffic), new Reach.AnyPercent(), 18, 6,
                new SourceState("maily-api", Duration.ofSeconds(5), Optional.of(START.plusSeconds(second)), ""), Optional.empty());
    }

    private CanaryModel model(Map<String, TrafficReading> traffic, long second) {
        return CanaryModel.of(new CanaryModel.Known(CanaryWorld.WORKSPACE, "production",
                History.of(entries).active("production"), traffic, MetricSnapshot.EMPTY, START.plusSeconds(second)));
    }

    private CanaryCard card(Map<String, TrafficReading> traffic, long second) {
        return model(traffic, second).cards().getFirst();
    }

    @Test
    void withoutARunThereIsNoCanaryAndTheScreenSaysWhichComponentsCould() {
        CanaryModel model = model(Map.of(), 0);

        assertThat(model.cards()).isEmpty();
        assertThat(model.next()).contains("api").doesNotContain("blockchain");
    }

    @Test
    void tellsObservedFromDesiredAndKnowsThePlansNextWeight() {
        canaryAt25();
        CanaryCard card = card(Map.of("api", reading(25, 24.6, 70)), 72);

        assertThat(card.state()).isEqualTo(State.RUNNING);
        assertThat(card.slide().observed()).isEqualTo(Weight.ofPercent(24.6));
        assertThat(card.slide().desired()).isEqualTo(Weight.ofPercent(25));
        assertThat(card.slide().next()).contains(Weight.ofPercent(50));
        assertThat(card.slide().settling()).isTrue();
        assertThat(card.timing()).isEqualTo("Analysis 1:00 of 5:00");
    }

    @Test
    void aRouterThatFellSilentMakesTheWeightUnknownAndBarsGoingUp() {
        canaryAt25();
        CanaryCard card = card(Map.of("api", reading(25, 25, 12)), 100);

        assertThat(card.slide().stale()).isTrue();
        assertThat(CanaryPreview.of(card, Weight.ofPercent(50)).refusal()).isPresent();
        assertThat(CanaryPreview.of(card, Weight.ofPercent(5)).refusal()).isEmpty();
    }

    @Test
    void goingUpDuringTheAnalysisMustBeHeldGoingDownNever() {
        canaryAt25();
        CanaryCard card = card(Map.of("api", reading(25, 25, 70)), 72);

        assertThat(CanaryPreview.of(card, Weight.ofPercent(50)).hold()).isTrue();
        assertThat(CanaryPreview.of(card, Weight.ofPercent(10)).hold()).isFalse();
        assertThat(CanaryPreview.of(card, Weight.ofPercent(50)).unitsNeeded()).isEqualTo(9);
    }

    @Test
    void anOpenGateWaitsForAPersonAndShowsItsQuestion() {
        canaryAt25();
        happened(300, new Event.GateOpened("3.1", "rung-50", "Go on to 50 %?"));
        CanaryModel model = model(Map.of("api", reading(25, 25, 300)), 302);

        assertThat(model.waiting()).isEqualTo(1);
        assertThat(model.cards().getFirst().state()).isEqualTo(State.WAITING);
        assertThat(model.cards().getFirst().sentence()).isEqualTo("Go on to 50 %?");
    }

    @Test
    void theVerdictComesWithItsSamples() {
        canaryAt25();
        happened(60, new Event.VerdictReached("3.1", "api", new Verdict(Verdict.Word.PASS, "p99 158 ms against 161 ms.", 41_208,
                List.of())));
        CanaryCard card = card(Map.of("api", reading(25, 25, 70)), 72);

        assertThat(card.verdict().orElseThrow().word()).isEqualTo(Verdict.Word.PASS);
        assertThat(card.samples()).isEqualTo(41_208);
        assertThat(card.note()).isEqualTo("p99 158 ms against 161 ms.");
    }
}
