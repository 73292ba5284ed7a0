package com.maily.console.core.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.maily.console.core.journal.Deployment;
import com.maily.console.core.journal.Event;
import com.maily.console.core.journal.StepState.Status;
import com.maily.console.core.model.Failure;
import com.maily.console.core.model.Recovery;
import com.maily.console.core.model.Routing;
import com.maily.console.core.model.Weight;
import com.maily.console.core.port.Track;
import com.maily.console.core.port.TrafficRouter.Reach;
import com.maily.console.core.port.Workload;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** FEATURES T7: the stable track is slow to come up, and no more traffic goes to it by itself than its ready pods carry. */
class SlowStableTest {

    private final Stand stand = new Stand();

    private static WayDown way(String routing, int from, Reach reach, int stableReady, int stableWanted, int canary) {
        return new WayDown("api", new Routing(routing, "r"), Weight.ofPercent(from), reach,
                pods(Track.STABLE, stableReady, stableWanted),
                pods(Track.CANARY, canary, canary));
    }

    private static Workload pods(Track track, int ready, int wanted) {
        return new Workload("api", track, Optional.empty(), "", wanted, wanted, ready, new Workload.Rollout.Done(""),
                HandTime.START);
    }

    private static final Reach ANY = new Reach.AnyPercent();

    @Test
    void goesAsFarAsTheReadyPodsCarryAndSaysWhatItAwaits() {
        WayDown half = way(Routing.GATEWAY_API, 100, ANY, 5, 10, 10);
        assertThat(half.towards(Weight.ZERO)).isEqualTo(Weight.ofPercent(50));
        assertThat(half.awaited()).startsWith("api: 5 of 10 ready stable pods carry at most 50 %");
        assertThat(way(Routing.ISTIO, 100, ANY, 10, 10, 10).towards(Weight.ZERO)).isEqualTo(Weight.ZERO);
        assertThat(way(Routing.ISTIO, 40, ANY, 5, 10, 5).towards(Weight.ZERO)).as("nothing more fits")
                .isEqualTo(Weight.ofPercent(40));
        assertThat(way(Routing.TRAEFIK, 100, ANY, 2, 3, 3).towards(Weight.ZERO)).isEqualTo(Weight.ofPercent(34));
    }

    @Test
    void aTrackScaledDownMeanwhileIsMeasuredByWhatTheCanaryTakes() {
        WayDown shrunk = way(Routing.NGINX, 100, ANY, 2, 2, 10);
        assertThat(shrunk.towards(Weight.ZERO)).isEqualTo(Weight.ofPercent(80));
        assertThat(shrunk.awaited()).contains("2 of 10 ready stable pods carry at most 20 %, and only 2 are asked for");
    }

    @Test
    void aRouterOfFewWeightsTakesTheNextOneThatIsSafe() {
        Reach quarters = new Reach.Only(IntStream.rangeClosed(0, 4).mapToObj(i -> Weight.ofPercent(i * 25)).toList(), "four");
        assertThat(way(Routing.ALB, 100, quarters, 6, 10, 10).towards(Weight.ZERO)).isEqualTo(Weight.ofPercent(50));
        assertThat(way(Routing.ALB, 50, quarters, 6, 10, 10).towards(Weight.ZERO)).isEqualTo(Weight.ofPercent(50));
    }

    @Test
    void wherePodsAreTheWeightAQuarterOfThemMayBeMissing() {
        Reach tenths = new Reach.Only(IntStream.rangeClosed(0, 10).mapToObj(i -> Weight.ofPercent(i * 10)).toList(), "ten");
        assertThat(way(Routing.REPLICA_RATIO, 80, tenths, 2, 2, 8).towards(Weight.ZERO)).isEqualTo(Weight.ofPercent(60));
        assertThat(way(Routing.REPLICA_RATIO, 60, tenths, 3, 4, 6).towards(Weight.ZERO)).isEqualTo(Weight.ofPercent(50));
        assertThat(way(Routing.REPLICA_RATIO, 60, tenths, 2, 4, 6).towards(Weight.ZERO)).as("two are missing")
                .isEqualTo(Weight.ofPercent(60));
    }

