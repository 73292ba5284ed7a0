package com.maily.console.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.maily.console.core.engine.Commands;
import com.maily.console.core.engine.ConsoleServices;
import com.maily.console.core.engine.PreflightCheck;
import com.maily.console.core.engine.SimulatedDriver;
import com.maily.console.core.journal.Event;
import com.maily.console.core.journal.MemoryJournal;
import com.maily.console.core.model.Actor;
import com.maily.console.core.model.Step;
import com.maily.console.core.port.Manifests;
import com.maily.console.platforms.workspace.WorkspaceFile;
import com.maily.console.sandbox.BoxPorts;
import com.maily.console.sandbox.MailyBox;
import com.maily.console.sandbox.SandboxClock;
import com.maily.console.sandbox.cluster.Kinds;
import com.maily.console.sandbox.cluster.PatchKind;
import com.maily.console.sandbox.cluster.Write;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Policies and limits are shown as differences before they are applied, applied once, and read back; quotas that are too small
 * are found first.
 */
class ObjectsOfAPlanTest {

    private static final Actor MANAGER = new Actor("release-manager", "Console");
    private static final Commands.Wanted PHASE_TWO = new Commands.Wanted("production", "v2.1.0", 2, 2, false, true,
            Optional.empty(), "");
    private static final Commands.Wanted CRITICAL = new Commands.Wanted("production", "v2.1.0", 3, 3, false, false,
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
        console = ConsoleServices.simulated(WorkspaceFile.maily(Map.of()), journal, clock, environment ->
                new BoxPorts(box, environment.name()),
                driver);
    }

    private static ObjectNode quota(String pods) {
        ObjectNode patch = JsonNodeFactory.instance.objectNode();
        patch.putObject("spec").putObject("hard").put("pods", pods);
        return patch;
    }

    private void quotaIs(String pods) {
        box.cluster().patch(Kinds.RESOURCE_QUOTAS, "maily", "maily", PatchKind.MERGE, quota(pods), Write.by("maily-console"));
        clock.advance(Duration.ofSeconds(5));
    }

    @Test
    void thePreviewShowsEachFieldThatWouldChange() {
        Commands.Preview preview = console.commands().previewDeployment(PHASE_TWO);

        assertThat(preview.changes()).singleElement().satisfies(difference -> {
            assertThat(difference.manifest().label()).isEqualTo("resourcequota/maily");
            assertThat(difference.changes()).containsExactly(new Manifests.Change("spec.hard.pods", "80", "90"));
        });
        assertThat(box.cluster().read(Kinds.RESOURCE_QUOTAS, "maily", "maily").at("/spec/hard/pods").asText()).isEqualTo("80");
    }

    @Test
    void theStepAppliesOnceAndReadsItBack() {
        Commands.Answer answer = console.commands().start(PHASE_TWO, MANAGER);
        assertThat(answer).isInstanceOf(Commands.Answer.Accepted.class);
        String run = ((Commands.Answer.Accepted) answer).deployment();
        String step = journal.history().deployment(run).orElseThrow().plan().steps().stream().filter(Step.Apply.class::isInstance)
                .map(Step::id).findFirst().orElseThrow();

        driver.play(() -> journal.history().deployment(run).orElseThrow().step(step).orElseThrow().endedAt().isPresent(),
                clock.instant().plus(Duration.ofHours(2)));

        List<Event> told = journal.read(0, 10_000).stream().map(entry -> entry.event()).toList();
        assertThat(told).filteredOn(event -> event instanceof Event.StepActed acted && acted.step().equals(step)).singleElement()
                .satisfies(event -> assertThat(((Event.StepActed) event).what())
                        .isEqualTo("applied resourcequota/maily: spec.hard.pods 80 → 90"));
        assertThat(told).anySatisfy(event -> assertThat(event).isEqualTo(
                new Event.StepSucceeded(step, "resourcequota/maily is as given; the platform would change nothing.")));
        assertThat(box.cluster().read(Kinds.RESOURCE_QUOTAS, "maily", "maily").at("/spec/hard/pods").asText()).isEqualTo("90");
    }

    @Test
    void aQuotaWithoutRoomForSurgeStopsThePlanBeforeItStarts() {
        quotaIs("25");

        Commands.Preview preview = console.commands().previewDeployment(CRITICAL);

        assertThat(preview.mayStart()).isFalse();
        assertThat(preview.checks()).filteredOn(check -> check.title().equals("Room for surge") && check.subject().equals("api"))
                .singleElement().satisfies(check -> {
                    assertThat(check.result()).isEqualTo(PreflightCheck.Result.FAIL);
                    assertThat(check.detail()).contains("2 pods more").contains("quota maily").contains("of 25 pods");
                });
    }

    @Test
    void aQuotaWithRoomIsSaidToHaveIt() {
        assertThat(console.commands().previewDeployment(CRITICAL).checks()).filteredOn(check ->
                check.title().equals("Room for surge"))
                .isNotEmpty().allSatisfy(check -> assertThat(check.result()).isEqualTo(PreflightCheck.Result.PASS));
    }
}
