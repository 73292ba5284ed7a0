package com.maily.console.core.journal;

import static com.maily.console.core.journal.Runs.START;
import static com.maily.console.core.journal.Runs.after;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.maily.console.core.journal.StepState.Status;
import com.maily.console.core.model.Failure;
import com.maily.console.core.model.Weight;
import com.maily.console.core.sla.Verdict;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DeploymentTest {

    private static final Failure FAILURE = new Failure.TimedOut("email did not become ready", "1 of 3 pods is ready.",
            "Look at its log.");
    private static final Verdict PASS = new Verdict(Verdict.Word.PASS, "all is well", 1_000, List.of());

    private static StepState step(String id, Event... events) {
        return after(events).step(id).orElseThrow();
    }

    private static Event started(String step) {
        return new Event.StepStarted(step, 1);
    }

    @Test
    void aNewRunHasAllItsStepsPlanned() {
        Deployment run = after();
        assertThat(run.steps().keySet()).containsExactly("1.1", "1.2", "2.1");
        assertThat(run.steps().values()).extracting(StepState::status).containsOnly(Status.PLANNED);
        assertThat(run.status()).isEqualTo(Deployment.Status.RUNNING);
        assertThat(run.startedAt()).isEqualTo(START.plusSeconds(1));
        assertThat(run.currentPhase().number()).isEqualTo(1);
        assertThat(run.component("api")).isEqualTo(ComponentState.UNTOUCHED);
    }

    @Test
    void aStepRunsAndIsDoneWithItsProof() {
        StepState step = step("1.1", started("1.1"), new Event.StepActed("1.1", "image set", "kubectl …"),
                new Event.StepNoted("1.1", "2 of 3 ready"), new Event.StepSucceeded("1.1", "3 of 3 run v2.1.0"));
        assertThat(step.status()).isEqualTo(Status.DONE);
        assertThat(step.note()).isEqualTo("2 of 3 ready");
        assertThat(step.proof()).isEqualTo("3 of 3 run v2.1.0");
        assertThat(step.elapsed(START.plusSeconds(999))).isEqualTo(Duration.ofSeconds(3));
    }

    @Test
    void aFailedStepTellsWhyUntilItIsRetried() {
        StepState failed = step("1.1", started("1.1"), new Event.StepFailed("1.1", FAILURE));
        assertThat(failed.status()).isEqualTo(Status.FAILED);
        assertThat(failed.failure()).contains(FAILURE);
        assertThat(failed.note()).isEqualTo("email did not become ready");
        StepState retried = step("1.1", started("1.1"), new Event.StepFailed("1.1", FAILURE), new Event.StepRetried("1.1"));
        assertThat(retried.status()).isEqualTo(Status.PLANNED);
        assertThat(retried.failure()).isEmpty();
        assertThat(retried.attempt()).isEqualTo(1);
        assertThat(retried.elapsed(START.plusSeconds(999))).as("it does not run").isZero();
        StepState again = step("1.1", started("1.1"), new Event.StepFailed("1.1", FAILURE), new Event.StepRetried("1.1"),
                new Event.StepStarted("1.1", 2));
        assertThat(again.attempt()).isEqualTo(2);
        assertThat(again.startedAt()).contains(START.plusSeconds(5));
        assertThat(again.note()).isEmpty();
    }

    @Test
    void aSkippedStepTellsTheReasonAndLetsThePhaseEnd() {
        Deployment run = after(new Event.StepSkipped("1.1", "hot fix"), started("1.2"), new Event.StepSucceeded("1.2", ""));
        assertThat(run.step("1.1").orElseThrow().note()).isEqualTo("hot fix");
        assertThat(run.step("1.1").orElseThrow().status().settled()).isTrue();
        assertThat(run.currentPhase().number()).isEqualTo(2);
    }

    @Test
    void afterACrashAStepIsUncertainUntilItIsObserved() {
        assertThat(step("1.1", started("1.1"), new Event.StepBecameUncertain("1.1")).status()).isEqualTo(Status.UNCERTAIN);
        assertThat(step("1.1", started("1.1"), new Event.StepBecameUncertain("1.1"), new Event.StepNoted("1.1", "3 of 3"))
                .status()).isEqualTo(Status.RUNNING);
        assertThat(step("1.1", started("1.1"), new Event.StepSucceeded("1.1", ""), new Event.StepBecameUncertain("1.1")).status())
                .as("what is done is certain").isEqualTo(Status.DONE);
    }

    @Test
    void anOpenQuestionOutlivesACrash() {
        StepState step = step("1.2", started("1.2"), new Event.GateOpened("1.2", "go", "Go on?"),
                new Event.StepBecameUncertain("1.2"), new Event.StepNoted("1.2", "looked"));
        assertThat(step.status()).isEqualTo(Status.WAITING);
        assertThat(step.gate()).map(StepState.Gate::question).contains("Go on?");
    }

    @Test
    void anApprovedGateStaysApprovedInTheNextAttempt() {
        Event[] events = {started("1.2"), new Event.GateOpened("1.2", "go", "Go on?"),
                new Event.GateAnswered("1.2", "go", true, "fine"),
            new Event.StepFailed("1.2", FAILURE), new Event.StepRetried("1.2"), new Event.StepStarted("1.2", 2)};
        assertThat(step("1.2", events).approved("go")).isTrue();
        assertThat(step("1.2", events).gate()).isEmpty();
    }

    @Test
    void aRefusedGateHoldsTheStep() {
        StepState step = step("1.2", started("1.2"), new Event.GateOpened("1.2", "go", "Go on?"),
                new Event.GateAnswered("1.2", "go", false, "errors"));
        assertThat(step.status()).isEqualTo(Status.HELD);
        assertThat(step.note()).isEqualTo("refused: errors");
        assertThat(step.approved("go")).isFalse();
    }

    @Test
    void anAnswerThatComesTooLateDoesNotWakeAStep() {
        assertThat(step("1.2", started("1.2"), new Event.GateOpened("1.2", "go", "Go on?"),
                new Event.StepSkipped("1.2", "no time"),
                new Event.GateAnswered("1.2", "go", true, "")).status()).isEqualTo(Status.SKIPPED);
    }

    @Test
    void aPolicyHoldsARunningStepOnly() {
        assertThat(step("2.1", started("2.1"), new Event.StepHeld("2.1", "p99 is over")))
                .extracting(StepState::status, StepState::note).containsExactly(Status.HELD, "p99 is over");
        assertThat(step("2.1", started("2.1"), new Event.StepFailed("2.1", FAILURE), new Event.StepHeld("2.1", "late")).status())
                .isEqualTo(Status.FAILED);
    }

    @Test
    void aShiftIsSettledOnceTheRouterReportsIt() {
        ComponentState shifted = after(shift(0, 10), seen(10, 0, "pods are starting")).component("api");
        assertThat(shifted.desired()).isEqualTo(Weight.ofPercent(10));
        assertThat(shifted.observed()).isEqualTo(Weight.ZERO);
        assertThat(shifted.why()).isEqualTo("pods are starting");
        assertThat(shifted.settledAt()).isEmpty();
        ComponentState settled = after(shift(0, 10), seen(10, 0, ""), seen(10, 10, ""), seen(10, 10, "")).component("api");
        assertThat(settled.shiftedAt()).contains(START.plusSeconds(2));
        assertThat(settled.settledAt()).as("since the first such report").contains(START.plusSeconds(4));
    }

    @Test
    void aNewShiftVoidsTheVerdictBeforeIt() {
        assertThat(after(shift(0, 10), judged()).component("api").verdict()).contains(PASS);
        assertThat(after(shift(0, 10), judged(), shift(10, 25)).component("api").verdict()).isEmpty();
    }

    @Test
    void aWeightSomebodyElseSetCountsAsAShift() {
        ComponentState api = after(shift(0, 10), seen(10, 10, ""), judged(), seen(40, 40, "")).component("api");
        assertThat(api.desired()).isEqualTo(Weight.ofPercent(40));
        assertThat(api.shiftedAt()).contains(START.plusSeconds(5));
        assertThat(api.settledAt()).contains(START.plusSeconds(5));
        assertThat(api.verdict()).isEmpty();
    }

    private static Event shift(int from, int to) {
        return new Event.WeightShifted("2.1", "api", Weight.ofPercent(from), Weight.ofPercent(to), "kubectl …");
    }

    private static Event seen(int desired, int observed, String why) {
        return new Event.WeightObserved("api", Weight.ofPercent(desired), Weight.ofPercent(observed), why);
    }

    private static Event judged() {
        return new Event.VerdictReached("2.1", "api", PASS);
    }

    @Test
    void versionsAreKeptByTrack() {
        ComponentState api = after(new Event.VersionObserved("api", true, "v2.0.4", ""),
                new Event.VersionObserved("api", false, "v2.1.0", "")).component("api");
        assertThat(api.stable()).isEqualTo("v2.0.4");
        assertThat(api.canary()).isEqualTo("v2.1.0");
    }

    @Test
    void aRunIsPausedAndResumedWithItsReason() {
        assertThat(after(new Event.Paused("lunch"))).extracting(Deployment::status, Deployment::statusReason)
                .containsExactly(Deployment.Status.PAUSED, "lunch");
        assertThat(after(new Event.Paused("lunch"), new Event.Resumed("back")).status()).isEqualTo(Deployment.Status.RUNNING);
    }

    @Test
    void aRunThatIsOverStaysOver() {
        Event end = new Event.DeploymentFinished(Event.Outcome.SUPERSEDED, "rolled back");
        Deployment run = after(started("1.2"), new Event.GateOpened("1.2", "go", "Go on?"), end, new Event.Paused("late"),
                new Event.Resumed("later"), new Event.DeploymentFinished(Event.Outcome.SUCCEEDED, "no"));
        assertThat(run.status()).isEqualTo(Deployment.Status.SUPERSEDED);
        assertThat(run.statusReason()).isEqualTo("rolled back");
        assertThat(run.endedAt()).contains(START.plusSeconds(4));
        StepState left = run.step("1.2").orElseThrow();
        assertThat(left.gate()).as("nobody is asked any more").isEmpty();
        assertThat(left.elapsed(START.plusSeconds(999))).as("the step's clock stops with the run")
                .isEqualTo(Duration.ofSeconds(2));
    }

    static Stream<Event> events() {
        return Samples.of(Event.class);
    }

    @ParameterizedTest
    @MethodSource("events")
    void anyEventAtAnyTimeIsFoldedAndOnlyAdvances(Event event) {
        assertThat(after(event).lastSequence()).isEqualTo(2);
        assertThat(after(new Event.DeploymentFinished(Event.Outcome.FAILED, ""), event).status())
                .isEqualTo(Deployment.Status.FAILED);
    }

    @Test
    void theFoldIsPure() {
        Deployment before = after(started("1.1"));
        Deployment twin = after(started("1.1"));
        before.apply(Runs.entry(3, "d-1", new Event.StepSucceeded("1.1", "")));
        before.apply(Runs.entry(3, "d-1", shift(0, 10)));
        assertThat(before).isEqualTo(twin);
        assertThatThrownBy(() -> before.steps().clear()).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> after(shift(0, 10)).components().clear()).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void anEntryOfAnotherRunIsRefused() {
        assertThatThrownBy(() -> after().apply(Runs.entry(2, "d-2", new Event.Paused(""))))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
