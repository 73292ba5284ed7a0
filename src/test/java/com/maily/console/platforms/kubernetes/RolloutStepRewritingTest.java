package com.maily.console.platforms.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.maily.console.core.model.Failure;
import com.maily.console.core.model.FailureException;
import com.maily.console.core.model.Weight;
import com.maily.console.core.port.Eventually;
import com.maily.console.core.port.StepRewriting;
import com.maily.console.core.port.StepRewriting.Rewrite;
import com.maily.console.core.port.Track;
import com.maily.console.core.port.TrafficRouter.Reach;
import com.maily.console.sandbox.cluster.Kinds;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** One more stop in a Rollout's steps: shown first, never a move of traffic. Over the wire. */
class RolloutStepRewritingTest {

    private RolloutWorld world;

    @BeforeEach
    void restAtTwenty() throws IOException {
        world = RolloutWorld.byTraffic("{setCanaryScale: {weight: 50}}, {pause: {}}, {setWeight: 20}, {pause: {}}, "
                + "{setWeight: 30}, "
                + "{pause: {duration: 5m}}, {setWeight: 60}, {pause: {}}");
        world.deployer().deploy(world.component(), Track.CANARY, world.next());
        world.pass(Duration.ofMinutes(1));
        world.router().set(world.component(), Weight.ofPercent(20));
        settled(20);
    }

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void whatComesOfItIsShownAndNothingIsSent() {
        List<String> writes = new CopyOnWriteArrayList<>();
        world.objects().sandbox().face().onWrite(writes::add);
        Rewrite rewrite = steps().preview(world.component(), Weight.ofPercent(40));
        assertThat(rewrite.before()).containsExactly("setCanaryScale {\"weight\":50}", "pause", "setWeight 20", "pause",
                "setWeight 30",
                "pause 5m", "setWeight 60", "pause");
        assertThat(rewrite.after()).containsExactly("setWeight 20", "setCanaryScale {\"weight\":50}", "pause", "setWeight 40",
                "pause",
                "setWeight 60", "pause");
        assertThat(rewrite.consequences()).anyMatch(sentence ->
                sentence.contains("starts at the first step again, which keeps 20 %"))
                .anyMatch(sentence -> sentence.equals("Steps that are left out: setWeight 30, pause 5m."))
                .anyMatch(sentence -> sentence.contains("last written by platform-team") && sentence.contains("next sync"));
        assertThat(writes).isEmpty();
    }

    @Test
    void afterwardsTheTrafficIsWhereItWasAndTheWeightCanBeSet() {
        assertThat(((Reach.Only) world.router().reach(world.component())).weights()).doesNotContain(Weight.ofPercent(40));
        List<Integer> sent = new CopyOnWriteArrayList<>();
        world.objects().cluster().watch(Kinds.VIRTUAL_SERVICES, "", change -> sent.add(change.object()
                .at("/spec/http/0/route/1/weight").asInt()));
        StepRewriting steps = steps();
        assertThat(steps.rewrite(world.component(), steps.preview(world.component(), Weight.ofPercent(40))))
                .startsWith("kubectl");
        world.pass(Duration.ofMinutes(1));
        settled(20);
        assertThat(sent).as("no request changed sides").allMatch(weight -> weight == 20);
        assertThat(((Reach.Only) world.router().reach(world.component())).weights()).contains(Weight.ofPercent(40));
        world.router().set(world.component(), Weight.ofPercent(40));
        settled(40);
        world.router().set(world.component(), Weight.ofPercent(60));
        settled(60);
    }

    @Test
    void whatWasShownIsDoneOnlyWhileItIsStillTheSame() {
        Rewrite shown = steps().preview(world.component(), Weight.ofPercent(40));
        world.somebodyElseSets(Weight.ofPercent(30));
        settled(30);
        assertThat(failure(() -> steps().rewrite(world.component(), shown))).isInstanceOf(Failure.Conflict.class);
        assertThat(world.objects().read(Kinds.ROLLOUTS, "web").at("/spec/strategy/canary/steps")).hasSize(8);
    }

    @Test
    void itIsRefusedWithAReasonWhereItMakesNoSense() {
        assertThat(failure(() -> steps().preview(world.component(), Weight.ofPercent(10)))).extracting(Failure::why).asString()
                .contains("between the 20 % it has and 100 %");
        world.router().set(world.component(), Weight.ZERO);
        world.pass(Duration.ofSeconds(10));
        assertThat(failure(() -> steps().preview(world.component(), Weight.ofPercent(40)))).extracting(Failure::why).asString()
                .contains("aborted");
    }

    @Test
    void routersWhoseWeightsCanBeSetOfferNone() throws IOException {
        try (RoutedWorld other = RoutedWorld.open(Route.ISTIO)) {
            assertThat(other.router().stepRewriting(other.component())).isEmpty();
        }
    }

    private StepRewriting steps() {
        return world.router().stepRewriting(world.component()).orElseThrow();
    }

    private void settled(int percent) {
        Eventually.read(world::pass, () -> world.router().observe(world.component()),
                traffic -> traffic.settledAt(Weight.ofPercent(percent)));
    }

    private static Failure failure(Runnable action) {
        FailureException thrown = catchThrowableOfType(FailureException.class, action::run);
        assertThat(thrown).as("it should have failed").isNotNull();
        return thrown.failure();
    }
}