    @Test
    void routersThatMoveTheirOwnPodsAreNotHeldBack() {
        assertThat(way(Routing.ARGO_ROLLOUTS, 50, ANY, 0, 4, 2).towards(Weight.ZERO)).isEqualTo(Weight.ZERO);
        assertThat(way(Routing.ROLLING_RELEASE, 50, ANY, 0, 1, 1).towards(Weight.ZERO)).isEqualTo(Weight.ZERO);
    }

    private String canaryAt(double percent) {
        String id = stand.start(Stand.wanted(3, 3, true));
        stand.play(() -> stand.weight("api").equals(Weight.ofPercent(percent)));
        stand.driver.play(() -> false, stand.time.instant().plusSeconds(10));
        return id;
    }

    @Test
    void aRollbackHoldsTheWeightUntilEnoughStablePodsAreReady() {
        canaryAt(50);
        stand.production.readyPods.put("api", 3);
        String back = Stand.accepted(stand.commands().rollBack(Stand.undo(), Stand.SOMEBODY));
        stand.driver.play(() -> false, stand.time.instant().plusSeconds(60));
        assertThat(stand.weight("api")).as("3 of 4 pods carry 75 %").isEqualTo(Weight.ofPercent(25));
        assertThat(stand.step(back, "Restore api").note()).startsWith("api: 3 of 4 ready stable pods carry at most 75 %");
        assertThat(stand.step(back, "Restore api").status()).isEqualTo(Status.RUNNING);

        stand.production.readyPods.clear();
        assertThat(stand.playToTheEnd(back).status()).isEqualTo(Deployment.Status.SUCCEEDED);
        assertThat(stand.weight("api")).isEqualTo(Weight.ZERO);
    }

    @Test
    void aPersonMayLowerARollbacksTrafficAllTheSame() {
        canaryAt(50);
        stand.production.readyPods.put("api", 1);
        String back = Stand.accepted(stand.commands().rollBack(Stand.undo(), Stand.SOMEBODY));
        stand.driver.play(() -> false, stand.time.instant().plusSeconds(30));
        assertThat(stand.weight("api")).isEqualTo(Weight.ofPercent(50));
        Stand.accepted(stand.commands().shift(back, "api", Weight.ZERO, Stand.SOMEBODY));
        assertThat(stand.play(() -> stand.weight("api").isZero())).isTrue();
        assertThat(stand.commands().shift(back, "api", Weight.ofPercent(10), Stand.SOMEBODY))
                .isInstanceOfSatisfying(Commands.Answer.Refused.class, refused -> assertThat(refused.why().why())
                        .isEqualTo("a rollback only lowers."));
    }

    @Test
    void byHandAndWithEnoughPodsLoweringIsImmediate() {
        String id = canaryAt(50);
        stand.production.readyPods.put("api", 0);
        Stand.accepted(stand.commands().shift(id, "api", Weight.ofPercent(10), Stand.SOMEBODY));
        stand.driver.play(() -> false, stand.time.instant().plusSeconds(1));
        assertThat(stand.weight("api")).as("a person's lowering is always carried out").isEqualTo(Weight.ofPercent(10));
    }

    @Test
    void aFailedVerdictFallsBackWhileAnyStablePodIsReadyAndWaitsForTheFirst() {
        stand.production.canaryErrors = weight -> weight.percent() >= 25 ? 0.8 : 0.02;
        String id = stand.start(Stand.wanted(3, 3, true));
        stand.play(() -> stand.weight("api").equals(Weight.ofPercent(25)));
        stand.production.readyPods.put("api", 0);
        stand.driver.play(() -> false, stand.time.instant().plus(Duration.ofMinutes(11)));
        assertThat(stand.weight("api")).isEqualTo(Weight.ofPercent(25));
        assertThat(stand.step(id, "Canary of api").note()).endsWith("Traffic stays at 25 %: no stable pod is ready to take it");
        stand.production.readyPods.put("api", 1);
        assertThat(stand.play(() -> stand.weight("api").equals(Weight.ofPercent(10)))).isTrue();
        assertThat(stand.play(() -> stand.step(id, "Canary of api").status() == Status.HELD)).isTrue();
    }

