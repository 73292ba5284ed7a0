package com.maily.console.desktop.canary;

import static org.assertj.core.api.Assertions.assertThat;

import com.maily.console.core.journal.Entry;
import com.maily.console.core.journal.Event;
import com.maily.console.core.journal.History;
import com.maily.console.core.model.Actor;
import com.maily.console.core.model.Move;
import com.maily.console.core.model.Routing;
import com.maily.console.core.model.Weight;
import com.maily.console.core.port.SourceState;
import com.maily.console.core.port.Traffic;
import com.maily.console.core.port.TrafficRouter.Reach;
import com.maily.console.core.sla.MetricCurve;
import com.maily.console.core.sla.MetricLine;
import com.maily.console.core.sla.MetricSnapshot;
import com.maily.console.core.sla.Verdict;
import com.maily.console.desktop.widget.State;
import com.maily.console.desktop.widget.WeightSlide.Uptake;
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
        return new TrafficReading(Routing.PLAIN, Optional.of(traffic), new Reach.AnyPercent(), 18, 6,
                new SourceState("maily-api", Duration.ofSeconds(5), Optional.of(START.plusSeconds(second)), ""),
                Optional.empty());
    }

    private CanaryModel model(Map<String, TrafficReading> traffic, long second) {
        return CanaryModel.of(new CanaryModel.Known(CanaryWorld.WORKSPACE, "production",
                History.of(entries).active("production"), traffic, MetricSnapshot.EMPTY, CanaryBudgets.EMPTY, START.plusSeconds(second)));
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
        assertThat(card.slide().uptake()).isEqualTo(Uptake.SETTLING);
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

    @Test
    void aWeightThatIsNotInEffectAfterAMinuteIsMarginalAndSaysSo() {
        canaryAt25();
        CanaryCard card = card(Map.of("api", reading(25, 10, 80)), 82);

        assertThat(card.state()).isEqualTo(State.MARGINAL);
        assertThat(card.slide().uptake()).isEqualTo(Uptake.LATE);
        assertThat(card.sentence()).startsWith("Not taken up yet: told 25 %").endsWith("the router reports 10 %.");
    }

    @Test
    void aPromotedComponentIsFullyOnTheNewVersionAndNoCanaryAnyMore() {
        canaryAt25();
        happened(400, new Event.WeightShifted("3.1", "api", Weight.FULL, Weight.ZERO, ""));
        happened(410, new Event.StepSucceeded("3.1", "6 of 6 run v2.1.0. Canary weight 0 % read back."));
        CanaryCard card = card(Map.of("api", reading(0, 0, 411)), 412);

        assertThat(card.slide().desired()).isEqualTo(Weight.FULL);
        assertThat(card.beneath()).isEqualTo("promoted");
        assertThat(card.sentence()).isEqualTo("Promoted: all traffic runs v2.1.0.");
        assertThat(card.note()).contains("read back");
        assertThat(card.carries()).isFalse();
    }

    @Test
    void aCanaryThatHasNotBegunIsNothingYet() {
        happened(0, new Event.DeploymentStarted(CanaryWorld.PLAN, CanaryWorld.NEW, "", ""));
        CanaryCard card = card(Map.of("api", reading(0, 0, 1)), 2);

        assertThat(card.beneath()).isEqualTo("not started");
        assertThat(card.carries()).isFalse();
        assertThat(card.budget().shown()).isFalse();
        assertThat(card.tiles().getLast().stale()).isFalse();
    }

    @Test
    void aHeldCanaryStillSaysWhyAfterItsLowerWeightHasPassed() {
        canaryAt25();
        happened(60, new Event.StepHeld("3.1", "error-rate 1.96 % is over its limit. Traffic is back at 10 %."));
        happened(61, new Event.WeightShifted("3.1", "api", Weight.ofPercent(25), Weight.ofPercent(10), ""));
        happened(130, new Event.VerdictReached("3.1", "api", new Verdict(Verdict.Word.PASS,
                "All 2 objectives are met; 2,295 samples.", 2_295,
                List.of())));
        CanaryCard card = card(Map.of("api", reading(10, 10, 131)), 132);

        assertThat(card.sentence()).startsWith("error-rate 1.96 % is over its limit.");
        assertThat(card.note())
                .isEqualTo("It stays held until a person decides, though at 10 % all 2 objectives are met; 2,295 samples.");
        assertThat(card.slide().barred()).isEqualTo("The canary is held: it can only go down.");
    }

    @Test
    void aSourceThatAnswersWithoutACanaryIsNotStale() {
        CanaryTile tile = CanaryTile.requests(CanaryWorld.WORKSPACE.objectives().getFirst(), answered(), Duration.ofMinutes(2),
                CanaryTile.Carries.CANARY, START.plusSeconds(2));

        assertThat(tile.note()).isEqualTo("no data yet");
        assertThat(tile.stale()).isFalse();
        assertThat(tile.state()).isEqualTo(State.QUEUED);
    }

    private static MetricSnapshot answered() {
        MetricLine line = MetricLine.requests(CanaryWorld.WORKSPACE.objectives().getFirst(), MetricLine.Side.CANARY);
        return new MetricSnapshot(Map.of(line, new MetricCurve(line, List.of(), Duration.ofSeconds(15),
                new SourceState("Prometheus",
                Duration.ofSeconds(5), Optional.of(START), ""), "", List.of(), Optional.empty())));
    }

    private void asked(Move move, double to) {
        happened(90, new Event.CanaryAsked(move, List.of(new Event.CanaryAsked.Part("3.1", "api", Weight.ofPercent(25),
                Weight.ofPercent(to), "")), ""));
    }

    @Test
    void aQueuedWeightIsWhatComesNext() {
        canaryAt25();
        asked(Move.QUEUE, 40);
        CanaryCard card = card(Map.of("api", reading(25, 25, 100)), 101);

        assertThat(card.queued()).contains(Weight.ofPercent(40));
        assertThat(card.slide().next()).contains(Weight.ofPercent(40));
        assertThat(card.sentence()).isEqualTo("Queued: 40 % as soon as 25 % has passed.");
    }

    @Test
    void aQueuedWeightThatIsDroppedLeavesItsReasonOnTheCard() {
        canaryAt25();
        asked(Move.QUEUE, 40);
        happened(100, new Event.WeightDropped("3.1", "api", Weight.ofPercent(40), "its verdict is fail."));
        happened(100, new Event.StepHeld("3.1", "its verdict is fail."));

        assertThat(card(Map.of(), 101).queued()).isEmpty();
        assertThat(card(Map.of(), 101).dropped()).isEqualTo("The queued 40 % was dropped: its verdict is fail.");
    }

    /** FEATURES T23: promote is off on an aborted canary, with its reason. */
    @Test
    void promoteIsOffOnAnAbortedCanaryWithItsReason() {
        canaryAt25();
        happened(60, new Event.WeightShifted("3.1", "api", Weight.ofPercent(25), Weight.ZERO, ""));
        happened(60, new Event.StepHeld("3.1", "Traffic was lowered to 0 % by hand."));
        happened(62, new Event.WeightObserved("api", Weight.ZERO, Weight.ZERO, ""));

        assertThat(card(Map.of("api", reading(0, 0, 70)), 72).obstacles())
                .containsEntry(Move.PROMOTE, "it was aborted and is held at 0 %; resume it first")
                .doesNotContainKey(Move.RESUME);
    }

    /** FEATURES T8: traffic that stays after an abort is a failure on the card, never anything better. */
    @Test
    void trafficThatDoesNotLeaveIsNotRecovered() {
        canaryAt25();
        happened(60, new Event.WeightShifted("3.1", "api", Weight.ofPercent(25), Weight.ZERO, ""));
        happened(60, new Event.StepHeld("3.1", "Traffic was lowered to 0 % by hand."));
        happened(62, new Event.WeightObserved("api", Weight.ZERO, Weight.ofPercent(20), "the gateway ignores it"));
        happened(82, new Event.NotRecovered("3.1", "api", Weight.ZERO, Weight.ofPercent(20), "the gateway ignores it"));
        CanaryCard card = card(Map.of("api", reading(0, 20, 90)), 91);

        assertThat(card.state()).isEqualTo(State.FAILED);
        assertThat(card.sentence()).isEqualTo("Not recovered: told 0 %, the router reports 20 %.");
        assertThat(card.note()).contains("the gateway ignores it");

        happened(95, new Event.WeightObserved("api", Weight.ZERO, Weight.ZERO, ""));
        assertThat(card(Map.of("api", reading(0, 0, 96)), 97).state()).isEqualTo(State.HELD);
    }

    @Test
    void aWeightIsSignedByThePersonOrProgramThatWroteIt() {
        canaryAt25();
        assertThat(card(Map.of("api", reading(25, 25, 70)), 71).writer()).isEqualTo("system");
        Traffic foreign = new Traffic(Weight.ofPercent(40), Weight.ofPercent(40), "", "kubectl-edit", "44", START.plusSeconds(72));
        TrafficReading written = new TrafficReading(Routing.PLAIN, Optional.of(foreign), new Reach.AnyPercent(), 18, 6,
                new SourceState("maily-api", Duration.ofSeconds(5), Optional.of(START.plusSeconds(72)), ""), Optional.empty());
        assertThat(card(Map.of("api", written), 73).writer()).isEqualTo("kubectl-edit");
    }
}
