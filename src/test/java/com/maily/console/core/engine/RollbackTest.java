package com.maily.console.core.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.maily.console.core.engine.Commands.Answer;
import com.maily.console.core.engine.Commands.Preview;
import com.maily.console.core.engine.Commands.Undo;
import com.maily.console.core.engine.PreflightCheck.Result;
import com.maily.console.core.journal.Deployment;
import com.maily.console.core.journal.Event;
import com.maily.console.core.journal.StepState.Status;
import com.maily.console.core.model.Failure;
import com.maily.console.core.model.Plan;
import com.maily.console.core.model.Step;
import com.maily.console.core.model.Weight;
import com.maily.console.core.port.Track;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Everything that changed goes back, in one plan, and is read back. */
class RollbackTest {

    private final Stand stand = new Stand();

    private String failedRelease() {
        stand.production.canaryErrors = weight -> weight.percent() >= 25 ? 0.8 : 0.02;
        String id = stand.start(Stand.wanted(2, 3, true));
        stand.playToTheEnd(id);
        assertThat(stand.step(id, "Canary of api").status()).isEqualTo(Status.HELD);
        return id;
    }

    @Test
    void undoesAHalfDoneReleaseAndProvesIt() {
        String forward = failedRelease();
        String id = Stand.accepted(stand.commands().rollBack(Stand.undo(), Stand.SOMEBODY));
        Deployment back = stand.playToTheEnd(id);
        assertThat(back.status()).isEqualTo(Deployment.Status.SUCCEEDED);
        assertThat(back.undoes()).isEqualTo(forward);
        assertThat(stand.run(forward).status()).isEqualTo(Deployment.Status.SUPERSEDED);
        assertThat(Maily.RELEASED).allSatisfy(name -> {
            assertThat(stand.production.track(name, Track.STABLE).artifact.version()).isEqualTo("v2.0.4");
            assertThat(stand.production.track(name, Track.CANARY).wanted).isZero();
            assertThat(stand.weight(name)).isEqualTo(Weight.ZERO);
        });
        assertThat(stand.step(id, "Restore api").proof()).contains("api runs v2.0.4", "Canary weight 0 % read back.");
        assertThat(Duration.between(back.startedAt(), back.endedAt().orElseThrow())).isLessThan(Duration.ofMinutes(15));
    }

    @Test
    void whatIsAlreadyThereIsLeftOutAndSaidSo() {
        failedRelease();
        Preview preview = stand.commands().previewRollback(Stand.undo());
        assertThat(preview.plan().orElseThrow().steps()).filteredOn(Step.Restore.class::isInstance).extracting(Step::title)
                .containsExactlyInAnyOrder("Restore api", "Restore email", "Restore analytics");
        assertThat(preview.plan().orElseThrow().phases().getFirst().subtitle())
                .isEqualTo("Left out, already on v2.0.4: ai-service and frontend");
        assertThat(preview.checks()).anyMatch(check -> check.subject().equals("frontend") && check.title()
                .equals("Already there"));
    }

    @Test
    void oneComponentCanGoBackAlone() {
        failedRelease();
        String id = Stand.accepted(stand.commands().rollBack(Stand.undo("email"), Stand.SOMEBODY));
        assertThat(stand.playToTheEnd(id).status()).isEqualTo(Deployment.Status.SUCCEEDED);
        assertThat(stand.production.track("email", Track.STABLE).artifact.version()).isEqualTo("v2.0.4");
        assertThat(stand.production.track("analytics", Track.STABLE).artifact.version()).isEqualTo("v2.1.0");
    }

    @Test
    void trafficLeavesTheCanaryBeforeAnythingElseHappens() {
        stand.production.canaryErrors = weight -> weight.percent() >= 25 ? 0.8 : 0.02;
        String id = stand.start(Stand.wanted(3, 3, true));
        stand.playToTheEnd(id);
        int before = stand.production.writes.size();
        stand.playToTheEnd(Stand.accepted(stand.commands().rollBack(Stand.undo(), Stand.SOMEBODY)));
        assertThat(stand.production.writes.subList(before, stand.production.writes.size()))
                .startsWith("weight api 0 %", "scale api CANARY 0").noneMatch(write -> write.startsWith("undo"));
    }

