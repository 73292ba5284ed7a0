package com.maily.console.platforms.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.maily.console.core.model.Routing;
import com.maily.console.core.model.Weight;
import com.maily.console.core.port.Traffic;
import com.maily.console.core.port.TrafficRouter.Reach;
import com.maily.console.sandbox.cluster.Kinds;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

/** Flagger and SMI are shown and never written. Over the wire. */
class ShownRoutersTest {

    @Test
    void aFlaggerCanaryIsShownAndNeverMoved() throws IOException {
        try (RoutedWorld world = RoutedWorld.open(new Routing(Routing.FLAGGER, "maily-api"), FlaggerRouter::new)) {
            world.create(Kinds.FLAGGER_CANARIES,
                    "{metadata: {name: maily-api}, spec: {targetRef: {apiVersion: apps/v1, kind: Deployment, "
                    + "name: maily-api}, service: {port: 80}, analysis: {interval: 1m, threshold: 5, stepWeight: 10, maxWeight: 50}}}");
            List<String> writes = writes(world);
            assertThat(world.router().observe(world.component()).settledAt(Weight.ZERO)).isTrue();
            world.merge(Kinds.FLAGGER_CANARIES, "maily-api", "status",
                    "{status: {phase: Progressing, canaryWeight: 20, failedChecks: 1}}", "flagger");
            Traffic traffic = world.router().observe(world.component());
            assertThat(traffic.settledAt(Weight.ofPercent(20))).isTrue();
            assertThat(traffic.why()).isEqualTo("Flagger says Progressing, with 1 of 5 failed checks before it goes back.");
            assertThat(world.router().reach(world.component())).isEqualTo(
                    new Reach.Only(List.of(Weight.ofPercent(20)), "Flagger moves this canary by itself."));
            var before = world.read(Kinds.FLAGGER_CANARIES, "maily-api");
            assertThatThrownBy(() -> world.router().set(world.component(), Weight.ZERO)).hasMessageContaining("gate webhooks");
            world.router().set(world.component(), Weight.ofPercent(20));
            assertThat(world.read(Kinds.FLAGGER_CANARIES, "maily-api")).isEqualTo(before);
            assertThat(writes).as("requests for a change").isEmpty();
        }
    }

    @Test
    void anSmiSplitIsRead() throws IOException {
        try (RoutedWorld world = RoutedWorld.open(new Routing(Routing.SMI, "maily-api"), SmiRouter::new)) {
            world.create(Kinds.TRAFFIC_SPLITS, "{metadata: {name: maily-api}, spec: {service: maily-api, backends: ["
                    + "{service: maily-api, weight: 3}, {service: maily-api-canary, weight: 1}]}}");
            List<String> writes = writes(world);
            Traffic traffic = world.router().observe(world.component());
            assertThat(traffic.settledAt(Weight.ofPercent(25))).isTrue();
            assertThat(traffic.writer()).isEqualTo("platform-team");
            assertThatThrownBy(() -> world.router().set(world.component(), Weight.ofPercent(50)))
                    .hasMessageContaining("only read");
            world.router().set(world.component(), Weight.ofPercent(25));
            assertThat(writes).as("requests for a change").isEmpty();
        }
    }

    private static List<String> writes(RoutedWorld world) {
        List<String> writes = new CopyOnWriteArrayList<>();
        world.sandbox().face().onWrite(writes::add);
        return writes;
    }
}
