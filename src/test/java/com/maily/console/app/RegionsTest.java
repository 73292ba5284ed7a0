package com.maily.console.app;

import static com.maily.console.app.RegionalWorld.LAST;
import static com.maily.console.app.RegionalWorld.ON_CALL;
import static com.maily.console.app.RegionalWorld.PRODUCTION;
import static com.maily.console.app.RegionalWorld.REGIONS;
import static org.assertj.core.api.Assertions.assertThat;

import com.maily.console.core.engine.Commands;
import com.maily.console.core.engine.Commands.Answer;
import com.maily.console.core.engine.PreflightCheck;
import com.maily.console.core.engine.PreflightCheck.Result;
import com.maily.console.core.engine.Ready;
import com.maily.console.core.journal.Deployment;
import com.maily.console.core.journal.Event;
import com.maily.console.core.journal.StepState.Status;
import com.maily.console.core.model.Step;
import com.maily.console.core.port.SourceState;
import com.maily.console.sandbox.world.Scenario;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Production in three regions: waves forward, all at once back, and one region that cannot be reached. */
class RegionsTest {

    @TempDir
    private Path folder;

    @Test
    void aReleaseReachesOneRegionAfterTheOtherAndEachByItsOwnCanary() {
        RegionalWorld world = new RegionalWorld(Scenario.SMOOTH, folder);
        Outcome.require(world.console.commands().start(world.wanted(), ON_CALL));
        assertThat(world.play(Deployment::over)).isTrue();
        assertThat(world.newest().status()).isEqualTo(Deployment.Status.SUCCEEDED);
        assertThat(world.newest().statusReason()).isEqualTo(
                "production is on v2.1.0 in us-east-1, eu-west-1 and ap-southeast-1.");
        for (String component : List.of("api", "ai-service", "email")) {
            for (int i = 1; i < REGIONS.size(); i++) {
                assertThat(world.step("Canary of " + component + "@" + REGIONS.get(i)).startedAt().orElseThrow()).as(component)
                        .isAfterOrEqualTo(world.step("Canary of " + component + "@" + REGIONS.get(i - 1)).endedAt()
                        .orElseThrow());
            }
        }
        REGIONS.forEach(region -> assertThat(world.runs("api@" + region)).isEqualTo(Scenario.NEW));
    }

    @Test
    void aBadReleaseIsHeldInTheFirstWaveAndNeverReachesTheOthers() {
        RegionalWorld world = new RegionalWorld(Scenario.CANARY_REGRESSION, folder);
        Outcome.require(world.console.commands().start(world.wanted(), ON_CALL));
        assertThat(world.play(run -> run.steps().values().stream().anyMatch(step -> step.status() == Status.HELD))).isTrue();
        assertThat(world.step("Canary of api@us-east-1").status()).isEqualTo(Status.HELD);
        assertThat(world.step("Canary of api@eu-west-1").status()).isEqualTo(Status.PLANNED);
        assertThat(world.runs("api@eu-west-1")).isEqualTo(Scenario.OLD);
    }

    @Test
    void aRegionThatIsDownStopsAReleaseAndIsNamedWhileTheOthersAreFine() {
        RegionalWorld world = new RegionalWorld(Scenario.SMOOTH, folder);
        world.box.faults().cutOff(LAST, true);
        Commands.Preview preview = world.console.commands().previewDeployment(world.wanted());
        assertThat(preview.mayStart()).isFalse();
        assertThat(preview.checks()).filteredOn(check -> check.title().equals("Credentials"))
                .extracting(PreflightCheck::result).containsOnlyOnce(Result.FAIL).contains(Result.PASS);
        assertThat(world.console.commands().start(world.wanted(), ON_CALL)).isInstanceOfSatisfying(Answer.Refused.class,
                refused -> assertThat(refused.why().sentence()).contains(LAST, "leave it out on purpose"));
        assertThat(world.console.platforms(PRODUCTION).sources()).extracting(SourceState::name, source ->
                source.trouble().isEmpty())
                .contains(org.assertj.core.groups.Tuple.tuple("Kubernetes " + LAST, false),
                        org.assertj.core.groups.Tuple.tuple("Kubernetes us-east-1", true));
    }

