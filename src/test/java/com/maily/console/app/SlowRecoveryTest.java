package com.maily.console.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.maily.console.cli.Services;
import com.maily.console.core.engine.Commands;
import com.maily.console.core.engine.Commands.Group;
import com.maily.console.core.engine.Console;
import com.maily.console.core.engine.IncidentReport;
import com.maily.console.core.journal.ComponentState;
import com.maily.console.core.journal.Deployment;
import com.maily.console.core.journal.Event;
import com.maily.console.core.model.Actor;
import com.maily.console.core.model.Component;
import com.maily.console.core.model.Move;
import com.maily.console.core.model.Recovery;
import com.maily.console.core.model.Weight;
import com.maily.console.core.port.Track;
import com.maily.console.core.port.Workload;
import com.maily.console.sandbox.BoxPorts;
import com.maily.console.sandbox.cluster.Kinds;
import com.maily.console.sandbox.cluster.PatchKind;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The sandbox over the wire, where the stable track comes up slowly or the gateway does not listen. */
class SlowRecoveryTest {

    private static final Actor MANAGER = new Actor("release-manager", "Console");
    private static final Duration MOST = Duration.ofSeconds(90);
    private static final int STABLE_PODS_READY = 1;

    @TempDir
    private Path folder;
    private Box box;
    private Console console;
    private String run = "";

    @BeforeEach
    void canaryAtTen() {
        box = Box.start("smooth", 77, 60, folder);
        console = new Wiring("test").open(new Services.Files(Optional.of(box.workspace()), Optional.of(box.journal())));
        run = accepted(console.commands().start(new Commands.Wanted("production", "v2.1.0", 3, 3, true, true,
                Optional.empty(), "planned"),
                MANAGER));
        until(() -> at(5));
        accepted(console.commands().move(run, Group.of("api"), Move.PROMOTE, Optional.empty(), "", MANAGER));
        until(() -> at(10));
    }

    @AfterEach
    void close() {
        console.close();
        box.close();
    }

    private static String accepted(Commands.Answer answer) {
        Outcome.require(answer);
        return ((Commands.Answer.Accepted) answer).deployment();
    }

    private static void until(BooleanSupplier condition) {
        Eventually.holds(MOST, condition::getAsBoolean);
    }

    private boolean at(double percent) {
        ComponentState api = newest().component("api");
        return api.desired().equals(Weight.ofPercent(percent)) && api.settledAt().isPresent();
    }

    private Deployment newest() {
        return console.journal().history().newest("production").orElseThrow();
    }

    private Component api() {
        return console.workspace().component("api").orElseThrow();
    }

    private Workload truth() {
        return new BoxPorts(box.world(), "production").deployer(api()).observe(api(), Track.STABLE);
    }

    private void scale(int replicas) {
        box.world().cluster().patch(Kinds.DEPLOYMENTS, "maily", "maily-api", "scale", PatchKind.MERGE,
                new ObjectMapper().createObjectNode().set("spec",
                new ObjectMapper().createObjectNode().put("replicas", replicas)),
                "kubectl-scale");
    }

    /** FEATURES T7: a rollback target that scales up slowly gets no more traffic than its ready pods can carry. */
    @Test
    void theWeightIsHeldUntilEnoughStablePodsAreReady() {
        accepted(console.commands().shift(run, "api", Weight.ofPercent(80), MANAGER));
        until(() -> at(80));
        int all = truth().wanted();
        scale(STABLE_PODS_READY);
        until(() -> truth().ready() == STABLE_PODS_READY && truth().done());
        box.world().faults().neverBecomesReady("api", "v2.0.4");
        scale(all);
        until(() -> truth().wanted() == all);

        String back = accepted(console.commands().rollBack(new Commands.Undo("production", List.of("api"),
                Optional.empty(), "slow"),
                new Actor("on-call", "Console")));
        Weight carried = Weight.ofPercent(100 - Math.floor(100.0 * STABLE_PODS_READY / all));
        Weight held = carried.isAbove(Weight.ofPercent(80)) ? Weight.ofPercent(80) : carried;
        until(() -> console.journal().history().deployment(back).orElseThrow().steps().values().stream()
                .anyMatch(step -> step.note().contains("api: " + STABLE_PODS_READY + " of " + all
                + " ready stable pods carry at most")));
        assertThat(console.platforms("production").router(api()).observe(api()).desired()).isEqualTo(held);
        assertThat(newest().over()).isFalse();

        box.world().faults().becomesReadyAgain("api", "v2.0.4");
        scale(STABLE_PODS_READY);
        scale(all);
        until(() -> newest().over());
        assertThat(newest().status()).isEqualTo(Deployment.Status.SUCCEEDED);
        assertThat(console.platforms("production").router(api()).observe(api()).observed()).isEqualTo(Weight.ZERO);
    }

    /** FEATURES T8: the gateway takes no notice of an abort; journal and incident report say so until it does. */
    @Test
    void aGatewayThatIgnoresAnAbortIsNotRecovered() {
        box.world().cluster().controllers().ignoreRoute("maily-api", true);
        accepted(console.commands().move(run, Group.of("api"), Move.ABORT, Optional.empty(), "errors", MANAGER));
        until(() -> newest().component("api").lost().isPresent());
        assertThat(newest().component("api").lost().orElseThrow().sentence()).isEqualTo("told 0 %, the router reports 10 %");
        assertThat(console.journal().read(0, 10_000)).anyMatch(entry -> entry.event() instanceof Event.NotRecovered);
        assertThat(IncidentReport.of(console.journal().history(), console.journal().read(0, 10_000), run, Recovery.DEFAULT))
                .contains("**Not recovered: api.**");

        box.world().cluster().controllers().ignoreRoute("maily-api", false);
        box.world().cluster().patch(Kinds.HTTP_ROUTES, "maily", "maily-api", "", PatchKind.MERGE,
                new ObjectMapper().createObjectNode()
                .set("metadata", new ObjectMapper().createObjectNode().set("labels",
                new ObjectMapper().createObjectNode().put("woken", "yes"))),
                "gateway-team");
        until(() -> newest().component("api").lost().isEmpty());
    }
}
