package com.maily.console.core.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.maily.console.core.engine.Commands.Answer;
import com.maily.console.core.journal.Deployment;
import com.maily.console.core.journal.Event;
import com.maily.console.core.journal.StepState.Status;
import com.maily.console.core.model.Actor;
import com.maily.console.core.model.Failure;
import com.maily.console.core.model.Weight;
import com.maily.console.core.port.EnvironmentLock;
import com.maily.console.core.port.LockClaim;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A run has its environment to itself, and writes nothing from the moment it has not. */
class LockedRunTest {

    private static final LockClaim THEIRS = new LockClaim("eve", "her own release", "mailyctl", "dep-9");
    private static final Actor ON_CALL = new Actor("on-call", "Console");

    private final Stand stand = new Stand();
    private final FakeLock lock = new FakeLock(stand.time);
    private final EnvironmentLock eve = lock.as("eve@desk/1");

    @BeforeEach
    void lockProduction() {
        stand.production.lock = Optional.of(lock.as("me@laptop/1"));
    }

    private List<Event.OfLock> lockEvents() {
        return stand.events().stream().filter(Event.OfLock.class::isInstance).map(Event.OfLock.class::cast).toList();
    }

    private <T extends Event> T last(Class<T> type) {
        return stand.events().stream().filter(type::isInstance).map(type::cast).reduce((_, next) -> next).orElseThrow();
    }

    private void playOn(Duration duration) {
        Instant until = stand.time.instant().plus(duration);
        stand.driver.play(() -> false, until);
    }

    private String atTheFirstRung() {
        String id = stand.start(Stand.wanted(3, 3, true));
        assertThat(stand.play(() -> stand.weight("api").equals(Weight.ofPercent(5)))).isTrue();
        return id;
    }

    @Test
    void aRunTakesItBeforeItsFirstStepRenewsItAndGivesItBackAtItsEnd() {
        String id = stand.start(Stand.wanted(3, 3, true));
        assertThat(stand.playToTheEnd(id).status()).isEqualTo(Deployment.Status.SUCCEEDED);
        List<Event> events = stand.events();
        assertThat(events.get(1)).isEqualTo(new Event.LockTaken("production", "release-manager",
                "deployment of v2.1.0, release day", "me@laptop/1"));
        assertThat(events.get(events.size() - 2)).isEqualTo(new Event.LockReleased("production", "release-manager"));
        assertThat(events.getLast()).isInstanceOf(Event.DeploymentFinished.class);
        assertThat(lockEvents()).hasSize(2);
        assertThat(lock.holder).isEmpty();
        assertThat(lock.renewals).isGreaterThan(50);
    }

    @Test
    void whileSomebodyElseHasItNothingStartsAndItIsSaidWhoWhyAndUntilWhen() {
        eve.take(eve.observe(), THEIRS, Set.of());
        Answer answer = stand.commands().start(Stand.wanted(3, 3, true), Stand.SOMEBODY);
        assertThat(answer).isInstanceOfSatisfying(Answer.Refused.class, refused -> {
            assertThat(refused.why()).isInstanceOf(Failure.Conflict.class);
            assertThat(refused.why().sentence()).contains("eve", "her own release", "until 01:49:00 UTC", "break it");
        });
        eve.release(eve.observe());
        String id = stand.start(Stand.wanted(3, 3, true));
        assertThat(id).isNotBlank();
    }

