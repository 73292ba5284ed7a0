package com.maily.console.platforms.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.maily.console.core.model.Failure;
import com.maily.console.core.model.FailureException;
import com.maily.console.core.model.Weight;
import com.maily.console.core.port.Eventually;
import com.maily.console.core.port.Track;
import com.maily.console.core.port.Traffic;
import com.maily.console.core.port.TrafficRouter.Reach;
import com.maily.console.sandbox.cluster.ApiFaults.Fault;
import com.maily.console.sandbox.cluster.Kinds;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What can be done with a Rollout, and what is told where nothing can; steps as in the recordings of a real controller. */
class ArgoRolloutStepsTest {

    private static final String STEPS = "{setWeight: 10}, {pause: {duration: 3s}}, {setWeight: 40}, {pause: {}}, {setWeight: 60}, {pause: {}}";

    private RolloutWorld world;

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void timedPausesPassByThemselvesAndPromotionLeadsToTheNextStop() throws IOException {
        under(RolloutWorld.byTraffic(STEPS));
        settled(10);
        settled(40);
        assertThat(only().weights()).containsExactly(weights(0, 40, 60, 100));
        assertThat(only().why()).contains("promote leads to 60 %", "abort to 0 %");
        assertThat(world.router().set(world.component(), Weight.ofPercent(60))).isEqualTo("kubectl argo rollouts promote web -n maily");
        settled(60);
        assertThat(world.sent()).isEqualTo(60);
        assertThat(status().path("phase").asText()).isEqualTo("Paused");
    }

    @Test
    void aWeightWithoutAStepIsRefusedAndThePossibleOnesAreNamed() throws IOException {
        under(RolloutWorld.byTraffic(STEPS));
        settled(40);
        assertThat(failureOf(50)).isInstanceOf(Failure.Rejected.class).extracting(Failure::sentence).asString()
                .contains("50 % is out of reach", "promote leads to 60 %", "Choose one of 0 %, 40 %, 60 %, 100 %.");
        assertThat(world.sent()).isEqualTo(40);
    }

    @Test
    void anAbortTakesAllTrafficBackAndARetryStartsTheStepsAgain() throws IOException {
        under(RolloutWorld.byTraffic(STEPS));
        settled(40);
        assertThat(world.router().set(world.component(), Weight.ZERO)).isEqualTo("kubectl argo rollouts abort web -n maily");
        settled(0);
        assertThat(world.sent()).isZero();
        assertThat(status().path("phase").asText()).isEqualTo("Degraded");
        assertThat(status().path("message").asText()).isEqualTo("RolloutAborted: Rollout aborted update to revision 2");
        assertThat(only().weights()).containsExactly(weights(0, 10));
        assertThat(failureOf(60)).extracting(Failure::why).asString().contains("a retry starts its steps again");
        world.router().set(world.component(), Weight.ofPercent(10));
        settled(40);
    }

    /** FEATURES T8: the controller says 0, the VirtualService still sends 20. */
    @Test
    void anAbortThatLeavesWeightBehindIsNotRecovered() throws IOException {
        under(RolloutWorld.byTraffic(STEPS));
        settled(40);
        world.router().set(world.component(), Weight.ZERO);
        settled(0);
        world.objects().merge(Kinds.VIRTUAL_SERVICES, "web", "", "{spec: {http: [{name: primary, route: ["
                + "{destination: {host: web-stable}, weight: 80}, {destination: {host: web-canary}, weight: 20}]}]}}", "gitops");
        Traffic traffic = world.router().observe(world.component());
        assertThat(traffic.settledAt(Weight.ZERO)).isFalse();
        assertThat(traffic.why()).isEqualTo("The Rollout was aborted, and 20 % of the traffic still goes to the canary.");
    }

    @Test
    void promotingFullyEndsTheCanary() throws IOException {
        under(RolloutWorld.byTraffic(STEPS));
        settled(40);
        assertThat(world.router().set(world.component(), Weight.FULL)).endsWith("--full");
        settled(0);
        assertThat(world.deployer().observe(world.component(), Track.STABLE).artifact()).contains(world.next());
        assertThat(status().path("phase").asText()).isEqualTo("Healthy");
    }

