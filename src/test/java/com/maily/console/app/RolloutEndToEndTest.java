package com.maily.console.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.maily.console.core.engine.Commands;
import com.maily.console.core.journal.Deployment;
import com.maily.console.core.journal.Event;
import com.maily.console.core.journal.StepState;
import com.maily.console.core.model.Step;
import com.maily.console.core.model.Weight;
import com.maily.console.core.port.BlueGreen;
import com.maily.console.core.port.Revision;
import com.maily.console.core.port.Track;
import com.maily.console.core.port.Workload;
import com.maily.console.sandbox.cluster.Kinds;
import com.maily.console.sandbox.cluster.PatchKind;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Releases and rollbacks of a component whose target is an Argo Rollout, over the wire: it walks steps of its own. */
class RolloutEndToEndTest {

    private static final String STEPS = "{canary: {stableService: web-stable, canaryService: web-canary, trafficRouting: {istio: "
            + "{virtualService: {name: web, routes: [primary]}}}, steps: [{setWeight: 25}, {pause: {}}, {setWeight: 50}, {pause: {}}, "
            + "{setWeight: 100}, {pause: {}}]}}";

    @TempDir
    private Path folder;
    private RolloutStage stage;

    @AfterEach
    void close() {
        stage.close();
    }

    private void open() {
        stage = new RolloutStage(folder, STEPS, "[25, 50, 100]");
    }

    private Workload stable() {
        return stage.platforms().deployer(stage.component()).observe(stage.component(), Track.STABLE);
    }

    private static String version(Workload workload) {
        return workload.artifact().orElseThrow().version();
    }

    private List<Weight> shifts(String run) {
        return stage.events(run).stream().filter(Event.WeightShifted.class::isInstance)
                .map(event -> ((Event.WeightShifted) event).to())
                .toList();
    }

    private static List<Weight> percent(int... weights) {
        return Arrays.stream(weights).mapToObj(Weight::ofPercent).toList();
    }

    @Test
    void aCanaryClimbsByTheStepsOfTheRolloutAndBecomesTheStableVersion() {
        open();
        String run = stage.deploy();
        Deployment end = stage.playToTheEnd(run);
        assertThat(end.status()).as("%s", end.steps().values()).isEqualTo(Deployment.Status.SUCCEEDED);
        assertThat(shifts(run)).isEqualTo(percent(25, 50, 100));
        assertThat(version(stable())).isEqualTo("v2.1.0");
        assertThat(stage.rollout().at("/status/phase").asText()).isEqualTo("Healthy");
        assertThat(stage.sent()).isZero();
    }

    @Test
    void aRollbackInTheMiddleTakesTrafficBackAndPutsTheTemplateBack() {
        open();
        String run = stage.deploy();
        assertThat(stage.playUntil(run, () -> stage.sent() == 50)).isTrue();
        String back = RolloutStage.accepted(stage.console().commands()
                .rollBack(new Commands.Undo("production", List.of(), Optional.empty(),
                "errors"), RolloutStage.SOMEBODY));
        Deployment end = stage.playToTheEnd(back);
        assertThat(end.status()).as("%s", end.steps().values()).isEqualTo(Deployment.Status.SUCCEEDED);
        assertThat(stage.run(run).status()).isEqualTo(Deployment.Status.SUPERSEDED);
        assertThat(stage.sent()).isZero();
        assertThat(stage.rollout().at("/status/phase").asText()).isEqualTo("Healthy");
        assertThat(stage.rollout().at("/spec/template/spec/containers/0/image").asText()).endsWith(":v2.0.4");
        assertThat(version(stable())).isEqualTo("v2.0.4");
    }