    @Test
    void aRunThatFindsItTakenWaitsAndGoesOnWhenItIsFree() {
        stand.commands().previewDeployment(Stand.wanted(3, 3, true));
        var theirs = eve.take(eve.observe(), THEIRS, Set.of());
        String id = stand.start(Stand.wanted(3, 3, true));
        for (int i = 0; i < 10; i++) {
            playOn(Duration.ofSeconds(30));
            theirs = eve.renew(theirs, THEIRS);
        }
        assertThat(stand.production.writes).isEmpty();
        assertThat(lockEvents()).singleElement().isInstanceOfSatisfying(Event.LockAwaited.class, awaited -> {
            assertThat(awaited.owner()).isEqualTo("eve");
            assertThat(awaited.reason()).isEqualTo("her own release");
            assertThat(awaited.until()).contains(HandTime.START.plus(FakeLock.LEASE));
        });
        assertThat(stand.run(id).status()).isEqualTo(Deployment.Status.RUNNING);
        assertThat(stand.run(id).statusReason()).contains("eve");
        eve.release(theirs);
        assertThat(stand.playToTheEnd(id).status()).isEqualTo(Deployment.Status.SUCCEEDED);
    }

    @Test
    void aLockWhoseHolderIsGoneIsAPersonsMatterAndTakingItOverLetsTheRunGoOn() {
        stand.commands().previewDeployment(Stand.wanted(3, 3, true));
        eve.take(eve.observe(), THEIRS, Set.of());
        String id = stand.start(Stand.wanted(3, 3, true));
        playOn(Duration.ofMinutes(3));
        assertThat(stand.run(id).status()).isEqualTo(Deployment.Status.PAUSED);
        assertThat(stand.run(id).statusReason()).contains("eve", "a person must take it over");
        assertThat(stand.production.writes).isEmpty();

        Stand.accepted(stand.commands().takeOverLock("production", "eve's laptop is dead", ON_CALL));
        assertThat(last(Event.LockTakenOver.class)).isEqualTo(new Event.LockTakenOver("production", "on-call",
                "eve's laptop is dead", "me@laptop/1", "eve"));
        assertThat(stand.playToTheEnd(id).status()).isEqualTo(Deployment.Status.SUCCEEDED);
    }

    @Test
    void aRunThatLostItStopsWritingSaysToWhomAndGoesOnOnlyWhenAPersonRetakesIt() {
        String id = atTheFirstRung();
        var theirs = eve.breakIt(eve.observe(), THEIRS);
        int writes = stand.production.writes.size();
        playOn(Duration.ofSeconds(20));
        assertThat(last(Event.LockLost.class)).isEqualTo(new Event.LockLost("production", "eve", "her own release",
                "release-manager"));
        assertThat(stand.run(id).status()).isEqualTo(Deployment.Status.PAUSED);
        assertThat(stand.run(id).statusReason()).contains("taken away by eve", "her own release");
        eve.release(theirs);
        playOn(Duration.ofHours(1));
        assertThat(stand.production.writes).as("though it is free again").hasSize(writes);

        stand.commands().resume(id, "eve is done", ON_CALL);
        assertThat(stand.playToTheEnd(id).status()).isEqualTo(Deployment.Status.SUCCEEDED);
        assertThat(last(Event.LockTaken.class).owner()).isEqualTo("release-manager");
    }

    /** Between two heartbeats: the write itself finds out. */
    @Test
    void aWriteOfASleeperIsNotSent() {
        atTheFirstRung();
        int writes = stand.production.writes.size();
        stand.time.pass(Duration.ofHours(8));
        eve.observe();
        stand.time.pass(Duration.ofMinutes(2));
        eve.takeOver(eve.observe(), THEIRS);
        playOn(Duration.ofMinutes(30));
        assertThat(stand.production.writes).hasSize(writes);
        assertThat(last(Event.LockLost.class).owner()).isEqualTo("eve");
    }

    @Test
    void aSleeperWhomNobodyReplacedGoesOn() {
        String id = atTheFirstRung();
        stand.time.pass(Duration.ofHours(8));
        assertThat(stand.playToTheEnd(id).status()).isEqualTo(Deployment.Status.SUCCEEDED);
        assertThat(lockEvents()).hasSize(2);
    }