    @Test
    void aHealthyEnvironmentHasNothingToRollBack() {
        Preview preview = stand.commands().previewRollback(Stand.undo());
        assertThat(preview.refusal().orElseThrow()).isInstanceOf(Failure.Rejected.class);
        assertThat(preview.refusal().orElseThrow().sentence()).startsWith("Nothing to roll back: production is on v2.0.4.");
    }

    @Test
    void aNewestReleaseThatSomebodyElseBroughtGoesBackToTheOneBefore() {
        Maily.RELEASED.forEach(name -> {
            stand.production.track(name, Track.STABLE).artifact = Maily.NEW.artifact(name).orElseThrow();
            stand.production.kept.get(name).addFirst(Maily.NEW.artifact(name).orElseThrow());
        });
        String id = Stand.accepted(stand.commands().rollBack(Stand.undo(), Stand.SOMEBODY));
        assertThat(stand.playToTheEnd(id).plan().version()).isEqualTo("v2.0.4");
        assertThat(stand.run(id).status()).isEqualTo(Deployment.Status.SUCCEEDED);
    }

    @Test
    void aRollbackIsNotRolledBackUnlessAVersionIsNamed() {
        failedRelease();
        stand.playToTheEnd(Stand.accepted(stand.commands().rollBack(Stand.undo(), Stand.SOMEBODY)));
        assertThat(stand.commands().rollBack(Stand.undo(), Stand.SOMEBODY)).isInstanceOf(Answer.Refused.class);
        Preview named = stand.commands().previewRollback(new Undo("production", List.of(), Optional.of("v2.1.0"), ""));
        assertThat(named.plan()).isPresent();
    }

    @Test
    void aSchemaBoundaryIsNamedAndNothingIsTouched() {
        failedRelease();
        int writes = stand.production.writes.size();
        Answer answer = stand.commands().rollBack(new Undo("production", List.of(), Optional.of("v2.0.3"), ""), Stand.SOMEBODY);
        assertThat(answer).isInstanceOfSatisfying(Answer.Refused.class, refused -> assertThat(refused.why().why())
                .contains("v2.1.0", "older than 41", "v2.0.3 is of schema 40"));
        assertThat(stand.production.writes).hasSize(writes);
    }

    @Test
    void aRevisionThePlatformNoLongerKeepsIsFoundBeforehand() {
        failedRelease();
        stand.production.kept.get("analytics").removeIf(artifact -> artifact.version().equals("v2.0.4"));
        Preview preview = stand.commands().previewRollback(Stand.undo());
        assertThat(preview.mayStart()).isFalse();
        assertThat(preview.checks()).filteredOn(check -> check.result() == Result.FAIL).extracting(PreflightCheck::detail)
                .containsExactly("Its platform keeps no revision that runs v2.0.4.");
    }

    @Test
    void somethingThatReappliesTheBadVersionIsNoticed() {
        failedRelease();
        String id = Stand.accepted(stand.commands().rollBack(Stand.undo(), Stand.SOMEBODY));
        stand.play(() -> stand.step(id, "Verify the rollback").attempt() > 0);
        stand.production.track("analytics", Track.STABLE).run(Maily.NEW.artifact("analytics").orElseThrow(),
                stand.time.instant());
        stand.play(() -> stand.step(id, "Verify the rollback").status() == Status.FAILED);
        assertThat(stand.step(id, "Verify the rollback").failure().orElseThrow().what())
                .isEqualTo("analytics did not stay rolled back");
    }