    @Test
    void aPromotionGivesTheStableTrackNoMoreThanItsReadyPodsCarry() {
        String id = stand.start(Stand.wanted(3, 3, true));
        stand.play(() -> stand.weight("api").isFull());
        stand.production.readyPods.put("api", 2);
        stand.driver.play(() -> false, stand.time.instant().plus(Duration.ofMinutes(11)));
        assertThat(stand.production.track("api", Track.STABLE).artifact.version()).isEqualTo("v2.1.0");
        assertThat(stand.weight("api")).isEqualTo(Weight.ofPercent(50));
        assertThat(stand.step(id, "Canary of api").note()).startsWith("api: 2 of 4 ready stable pods carry at most 50 %");
        stand.production.readyPods.clear();
        assertThat(stand.playToTheEnd(id).status()).isEqualTo(Deployment.Status.SUCCEEDED);
    }

    @Test
    void aStableTrackScaledToNothingIsWokenUp() {
        canaryAt(50);
        stand.production.track("api", Track.STABLE).wanted = 0;
        stand.production.track("api", Track.STABLE).readyBefore = 0;
        String back = Stand.accepted(stand.commands().rollBack(Stand.undo(), Stand.SOMEBODY));
        assertThat(stand.playToTheEnd(back).status()).isEqualTo(Deployment.Status.SUCCEEDED);
        assertThat(stand.production.writes).containsSubsequence("scale api STABLE 2", "weight api 0 %");
    }

    /** FEATURES T8. */
    @Test
    void anAbortThatLeavesTrafficIsNotRecoveredAndEscalated() {
        String id = canaryAt(50);
        stand.production.deaf.put("api", Weight.ofPercent(20));
        var asked = stand.time.instant();
        Stand.accepted(stand.commands().shift(id, "api", Weight.ZERO, Stand.SOMEBODY));
        assertThat(stand.play(() -> stand.run(id).component("api").lost().isPresent())).isTrue();
        assertThat(Duration.between(asked, stand.time.instant())).isLessThanOrEqualTo(Duration.ofSeconds(30));
        assertThat(stand.run(id).trouble().orElseThrow().sign()).contains("api");
        assertThat(stand.events()).filteredOn(Event.NotRecovered.class::isInstance).containsExactly(
                new Event.NotRecovered(stand.step(id, "Canary of api").step().id(), "api", Weight.ZERO, Weight.ofPercent(20),
                        "the gateway ignores it"));
        assertThat(IncidentReport.of(stand.journal.history(), stand.journal.read(0, 10_000), id, Recovery.DEFAULT))
                .contains("**Not recovered: api.** It was told 0 %, the router reports 20 %");
        stand.driver.play(() -> false, stand.time.instant().plus(Duration.ofMinutes(5)));
        assertThat(stand.events()).filteredOn(Event.NotRecovered.class::isInstance).as("it is said once").hasSize(1);
        stand.production.deaf.clear();
        assertThat(stand.play(() -> stand.run(id).component("api").lost().isEmpty())).isTrue();
    }

    /** FEATURES T8. */
    @Test
    void aRollbackWhoseTrafficStaysIsNeverCalledRolledBack() {
        canaryAt(50);
        stand.production.deaf.put("api", Weight.ofPercent(20));
        String back = Stand.accepted(stand.commands().rollBack(Stand.undo(), Stand.SOMEBODY));
        assertThat(stand.play(() -> stand.run(back).component("api").lost().isPresent())).isTrue();
        stand.driver.play(() -> false, stand.time.instant().plus(Duration.ofHours(1)));
        assertThat(stand.run(back).over()).isFalse();
        assertThat(stand.step(back, "Restore api").status()).isEqualTo(Status.FAILED);
        assertThat(stand.step(back, "Restore api").failure().orElseThrow()).isInstanceOf(Failure.TimedOut.class);
        stand.production.deaf.clear();
        stand.commands().retry(back, stand.step(back, "Restore api").step().id(), Stand.SOMEBODY);
        assertThat(stand.playToTheEnd(back).status()).isEqualTo(Deployment.Status.SUCCEEDED);
    }
}