    @Test
    void aRollbackAfterwardsSkipsTheSteps() {
        open();
        stage.playToTheEnd(stage.deploy());
        String back = RolloutStage.accepted(stage.console().commands()
                .rollBack(new Commands.Undo("production", List.of(), Optional.empty(),
                "errors"), RolloutStage.SOMEBODY));
        Deployment end = stage.playToTheEnd(back);
        assertThat(end.status()).as("%s", end.steps().values()).isEqualTo(Deployment.Status.SUCCEEDED);
        assertThat(version(stable())).isEqualTo("v2.0.4");
        assertThat(stage.events(back)).filteredOn(Event.StepActed.class::isInstance).extracting(event ->
                ((Event.StepActed) event).command())
                .anyMatch(command -> command.startsWith("kubectl argo rollouts undo web --to-revision="))
                .contains("kubectl argo rollouts promote web --full -n shop");
    }

    @Test
    void anUndoToAChosenRevisionGoesThereByItsIdentity() {
        open();
        stage.playToTheEnd(stage.deploy());
        Revision oldest = stage.platforms().deployer(stage.component()).history(stage.component()).getLast();
        assertThat(oldest.artifact().version()).isEqualTo("v2.0.3");
        String undo = RolloutStage.accepted(stage.console().commands()
                .undo(new Commands.UndoTo("production", "api", oldest.identity(), "try"),
                RolloutStage.SOMEBODY));
        Deployment end = stage.playToTheEnd(undo);
        assertThat(end.status()).as("%s", end.steps().values()).isEqualTo(Deployment.Status.SUCCEEDED);
        assertThat(stable().identity()).isEqualTo(oldest.identity());
        assertThat(version(stable())).isEqualTo("v2.0.3");
    }

    @Test
    void anAbortByAnotherHandHoldsTheCanaryAndNamesIt() {
        open();
        String run = stage.deploy();
        assertThat(stage.playUntil(run, () -> stage.sent() == 25)).isTrue();
        stage.playUntil(run, () -> stage.run(run).component("api").settledAt().isPresent());
        stage.patch(Kinds.ROLLOUTS, "status", PatchKind.MERGE, "{status: {abort: true}}");
        stage.playToTheEnd(run);
        StepState canary = stage.run(run).steps().values().stream().filter(step -> step.step() instanceof Step.Canary).findFirst()
                .orElseThrow();
        assertThat(canary.status()).as("%s", canary).isEqualTo(StepState.Status.HELD);
        assertThat(canary.note()).contains("kubectl-argo-rollouts set api to 0 %");
        assertThat(stage.sent()).isZero();
    }

    @Test
    void blueGreenComesUpBesideAndIsSwitchedWhenAPersonSaysSo() {
        stage = new RolloutStage(folder,
                "{blueGreen: {activeService: web-stable, previewService: web-canary, autoPromotionEnabled: false, "
                + "scaleDownDelaySeconds: 60}}", "[100]");
        String before = stage.service("web-stable").at("/spec/selector/rollouts-pod-template-hash").asText();
        String run = stage.deploy();
        stage.playToTheEnd(run, "switch");
        assertThat(stage.gate(run).orElseThrow().gate().orElseThrow().id()).isEqualTo("switch");
        assertThat(stage.service("web-stable").at("/spec/selector/rollouts-pod-template-hash").asText()).isEqualTo(before);
        assertThat(stage.service("web-canary").at("/spec/selector/rollouts-pod-template-hash").asText()).isNotEqualTo(before);

        BlueGreen waiting = stage.platforms().router(stage.component()).blueGreen(stage.component()).orElseThrow();
        assertThat(waiting.active().version()).isEqualTo("v2.0.4");
        assertThat(waiting.preview().orElseThrow()).extracting(BlueGreen.Side::version, BlueGreen.Side::ready)
                .containsExactly("v2.1.0", 4);
        assertThat(waiting.switchPossible()).isTrue();

        stage.answer(run);
        Deployment end = stage.playToTheEnd(run);
        assertThat(end.status()).as("%s", end.steps().values()).isEqualTo(Deployment.Status.SUCCEEDED);
        assertThat(version(stable())).isEqualTo("v2.1.0");
        assertThat(stage.service("web-stable").at("/spec/selector/rollouts-pod-template-hash").asText()).isNotEqualTo(before);
        stage.clock().advance(Duration.ofMinutes(2));
        assertThat(stage.rollout().at("/status/replicas").asInt()).isEqualTo(4);
    }
}