    @Test
    void aBrokenComponentDoesNotStopTheOthers() {
        failedRelease();
        stand.production.broken.add("analytics");
        String id = Stand.accepted(stand.commands().rollBack(Stand.undo(), Stand.SOMEBODY));
        stand.playToTheEnd(id);
        assertThat(stand.step(id, "Restore analytics").status()).isEqualTo(Status.FAILED);
        assertThat(stand.step(id, "Restore email").status()).isEqualTo(Status.DONE);
        assertThat(stand.step(id, "Restore api").status()).isEqualTo(Status.DONE);
        assertThat(stand.run(id).over()).as("it is not called rolled back").isFalse();
        stand.production.broken.clear();
        stand.commands().retry(id, stand.step(id, "Restore analytics").step().id(), Stand.SOMEBODY);
        assertThat(stand.playToTheEnd(id).status()).isEqualTo(Deployment.Status.SUCCEEDED);
    }

    @Test
    void aRollbackOfARunInFullSwingTakesOverAtAnyMoment() {
        for (int seconds = 10; seconds < 3_000; seconds += 97) {
            Stand one = new Stand();
            String forward = one.start(Stand.wanted(3, 3, true));
            one.commands().previewRollback(Stand.undo());
            one.driver.play(() -> false, one.time.instant().plusSeconds(seconds));
            Answer answer = one.commands().rollBack(Stand.undo(), Stand.SOMEBODY);
            if (answer instanceof Answer.Accepted accepted) {
                assertThat(one.playToTheEnd(accepted.deployment()).status()).isEqualTo(Deployment.Status.SUCCEEDED);
                assertThat(one.run(forward).status()).isEqualTo(Deployment.Status.SUPERSEDED);
                assertThat(Maily.RELEASED).as("rolled back after %s s", seconds).allSatisfy(name -> {
                    assertThat(one.production.track(name, Track.STABLE).artifact.version()).isEqualTo("v2.0.4");
                    assertThat(one.weight(name)).isEqualTo(Weight.ZERO);
                });
            } else {
                assertThat(one.production.writes).as("nothing was done yet").isEmpty();
            }
        }
    }

    @Test
    void theJournalTellsEachCommandThatWasSent() {
        failedRelease();
        String id = Stand.accepted(stand.commands().rollBack(Stand.undo(), Stand.SOMEBODY));
        stand.playToTheEnd(id);
        assertThat(stand.events()).anyMatch(event -> event instanceof Event.StepActed acted && acted.command()
                .equals("rollout undo deployment/analytics"));
        assertThat(stand.events()).anyMatch(event -> event instanceof Event.WeightShifted shift && shift.to().isZero()
                && shift.command().equals("patch httproute api"));
    }

    @Test
    void whatCarriesCanaryTrafficWaitsForNobodyTheRestGoesBackInOrder() {
        String id = stand.start(Stand.wanted(3, 3, false));
        stand.playToTheEnd(id);
        Plan calm = stand.commands().previewRollback(Stand.undo()).plan().orElseThrow();
        assertThat(restore(calm, "api").after()).contains(restore(calm, "ai-service").id(), restore(calm, "frontend").id());
        stand.production.weights.put("api", Weight.ofPercent(10));
        Plan urgent = stand.commands().previewRollback(Stand.undo()).plan().orElseThrow();
        assertThat(restore(urgent, "api").after()).isEmpty();
    }

    private static Step restore(Plan plan, String component) {
        return plan.steps().stream().filter(step -> step.title().equals("Restore " + component)).findFirst().orElseThrow();
    }

    @Test
    void aWriteByAnotherAtTheSameMomentIsNotTheEndOfARollback() {
        failedRelease();
        String id = Stand.accepted(stand.commands().rollBack(Stand.undo(), Stand.SOMEBODY));
        stand.production.refusal = Optional.of(new Failure.Conflict("The route was changed meanwhile", "another writer",
                "Look again."));
        stand.driver.play(() -> false, stand.time.instant().plusSeconds(10));
        assertThat(stand.step(id, "Restore analytics").status()).isEqualTo(Status.RUNNING);
        stand.production.refusal = Optional.empty();
        assertThat(stand.playToTheEnd(id).status()).isEqualTo(Deployment.Status.SUCCEEDED);
    }
}
