package com.maily.console.core.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.maily.console.core.journal.Deployment;
import com.maily.console.core.journal.Entry;
import com.maily.console.core.journal.Event;
import com.maily.console.core.journal.StepState.Status;
import com.maily.console.core.model.Failure;
import com.maily.console.core.model.Weight;
import com.maily.console.core.port.Track;
import com.maily.console.core.sla.Verdict;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What people see of a run, on a world in memory and a clock moved by hand. */
class ConductorTest {

    private final Stand stand = new Stand();

    @Test
    void carriesAWholeReleaseThroughThreePhases() {
        String id = stand.start(Stand.wanted(1, 3, true));
        Deployment end = stand.playToTheEnd(id);
        assertThat(id).isEqualTo("dep-20251120-0148");
        assertThat(end.status()).isEqualTo(Deployment.Status.SUCCEEDED);
        assertThat(end.steps().values()).allMatch(step -> step.status() == Status.DONE && !step.proof().isBlank());
        assertThat(Maily.RELEASED).allSatisfy(name -> {
            assertThat(stand.production.track(name, Track.STABLE).artifact.version()).isEqualTo("v2.1.0");
            assertThat(stand.production.track(name, Track.CANARY).wanted).isZero();
            assertThat(stand.weight(name)).isEqualTo(Weight.ZERO);
        });
        assertThat(stand.production.told).containsExactly("production is on v2.1.0.");
    }

