package com.maily.console.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.maily.console.core.engine.Commands.Group;
import com.maily.console.core.journal.Event;
import com.maily.console.core.journal.StepState;
import com.maily.console.core.model.Move;
import com.maily.console.core.model.Weight;
import com.maily.console.core.port.Traffic;
import com.maily.console.sandbox.cluster.Kinds;
import com.maily.console.sandbox.cluster.PatchKind;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A whole console over the wire to an Argo Rollout that does not do what it was told: it is seen, said and explained. */
class RolloutTruthTest {

    private static final String SERVICES = "stableService: web-stable, canaryService: web-canary, trafficRouting: {istio: {virtualService: {"
            + "name: web, routes: [primary]}}}, ";

    @TempDir
    private Path folder;
    private RolloutStage stage;

    @AfterEach
    void close() {
        stage.close();
    }

    /** To its canary: this cluster has no Redis to inspect. */
    private String deployed() {
        String run = stage.deploy(3);
        stage.play(() -> failed(run).isPresent() || canary(run).attempt() > 0);
        failed(run).ifPresent(step -> RolloutStage.accepted(stage.console().commands().skip(run, step.step().id(), "there are none",
                RolloutStage.SOMEBODY)));
        return run;
    }

    private Optional<StepState> failed(String run) {
        return stage.run(run).steps().values().stream().filter(step -> step.status() == StepState.Status.FAILED).findFirst();
    }

    private StepState canary(String run) {
        return stage.run(run).steps().values().stream().filter(step -> step.step().title().equals("Canary of api")).findFirst()
                .orElseThrow();
    }

    /** FEATURES T9: an abort after promote --full is ignored (argo-rollouts#4461), and that is known within half a minute. */
    @Test
    void anAbortIgnoredAfterAFullPromotionIsDetectedWithinHalfAMinute() {
        stage = new RolloutStage(folder, "{canary: {" + SERVICES
                + "steps: [{setWeight: 25}, {pause: {}}, {setWeight: 50}, {pause: {}}, {setWeight: 100}, {pause: {}}]}}", "[25, 50, 100]");
        stage.cluster().controllers().promotePastAborts(true);
        String run = deployed();
        assertThat(stage.play(() -> stage.run(run).component("api").settledAt().isPresent()
                && stage.run(run).component("api").desired().equals(Weight.ofPercent(25)))).isTrue();
        stage.patch(Kinds.ROLLOUTS, "status", PatchKind.MERGE, "{status: {promoteFull: true}}");
        Instant asked = stage.clock().instant();
        RolloutStage.accepted(stage.console().commands().move(run, Group.of("api"), Move.ABORT, Optional.empty(), "", RolloutStage.SOMEBODY));

        assertThat(stage.play(() -> stage.run(run).component("api").lost().isPresent())).isTrue();
        assertThat(Duration.between(asked, stage.clock().instant())).isLessThanOrEqualTo(Duration.ofSeconds(30));
        assertThat(canary(run).status()).as("never called recovered").isEqualTo(StepState.Status.HELD);
        assertThat(stage.events(run)).filteredOn(Event.NotRecovered.class::isInstance)
                .extracting(event -> ((Event.NotRecovered) event).why()).allSatisfy(why -> assertThat(why).contains("promot"));
    }

    /** FEATURES T8: the controller says 0 %, and its VirtualService goes on sending 20 % (argo-rollouts#4841). */
    @Test
    void anAbortThatLeavesTwentyPercentBehindIsNotRecovered() {
        stage = new RolloutStage(folder, "{canary: {" + SERVICES + "steps: [{setWeight: 25}, {pause: {}}, {setWeight: 100}, {pause: {}}]}}",
                "[25, 100]");
        String run = deployed();
        stage.play(() -> stage.run(run).component("api").settledAt().isPresent()
                && stage.run(run).component("api").desired().equals(Weight.ofPercent(25)));
        stage.cluster().controllers().leaveAfterAborts(20);
        RolloutStage.accepted(stage.console().commands().move(run, Group.of("api"), Move.ABORT, Optional.empty(), "", RolloutStage.SOMEBODY));
        assertThat(stage.play(() -> stage.run(run).component("api").lost().isPresent())).isTrue();
        assertThat(stage.run(run).component("api").lost().orElseThrow().sentence()).isEqualTo("told 0 %, the router reports 20 %");
        assertThat(stage.run(run).component("api").lost().orElseThrow().why())
                .isEqualTo("The Rollout was aborted, and 20 % of the traffic still goes to the canary.");
    }

    /** FEATURES T10: 70 % was set, two pods make it 50 %, and the run says so in these words. */
    @Test
    void seventyPercentOfTwoPodsIsExplained() {
        stage = new RolloutStage(folder, "{canary: {steps: [{setWeight: 70}, {pause: {}}]}}", "[70, 100]");
        stage.patch(Kinds.ROLLOUTS, "", PatchKind.JSON, "[{op: replace, path: /spec/replicas, value: 2}]");
        stage.clock().advance(Duration.ofMinutes(1));
        String run = deployed();
        stage.play(() -> stage.run(run).component("api").why().contains("cannot be split"));
        Traffic traffic = stage.platforms().router(stage.component()).observe(stage.component());
        assertThat(List.of(traffic.desired(), traffic.observed())).isEqualTo(List.of(Weight.ofPercent(70), Weight.ofPercent(50)));
        assertThat(stage.run(run).component("api").why()).contains("2 pods cannot be split 70 % to the canary; the nearest is 50 %");
        assertThat(canary(run).note()).as("what the step waits for").contains("is told 70 % and reports 50 %", "the nearest is 50 %");
    }
}