    @Test
    void aRegionLeftOutOnPurposeKeepsWhatItRunsAndTheJournalSaysSo() {
        RegionalWorld world = new RegionalWorld(Scenario.SMOOTH, folder);
        world.box.faults().cutOff(LAST, true);
        Outcome.require(world.console.commands().start(world.wanted("us-east-1", "eu-west-1"), ON_CALL));
        assertThat(world.newest().plan().leftOut()).containsExactly(LAST);
        assertThat(world.newest().plan().steps()).noneMatch(step -> step.title().contains(LAST));
        assertThat(world.play(Deployment::over)).isTrue();
        assertThat(world.newest().statusReason()).isEqualTo(
                "production got what was asked of v2.1.0 in us-east-1 and eu-west-1; ap-southeast-1 was left out.");
        world.box.faults().cutOff(LAST, false);
        assertThat(world.runs("api@" + LAST)).isEqualTo(Scenario.OLD);
        assertThat(world.runs("api@eu-west-1")).isEqualTo(Scenario.NEW);
    }

    @Test
    void aRollbackDoesNotWaitForARegionThatIsDownAndFinishesThereWhenItComesBack() {
        RegionalWorld world = inTrouble();
        world.box.faults().cutOff(LAST, true);
        Outcome.require(world.console.commands().rollBack(world.undo(), ON_CALL));
        assertThat(world.play(run -> world.step("Tell people of eu-west-1").status().settled()
                && world.step("Tell people of us-east-1").status().settled())).isTrue();
        assertThat(world.step("Verify us-east-1").proof()).isNotEmpty();
        assertThat(world.step("Restore api@eu-west-1").status()).isEqualTo(Status.DONE);
        assertThat(world.step("Restore api@" + LAST).status()).isEqualTo(Status.RUNNING);
        assertThat(world.step("Restore api@" + LAST).note()).startsWith(LAST + ": ").contains("cannot be reached");

        world.box.faults().cutOff(LAST, false);
        assertThat(world.play(Deployment::over)).isTrue();
        assertThat(world.newest().status()).isEqualTo(Deployment.Status.SUCCEEDED);
        REGIONS.forEach(region -> assertThat(world.runs("api@" + region)).isEqualTo(Scenario.OLD));
    }

    @Test
    void aRollbackGivenUpWithoutARegionSaysWhichWereReached() {
        RegionalWorld world = inTrouble();
        world.box.faults().cutOff(LAST, true);
        Outcome.require(world.console.commands().rollBack(world.undo("api"), ON_CALL));
        assertThat(world.newest().plan().steps()).filteredOn(Step.Restore.class::isInstance).extracting(Step::title)
                .containsExactlyInAnyOrder("Restore api@us-east-1", "Restore api@eu-west-1", "Restore api@" + LAST);
        assertThat(world.play(Ready::waitsForPerson)).isTrue();
        assertThat(world.step("Restore api@" + LAST).failure().orElseThrow().sentence()).contains(LAST);
        Outcome.require(world.console.commands().cancel(world.newest().id(), "", ON_CALL));
        assertThat(world.play(Deployment::over)).isTrue();
        assertThat(world.newest().statusReason()).startsWith(
                "Rolled back in us-east-1 and eu-west-1; ap-southeast-1 was not reached.");
    }

    @Test
    void oneRegionOfAComponentCanGoBackByItself() {
        RegionalWorld world = inTrouble();
        Outcome.require(world.console.commands().rollBack(world.undo("api@eu-west-1"), ON_CALL));
        assertThat(world.play(Deployment::over)).isTrue();
        assertThat(world.runs("api@eu-west-1")).isEqualTo(Scenario.OLD);
        assertThat(world.runs("api@us-east-1")).isEqualTo(Scenario.NEW);
    }

    @Test
    void theRegionThatRunsTheJobsCannotBeLeftOutOfARunThatHasSome() {
        RegionalWorld world = new RegionalWorld(Scenario.SMOOTH, folder);
        Commands.Preview preview = world.console.commands().previewDeployment(world.wanted("eu-west-1"));
        assertThat(preview.refusal().orElseThrow().sentence()).contains("us-east-1 cannot be left out");
        assertThat(world.console.commands().previewDeployment(world.wanted("mars")).refusal().orElseThrow().sentence())
                .contains("There is no region mars");
    }

    @Test
    void theJournalOfTwoEqualRunsIsTheSame() {
        assertThat(events(Path.of("a"))).isEqualTo(events(Path.of("b")));
    }

    private List<Event> events(Path name) {
        RegionalWorld world = inTrouble();
        Outcome.require(world.console.commands().rollBack(world.undo("api"), ON_CALL));
        assertThat(world.play(Deployment::over)).as(name.toString()).isTrue();
        return world.journal.read(0, Integer.MAX_VALUE).stream().map(entry -> entry.event()).toList();
    }

    /** The new version runs in all regions since long, and its api has gone bad. */
    private RegionalWorld inTrouble() {
        RegionalWorld world = new RegionalWorld(Scenario.ROLLBACK_DRILL, folder);
        world.clock.advance(Duration.ofMinutes(4));
        return world;
    }
}