    @Test
    void fortyMinutesOfCanaryPassInAMomentAndEachRungIsBaked() {
        long before = System.nanoTime();
        String id = stand.start(Stand.wanted(3, 3, true));
        stand.playToTheEnd(id);
        assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(5));
        assertThat(stand.step(id, "Canary of api").elapsed(stand.time.instant())).isGreaterThan(Duration.ofMinutes(40));
        List<Entry> shifts = stand.journal.read(0, 10_000).stream()
                .filter(entry -> entry.event() instanceof Event.WeightShifted shift && shift.component().equals("api")).toList();
        assertThat(shifts).extracting(entry -> ((Event.WeightShifted) entry.event()).to().toString())
                .containsExactly("5 %", "10 %", "25 %", "50 %", "100 %", "0 %");
        for (int i = 1; i < 5; i++) {
            assertThat(Duration.between(shifts.get(i - 1).at(), shifts.get(i).at()))
                    .isGreaterThanOrEqualTo(Duration.ofMinutes(10));
        }
    }

    @Test
    void aFailingCanaryIsHeldWithItsReasonAndTrafficGoesBackToTheLastGoodRung() {
        stand.production.canaryErrors = weight -> weight.percent() >= 25 ? 0.8 : 0.02;
        String id = stand.start(Stand.wanted(3, 3, true));
        Deployment held = stand.playToTheEnd(id);
        assertThat(stand.step(id, "Canary of api").status()).isEqualTo(Status.HELD);
        assertThat(stand.step(id, "Canary of api").note())
                .isEqualTo("error-rate 0.8 % is over its limit of 0.1 %, stable is 0.01 %; over it in 9 of 9 minutes; 5,000 samples."
                        + " Traffic is back at 10 %.");
        assertThat(stand.weight("api")).isEqualTo(Weight.ofPercent(10));
        assertThat(held.over()).isFalse();
        assertThat(Ready.waitsForPerson(held)).isTrue();
        assertThat(stand.step(id, "Deploy frontend").status()).as("nothing new starts").isEqualTo(Status.PLANNED);
    }

    @Test
    void silenceIsNeverAPass() {
        stand.production.canaryErrors = weight -> weight.percent() >= 10 ? Double.NaN : 0.02;
        String id = stand.start(Stand.wanted(3, 3, true));
        stand.driver.play(() -> false, stand.time.instant().plus(Duration.ofMinutes(60)));
        assertThat(stand.weight("api")).isEqualTo(Weight.ofPercent(10));
        assertThat(stand.step(id, "Canary of api").note()).isEqualTo("10 % is held: no data to judge");
        assertThat(stand.run(id).component("api").verdict().map(Verdict::word)).contains(Verdict.Word.NO_DATA);
    }

    @Test
    void fewRequestsHoldARungToo() {
        stand.production.requests = 80;
        String id = stand.start(Stand.wanted(3, 3, true));
        stand.driver.play(() -> false, stand.time.instant().plus(Duration.ofMinutes(40)));
        assertThat(stand.weight("api")).isEqualTo(Weight.ofPercent(5));
        assertThat(stand.step(id, "Canary of api").note()).isEqualTo("5 % is held: too few requests to judge");
    }

    @Test
    void aCanaryLimitWaitsForAPerson() {
        String id = stand.start(new Commands.Wanted("production", "v2.1.0", 3, 3, false, true, Optional.of(Weight.ofPercent(15)),
                ""));
        assertThat(stand.play(() -> stand.gate(id).isPresent())).isTrue();
        assertThat(stand.weight("api")).isEqualTo(Weight.ofPercent(15));
        assertThat(stand.gate(id).orElseThrow().gate().orElseThrow().question())
                .isEqualTo("api holds its objectives at 15 %. Go on to 25 %?");
        stand.time.pass(Duration.ofHours(20));
        assertThat(stand.playToTheEnd(id).status()).as("thinking has no time limit").isEqualTo(Deployment.Status.SUCCEEDED);
    }

    @Test
    void aRefusedApprovalHoldsAndARetryAsksAgain() {
        String id = stand.start(Stand.wanted(1, 2, false));
        stand.play(() -> stand.gate(id).isPresent());
        String step = stand.gate(id).orElseThrow().step().id();
        stand.commands().answer(id, step, false, "not today", Stand.SOMEBODY);
        stand.play(() -> stand.gate(id).isEmpty());
        assertThat(stand.run(id).step(step).orElseThrow().status()).isEqualTo(Status.HELD);
        assertThat(stand.run(id).step(step).orElseThrow().note()).isEqualTo("refused: not today");
        stand.commands().retry(id, step, Stand.SOMEBODY);
        assertThat(stand.play(() -> stand.gate(id).isPresent())).isTrue();
    }

    @Test
    void pausingStopsEverythingAndResumingGoesOn() {
        String id = stand.start(Stand.wanted(3, 3, true));
        stand.play(() -> stand.weight("api").equals(Weight.ofPercent(5)));
        Stand.accepted(stand.commands().pause(id, "lunch", Stand.SOMEBODY));
        stand.driver.play(() -> false, stand.time.instant().plus(Duration.ofHours(30)));
        assertThat(stand.weight("api")).isEqualTo(Weight.ofPercent(5));
        assertThat(stand.run(id).status()).isEqualTo(Deployment.Status.PAUSED);
        Stand.accepted(stand.commands().resume(id, "", Stand.SOMEBODY));
        assertThat(stand.playToTheEnd(id).status()).as("a pause uses up no time limit").isEqualTo(Deployment.Status.SUCCEEDED);
    }

    @Test
    void trafficCanBeLoweredByHandEvenWhilePaused() {
        String id = stand.start(Stand.wanted(3, 3, true));
        stand.play(() -> stand.weight("api").equals(Weight.ofPercent(25)));
        stand.commands().pause(id, "", Stand.SOMEBODY);
        stand.play(() -> stand.run(id).status() == Deployment.Status.PAUSED);
        assertThat(stand.commands().shift(id, "api", Weight.ofPercent(50), Stand.SOMEBODY))
                .isInstanceOf(Commands.Answer.Refused.class);
        Stand.accepted(stand.commands().shift(id, "api", Weight.ZERO, Stand.SOMEBODY));
        assertThat(stand.play(() -> stand.weight("api").isZero())).isTrue();
        Entry last = stand.journal.read(0, 10_000).stream().filter(entry -> entry.event() instanceof Event.WeightShifted)
                .reduce((_, b) -> b).orElseThrow();
        assertThat(last.actor()).isEqualTo(Stand.SOMEBODY);
        stand.commands().resume(id, "", Stand.SOMEBODY);
        stand.driver.play(() -> false, stand.time.instant().plus(Duration.ofHours(1)));
        assertThat(stand.weight("api")).as("lowered by hand, it does not climb again by itself").isEqualTo(Weight.ZERO);
        stand.commands().retry(id, stand.step(id, "Canary of api").step().id(), Stand.SOMEBODY);
        assertThat(stand.playToTheEnd(id).status()).isEqualTo(Deployment.Status.SUCCEEDED);
    }

    @Test
    void trafficCanBeLoweredByHandWhileAQuestionIsOpen() {
        String id = stand.start(new Commands.Wanted("production", "v2.1.0", 3, 3, false, true, Optional.of(Weight.ofPercent(15)),
                ""));
        stand.play(() -> stand.gate(id).isPresent());
        Stand.accepted(stand.commands().shift(id, "api", Weight.ZERO, Stand.SOMEBODY));

        assertThat(stand.play(() -> stand.weight("api").isZero())).isTrue();
        assertThat(stand.play(() -> stand.step(id, "Canary of api").status() == Status.HELD)).isTrue();
        assertThat(stand.step(id, "Canary of api").note()).contains("lowered to 0 % by hand");
    }

    @Test
    void raisingByHandWaitsForPodsThenBakesThere() {
        String id = stand.start(Stand.wanted(3, 3, true));
        stand.play(() -> stand.weight("api").equals(Weight.ofPercent(5)));
        Stand.accepted(stand.commands().shift(id, "api", Weight.ofPercent(60), Stand.SOMEBODY));
        assertThat(stand.play(() -> stand.weight("api").equals(Weight.ofPercent(60)))).isTrue();
        assertThat(stand.production.track("api", Track.CANARY).ready(stand.time.instant())).isEqualTo(3);
        assertThat(stand.playToTheEnd(id).status()).isEqualTo(Deployment.Status.SUCCEEDED);
        assertThat(stand.production.writes).doesNotContain("weight api 10 %", "weight api 50 %");
    }

    @Test
    void somebodyElsesWriteHoldsTheCanaryAndNamesThem() {
        String id = stand.start(Stand.wanted(3, 3, true));
        stand.play(() -> stand.weight("api").equals(Weight.ofPercent(10)));
        stand.driver.play(() -> false, stand.time.instant().plusSeconds(30));
        stand.production.weights.put("api", Weight.ofPercent(80));
        stand.production.writers.put("api", "kubectl-patch");
        stand.play(() -> stand.step(id, "Canary of api").status() == Status.HELD);
        assertThat(stand.step(id, "Canary of api").note()).startsWith("kubectl-patch set api to 80 %.");
        assertThat(stand.run(id).component("api").desired()).isEqualTo(Weight.ofPercent(80));
    }

    @Test
    void aFailedJobStopsNewStepsUntilItIsRetriedOrSkippedWithAReason() {
        stand.production.failingJobs.add("db-migrate");
        String id = stand.start(Stand.wanted(2, 2, false));
        stand.playToTheEnd(id);
        String step = stand.step(id, "Migrate the database").step().id();
        assertThat(stand.run(id).step(step).orElseThrow().status()).isEqualTo(Status.FAILED);
        assertThat(stand.commands().skip(id, step, " ", Stand.SOMEBODY)).isInstanceOf(Commands.Answer.Refused.class);
        Stand.accepted(stand.commands().retry(id, step, Stand.SOMEBODY));
        stand.playToTheEnd(id);
        assertThat(stand.run(id).step(step).orElseThrow().attempt()).isEqualTo(2);
        assertThat(stand.production.jobs.keySet()).filteredOn(name -> name.startsWith("db-migrate")).hasSize(2);
        Stand.accepted(stand.commands().skip(id, step, "migrated by hand", Stand.SOMEBODY));
        Deployment end = stand.playToTheEnd(id);
        assertThat(end.status()).isEqualTo(Deployment.Status.SUCCEEDED);
        assertThat(end.statusReason())
                .isEqualTo("production got what was asked of v2.1.0; phase 3 was not part of this run; 1 step was skipped.");
    }

    @Test
    void anOutageIsSaidAndWaitedForNotFailed() {
        String id = stand.start(Stand.wanted(3, 3, true));
        stand.play(() -> stand.weight("api").equals(Weight.ofPercent(10)));
        stand.production.outage = Optional.of(new Failure.Unreachable("kubernetes does not answer", "connection refused",
                "Wait."));
        stand.driver.play(() -> false, stand.time.instant().plus(Duration.ofMinutes(5)));
        assertThat(stand.step(id, "Canary of api").note()).isEqualTo("kubernetes does not answer: connection refused");
        assertThat(stand.step(id, "Canary of api").status()).isEqualTo(Status.RUNNING);
        long entries = stand.journal.history().size();
        stand.driver.play(() -> false, stand.time.instant().plus(Duration.ofMinutes(5)));
        assertThat(stand.journal.history().size()).as("the same news is told once").isEqualTo(entries);
        stand.production.outage = Optional.empty();
        assertThat(stand.playToTheEnd(id).status()).isEqualTo(Deployment.Status.SUCCEEDED);
    }

    @Test
    void whatNeverBecomesReadyTimesOutWithWhatItWaitedFor() {
        stand.production.outage = Optional.empty();
        String id = stand.start(Stand.wanted(3, 3, true));
        stand.play(() -> stand.weight("api").equals(Weight.ofPercent(5)));
        stand.production.outage = Optional.of(new Failure.Unreachable("kubernetes does not answer", "connection refused",
                "Wait."));
        stand.play(() -> stand.step(id, "Canary of api").status() == Status.FAILED);
        Failure failure = stand.step(id, "Canary of api").failure().orElseThrow();
        assertThat(failure).isInstanceOf(Failure.TimedOut.class);
        assertThat(failure.why()).contains("kubernetes does not answer");
    }

    @Test
    void deniedFailsAtOnce() {
        String id = stand.start(Stand.wanted(3, 3, true));
        stand.play(() -> stand.weight("api").equals(Weight.ofPercent(5)));
        stand.production.outage = Optional.of(new Failure.Denied("kubernetes refused our token", "it has expired",
                "Log in again."));
        stand.play(() -> stand.step(id, "Canary of api").status() == Status.FAILED);
        assertThat(stand.time.instant()).isBefore(HandTime.START.plus(Duration.ofMinutes(5)));
    }

    @Test
    void cancellingStopsAndUndoesNothing() {
        String id = stand.start(Stand.wanted(3, 3, true));
        stand.play(() -> stand.weight("api").equals(Weight.ofPercent(10)));
        Stand.accepted(stand.commands().cancel(id, "", Stand.SOMEBODY));
        stand.play(() -> stand.run(id).over());
        int writes = stand.production.writes.size();
        stand.driver.play(() -> false, stand.time.instant().plus(Duration.ofHours(1)));
        assertThat(stand.run(id).status()).isEqualTo(Deployment.Status.CANCELLED);
        assertThat(stand.production.writes).hasSize(writes);
        assertThat(stand.weight("api")).isEqualTo(Weight.ofPercent(10));
        assertThat(stand.commands().resume(id, "", Stand.SOMEBODY)).isInstanceOf(Commands.Answer.Refused.class);
    }

    @Test
    void anEnvironmentHasOneRunAndTheSecondHearsWhoHoldsIt() {
        String id = stand.start(Stand.wanted(1, 3, true));
        Commands.Answer second = stand.commands().start(Stand.wanted(3, 3, true), Stand.SOMEBODY);
        assertThat(second).isInstanceOfSatisfying(Commands.Answer.Refused.class, refused -> {
            assertThat(refused.why()).isInstanceOf(Failure.Conflict.class);
            assertThat(refused.why().why()).contains(id, "release-manager", "2025-11-20 01:48:00 UTC");
        });
        Commands.Answer staging = stand.commands().start(new Commands.Wanted("staging", "v2.1.0", 1, 3, false, false,
                Optional.empty(), ""), Stand.SOMEBODY);
        assertThat(staging).as("the production run works in staging during phase 1").isInstanceOf(Commands.Answer.Refused.class);
    }

    @Test
    void aDryRunWritesNothing() {
        Commands.Preview preview = stand.commands().previewDeployment(Stand.wanted(1, 3, true));
        stand.commands().previewRollback(new Commands.Undo("production", List.of(), Optional.of("v2.0.3"), ""));
        assertThat(preview.mayStart()).isTrue();
        assertThat(stand.production.writes).isEmpty();
        assertThat(stand.staging.writes).isEmpty();
        assertThat(stand.journal.history().size()).isZero();
    }

    @Test
    void theSameWorldGivesTheSameJournal() {
        Stand other = new Stand();
        for (Stand one : List.of(stand, other)) {
            one.production.canaryErrors = weight -> weight.percent() >= 25 ? 0.8 : 0.02;
            one.playToTheEnd(one.start(Stand.wanted(1, 3, true)));
            one.playToTheEnd(Stand.accepted(one.commands().rollBack(Stand.undo(), Stand.SOMEBODY)));
        }
        assertThat(stand.journal.history().last().orElseThrow().hash()).isEqualTo(other.journal.history().last().orElseThrow()
                .hash());
        assertThat(stand.journal.history().size()).isGreaterThan(100);
    }
}