    @Test
    void trafficIsLoweredOnlyAfterTheLockWasBrokenBack() {
        String id = atTheFirstRung();
        var theirs = eve.breakIt(eve.observe(), THEIRS);
        playOn(Duration.ofSeconds(20));
        Answer lowered = stand.commands().shift(id, "api", Weight.ZERO, ON_CALL);
        assertThat(lowered).isInstanceOfSatisfying(Answer.Refused.class, refused ->
                assertThat(refused.why().sentence()).contains("Held by eve", "break it"));

        assertThat(stand.commands().takeOverLock("production", "checkout is down", ON_CALL)).as("eve is alive")
                .isInstanceOf(Answer.Refused.class);
        assertThat(stand.commands().breakLock("production", "  ", ON_CALL)).as("without a reason")
                .isInstanceOf(Answer.Refused.class);
        Stand.accepted(stand.commands().breakLock("production", "checkout is down", ON_CALL));
        Stand.accepted(stand.commands().shift(id, "api", Weight.ZERO, ON_CALL));
        playOn(Duration.ofSeconds(30));
        assertThat(stand.weight("api")).isEqualTo(Weight.ZERO);
        assertThat(last(Event.LockBroken.class).previousOwner()).isEqualTo("eve");
        assertThat(eve.renew(theirs, THEIRS).holder().orElseThrow().owner()).isEqualTo("on-call");
    }

    @Test
    void aRollbackGoesOnWithTheLockOfTheRunItReplaces() {
        atTheFirstRung();
        String back = Stand.accepted(stand.commands().rollBack(Stand.undo(), ON_CALL));
        assertThat(stand.playToTheEnd(back).status()).isEqualTo(Deployment.Status.SUCCEEDED);
        assertThat(lockEvents()).extracting(event -> event.getClass().getSimpleName())
                .containsExactly("LockTaken", "LockTaken", "LockReleased");
        assertThat(lock.holder).isEmpty();
    }

    @Test
    void whoRollsBackWhileSomebodyElseHasItBreaksItFirst() {
        stand.playToTheEnd(stand.start(Stand.wanted(3, 3, false)));
        eve.take(eve.observe(), THEIRS, Set.of());
        assertThat(stand.commands().rollBack(Stand.undo(), ON_CALL)).isInstanceOfSatisfying(Answer.Refused.class, refused ->
                assertThat(refused.why().sentence()).contains("eve"));
        Stand.accepted(stand.commands().breakLock("production", "errors", ON_CALL));
        assertThat(lock.holder).as("no run needs it yet").isEmpty();
        String back = Stand.accepted(stand.commands().rollBack(Stand.undo(), ON_CALL));
        assertThat(stand.playToTheEnd(back).status()).isEqualTo(Deployment.Status.SUCCEEDED);
    }

    @Test
    void theNextConsoleOfTheSameJournalFollowsTheOneThatDied() {
        String id = atTheFirstRung();
        stand.production.lock = Optional.of(lock.as("me@laptop/2"));
        stand.crash();
        assertThat(stand.playToTheEnd(id).status()).isEqualTo(Deployment.Status.SUCCEEDED);
        assertThat(lockEvents()).extracting(event -> event.getClass().getSimpleName())
                .containsExactly("LockTaken", "LockTaken", "LockReleased");
    }

    @Test
    void aConsoleThatComesBackAfterATakeOverFindsOutBeforeItWrites() {
        String id = atTheFirstRung();
        int writes = stand.production.writes.size();
        stand.driver.close();
        stand.time.pass(Duration.ofMinutes(1));
        eve.observe();
        stand.time.pass(Duration.ofMinutes(2));
        eve.takeOver(eve.observe(), THEIRS);
        stand.production.lock = Optional.of(lock.as("me@laptop/2"));
        stand.crash();
        playOn(Duration.ofMinutes(20));
        assertThat(stand.run(id).status()).isEqualTo(Deployment.Status.PAUSED);
        assertThat(last(Event.LockLost.class).owner()).isEqualTo("eve");
        assertThat(stand.production.writes).hasSize(writes);
        assertThat(stand.step(id, "Canary of api").status()).isEqualTo(Status.UNCERTAIN);
    }