    @Test
    void goingBackToTheStableTemplateNeedsNoSteps() throws IOException {
        under(RolloutWorld.byTraffic(STEPS));
        settled(40);
        world.router().set(world.component(), Weight.ZERO);
        settled(0);
        world.deployer().deploy(world.component(), Track.CANARY, world.running());
        Eventually.read(world::pass, this::status, status -> status.path("phase").asText().equals("Healthy"));
        assertThat(status().path("currentStepIndex").asInt()).isEqualTo(6);
    }

    @Test
    void whileHeldByHandNothingMovesUntilPromoted() throws IOException {
        world = RolloutWorld.byTraffic(STEPS);
        world.objects().merge(Kinds.ROLLOUTS, "web", "", "{spec: {paused: true}}", "night-shift");
        world.deployer().deploy(world.component(), Track.CANARY, world.next());
        world.pass(Duration.ofMinutes(2));
        assertThat(world.sent()).isZero();
        world.router().set(world.component(), only().weights().get(1));
        settled(40);
        assertThat(world.objects().read(Kinds.ROLLOUTS, "web").at("/spec/paused").asBoolean()).isFalse();
    }

    /** FEATURES T10: 70 % was set, 50 % is what two pods can do. */
    @Test
    void withoutATrafficRouterRoundingToPodsIsExplained() throws IOException {
        under(RolloutWorld.byPods(2, "{setWeight: 70}, {pause: {}}"));
        Traffic traffic = Eventually.read(world::pass, () -> world.router().observe(world.component()),
                now -> now.why().contains("cannot be split"));
        assertThat(traffic.desired()).isEqualTo(Weight.ofPercent(70));
        assertThat(traffic.observed()).isEqualTo(Weight.ofPercent(50));
        assertThat(traffic.why()).contains("2 pods cannot be split 70 % to the canary; the nearest is 50 %");
    }

    @Test
    void twoPromotionsAtOnceNeverSkipAStop() throws IOException {
        under(RolloutWorld.byTraffic(STEPS));
        settled(40);
        world.objects().sandbox().faults().next(4, "PATCH", "rollouts/web", new Fault.Code(409));
        assertThat(failureOf(60)).isInstanceOf(Failure.Conflict.class).extracting(Failure::why).asString().contains("moved rollout/web");
        world.objects().sandbox().faults().clear();
        settled(40);
        world.objects().sandbox().faults().next(1, "PATCH", "rollouts/web", new Fault.Code(409));
        world.router().set(world.component(), Weight.ofPercent(60));
        settled(60);
    }

    @Test
    void nothingCanBePromotedWhileNoNewVersionIsUnderWay() throws IOException {
        world = RolloutWorld.byTraffic(STEPS);
        assertThat(failureOf(40)).isInstanceOf(Failure.Rejected.class).extracting(Failure::advice).asString().contains("Deploy");
    }

    private void under(RolloutWorld opened) {
        world = opened;
        world.deployer().deploy(world.component(), Track.CANARY, world.next());
    }

    private void settled(int percent) {
        Eventually.read(world::pass, () -> world.router().observe(world.component()), traffic -> traffic.why().isEmpty()
                && traffic.settledAt(Weight.ofPercent(percent)));
    }

    private Reach.Only only() {
        return (Reach.Only) world.router().reach(world.component());
    }

    private JsonNode status() {
        return world.objects().read(Kinds.ROLLOUTS, "web").path("status");
    }

    private Failure failureOf(int percent) {
        FailureException thrown = catchThrowableOfType(FailureException.class,
                () -> world.router().set(world.component(), Weight.ofPercent(percent)));
        assertThat(thrown).as("setting %d %%", percent).isNotNull();
        return thrown.failure();
    }

    private static Weight[] weights(int... percents) {
        return java.util.Arrays.stream(percents).mapToObj(Weight::ofPercent).toArray(Weight[]::new);
    }
}
