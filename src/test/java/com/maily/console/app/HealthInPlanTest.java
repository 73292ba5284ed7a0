package com.maily.console.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.maily.console.core.engine.Commands;
import com.maily.console.core.engine.ConsoleServices;
import com.maily.console.core.engine.PreflightCheck;
import com.maily.console.core.engine.SimulatedDriver;
import com.maily.console.core.journal.MemoryJournal;
import com.maily.console.core.journal.StepState;
import com.maily.console.core.model.Actor;
import com.maily.console.core.model.Inspection;
import com.maily.console.core.model.Step;
import com.maily.console.platforms.workspace.WorkspaceFile;
import com.maily.console.sandbox.BoxPorts;
import com.maily.console.sandbox.MailyBox;
import com.maily.console.sandbox.SandboxClock;
import com.maily.console.sandbox.cluster.Kinds;
import com.maily.console.sandbox.cluster.PatchKind;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An endpoint that is down is named before a plan starts, which it does not stop, and stops the plan where all is verified. */
class HealthInPlanTest {

    private static final Commands.Wanted PHASE_TWO = new Commands.Wanted("production", "v2.1.0", 2, 2, false, false,
            Optional.empty(), "");

    private SandboxClock clock;
    private MailyBox box;
    private MemoryJournal journal;
    private SimulatedDriver driver;
    private ConsoleServices console;

    @BeforeEach
    void open() {
        clock = SandboxClock.manual(MailyBox.START);
        box = MailyBox.create(clock, MailyBox.scenario("smooth"), 77);
        journal = new MemoryJournal(clock);
        driver = new SimulatedDriver(clock, until -> clock.advance(Duration.between(clock.instant(), until)));
        console = ConsoleServices.simulated(WorkspaceFile.maily(Map.of()), journal, clock,
                environment -> BoxPorts.of(box, environment), driver);
        clock.advance(Duration.ofMinutes(1));
    }

    private void takeAwayTheUnitsOf(String deployment) throws Exception {
        box.cluster().patch(Kinds.DEPLOYMENTS, "maily", deployment, "scale", PatchKind.MERGE,
                new ObjectMapper().readTree("{\"spec\":{\"replicas\":0}}"), "test");
        clock.advance(Duration.ofSeconds(30));
    }

    private PreflightCheck preflight() {
        return console.commands().previewDeployment(PHASE_TWO).checks().stream()
                .filter(check -> check.title().equals("Health endpoints")).findFirst().orElseThrow();
    }

    @Test
    void thePreflightNamesWhatIsDownAndLetsThePlanStart() throws Exception {
        assertThat(preflight().result()).isEqualTo(PreflightCheck.Result.PASS);
        assertThat(preflight().detail()).isEqualTo("All 7 answer as they should.");

        takeAwayTheUnitsOf("blockchain-service");

        assertThat(preflight().result()).isEqualTo(PreflightCheck.Result.WARN);
        assertThat(preflight().detail()).contains("1 of 7", "blockchain health: Answered 503 where 200 was expected.");
    }

    @Test
    void theStepThatLooksAtMonitoringFailsWithTheEndpointThatIsDown() throws Exception {
        Commands.Answer answer = console.commands().start(PHASE_TWO, new Actor("release-manager", "Console"));
        String run = ((Commands.Answer.Accepted) answer).deployment();
        String step = journal.history().deployment(run).orElseThrow().plan().steps().stream()
                .filter(one -> one instanceof Step.Inspect inspect && inspect.inspection() == Inspection.METRICS_ARRIVE)
                .map(Step::id).findFirst().orElseThrow();
        driver.play(() -> journal.history().deployment(run).orElseThrow().step("2.2").orElseThrow().startedAt().isPresent(),
                clock.instant().plus(Duration.ofHours(1)));
        takeAwayTheUnitsOf("blockchain-service");

        driver.play(() -> journal.history().deployment(run).orElseThrow().step(step).orElseThrow().endedAt().isPresent(),
                clock.instant().plus(Duration.ofHours(3)));

        StepState looked = journal.history().deployment(run).orElseThrow().step(step).orElseThrow();
        assertThat(looked.status()).isEqualTo(StepState.Status.FAILED);
        assertThat(looked.failure().orElseThrow().why()).contains("blockchain health: Answered 503 where 200 was expected");
    }
}