    @Test
    void thatSomebodyHadItMeanwhileCountsThoughItIsFreeAgain() {
        String id = atTheFirstRung();
        stand.driver.close();
        stand.production.lock = Optional.of(lock.as("me@laptop/2"));
        eve.release(eve.breakIt(eve.observe(), THEIRS));
        stand.crash();
        playOn(Duration.ofMinutes(20));
        assertThat(stand.run(id).statusReason()).contains("taken away by eve");
        stand.commands().resume(id, "eve is done", ON_CALL);
        assertThat(stand.playToTheEnd(id).status()).isEqualTo(Deployment.Status.SUCCEEDED);
        assertThat(stand.playToTheEnd(stand.start(Stand.wanted(3, 3, false))).status()).isEqualTo(Deployment.Status.SUCCEEDED);
    }

    @Test
    void withoutAnAnswerNothingIsWrittenPastTheLeaseAndItIsSaidOnce() {
        String id = atTheFirstRung();
        lock.outage = Optional.of(new Failure.Unreachable("Writing the lock failed", "the cluster cannot be reached.",
                "Look at it."));
        playOn(Duration.ofSeconds(60));
        int writes = stand.production.writes.size();
        playOn(Duration.ofHours(1));
        assertThat(stand.production.writes).hasSize(writes);
        assertThat(lockEvents()).filteredOn(Event.LockAwaited.class::isInstance).hasSize(1);
        lock.outage = Optional.empty();
        assertThat(stand.playToTheEnd(id).status()).isEqualTo(Deployment.Status.SUCCEEDED);
    }

    @Test
    void aPausedRunKeepsIt() {
        String id = atTheFirstRung();
        stand.commands().pause(id, "lunch", ON_CALL);
        playOn(Duration.ofHours(1));
        assertThat(lock.holder.orElseThrow().renewed()).isAfter(stand.time.instant().minusSeconds(30));
        stand.commands().cancel(id, "no more today", ON_CALL);
        playOn(Duration.ofSeconds(10));
        assertThat(lock.holder).isEmpty();
        assertThat(last(Event.LockReleased.class)).isNotNull();
    }

    @Test
    void wherePartOfTheRunIsElsewhereThatPlaceIsLockedToo() {
        FakeLock staging = new FakeLock(stand.time);
        stand.staging.lock = Optional.of(staging.as("me@laptop/1"));
        String id = stand.start(Stand.wanted(1, 3, false));
        stand.play(() -> stand.run(id).steps().values().stream().anyMatch(step -> step.status() == Status.RUNNING));
        assertThat(staging.holder).isPresent();
        assertThat(stand.playToTheEnd(id).status()).isEqualTo(Deployment.Status.SUCCEEDED);
        int released = lockEvents().indexOf(new Event.LockReleased("staging", "release-manager"));
        assertThat(released).isPositive()
                .isLessThan(lockEvents().indexOf(new Event.LockReleased("production", "release-manager")));
    }

    @Test
    void thePreflightTellsHowTheLockStands() {
        assertThat(check()).isEqualTo(new PreflightCheck("production", "Environment lock", PreflightCheck.Result.PASS,
                "Nobody holds it.", HandTime.START));
        stand.production.lock = Optional.empty();
        assertThat(check().result()).isEqualTo(PreflightCheck.Result.WARN);
        assertThat(check().detail()).contains("two consoles are not kept apart");
        stand.production.lock = Optional.of(lock.as("me@laptop/1"));
        lock.outage = Optional.of(new Failure.Denied("Reading the lock failed", "our account may not get leases (403).",
                "Ask for it."));
        assertThat(check().result()).isEqualTo(PreflightCheck.Result.FAIL);
    }

    private PreflightCheck check() {
        return stand.commands().previewDeployment(Stand.wanted(3, 3, true)).checks().stream()
                .filter(check -> check.title().equals("Environment lock") && check.subject().equals("production")).findFirst()
                .orElseThrow();
    }
}
