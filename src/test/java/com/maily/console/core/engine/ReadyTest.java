package com.maily.console.core.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.maily.console.core.journal.Deployment;
import com.maily.console.core.journal.Event;
import com.maily.console.core.journal.MemoryJournal;
import com.maily.console.core.model.Actor;
import com.maily.console.core.model.Failure;
import com.maily.console.core.model.Phase;
import com.maily.console.core.model.Plan;
import com.maily.console.core.model.Stage;
import com.maily.console.core.model.Step;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is ready follows from the journal alone. */
class ReadyTest {

    private static Step step(String id, String... after) {
        return new Step.Approve(new Step.Base(id, "step " + id, Stage.PREPARATION, "production", List.of(after),
                Duration.ofMinutes(1),
                Duration.ofMinutes(3)), "Go on?");
    }

    private Deployment after(Plan.Intent intent, Event... events) {
        MemoryJournal journal = new MemoryJournal(new HandTime());
        Plan plan = new Plan(intent, "production", "v2.1.0", "v2.0.4", List.of(
                new Phase(1, "one", "", List.of(step("1.1"), step("1.2", "1.1"), step("1.3"))), new Phase(2, "skipped", "",
                        List.of()),
                new Phase(3, "two", "", List.of(step("3.1")))));
        journal.append("dep", Actor.SYSTEM, new Event.DeploymentStarted(plan, Maily.NEW, "", ""));
        Arrays.stream(events).forEach(event -> journal.append("dep", Actor.SYSTEM, event));
        return journal.history().deployment("dep").orElseThrow();
    }

    private static List<String> starts(Deployment deployment) {
        return Ready.of(deployment).start().stream().map(state -> state.step().id()).toList();
    }

    private static Event done(String id) {
        return new Event.StepSucceeded(id, "seen");
    }

    private static Event failed(String id) {
        return new Event.StepFailed(id, new Failure.Rejected("it failed", "so", "retry"));
    }

    @Test
    void whatWaitsForNothingStartsInPlanOrder() {
        assertThat(starts(after(Plan.Intent.FORWARD))).containsExactly("1.1", "1.3");
    }

    @Test
    void aStepStartsWhenWhatItWaitsForIsDoneOrSkipped() {
        assertThat(starts(after(Plan.Intent.FORWARD, done("1.1")))).containsExactly("1.2", "1.3");
        assertThat(starts(after(Plan.Intent.FORWARD, new Event.StepSkipped("1.1", "by hand")))).containsExactly("1.2", "1.3");
    }

    @Test
    void thePhaseAfterWaitsForTheWholePhaseBefore() {
        assertThat(starts(after(Plan.Intent.FORWARD, done("1.1"), done("1.2")))).containsExactly("1.3");
        assertThat(starts(after(Plan.Intent.FORWARD, done("1.1"), done("1.2"), done("1.3")))).containsExactly("3.1");
    }

    @Test
    void goingForwardAFailureStopsNewStepsGoingBackItDoesNot() {
        assertThat(starts(after(Plan.Intent.FORWARD, failed("1.1")))).isEmpty();
        assertThat(starts(after(Plan.Intent.BACK, failed("1.1")))).containsExactly("1.3");
    }

    @Test
    void aHeldStepStopsNewStepsAndWaitsForAPerson() {
        Deployment held = after(Plan.Intent.FORWARD, new Event.StepStarted("1.1", 1), new Event.StepHeld("1.1",
                "its verdict turned"));
        assertThat(starts(held)).isEmpty();
        assertThat(Ready.waitsForPerson(held)).isTrue();
    }

    @Test
    void aPausedRunDoesNothingAtAll() {
        Deployment paused = after(Plan.Intent.FORWARD, new Event.StepStarted("1.1", 1), new Event.Paused("lunch"));
        assertThat(Ready.of(paused)).isEqualTo(new Ready(List.of(), List.of(), java.util.Optional.empty()));
    }

    @Test
    void anUncertainStepIsLookedAtAndAnOpenGateIsNot() {
        Deployment run = after(Plan.Intent.FORWARD, new Event.StepStarted("1.1", 1), new Event.StepBecameUncertain("1.1"),
                new Event.StepStarted("1.3", 1), new Event.GateOpened("1.3", "approval", "Go on?"));
        assertThat(Ready.of(run).look()).extracting(state -> state.step().id()).containsExactly("1.1");
    }

    @Test
    void theRunIsOverWhenEverythingIsSettled() {
        Deployment run = after(Plan.Intent.FORWARD, done("1.1"), new Event.StepSkipped("1.2", "no"), done("1.3"), done("3.1"));
        assertThat(Ready.of(run).finish()).hasValueSatisfying(event -> {
            assertThat(event.outcome()).isEqualTo(Event.Outcome.SUCCEEDED);
            assertThat(event.summary())
                    .isEqualTo("production got what was asked of v2.1.0; phase 2 was not part of this run; 1 step was skipped.");
        });
    }
}
