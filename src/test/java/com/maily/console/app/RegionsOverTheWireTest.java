package com.maily.console.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.maily.console.app.Terminal.Said;
import com.maily.console.cli.Services;
import com.maily.console.core.engine.Commands;
import com.maily.console.core.engine.Console;
import com.maily.console.core.journal.Deployment;
import com.maily.console.core.journal.StepState;
import com.maily.console.core.model.Actor;
import com.maily.console.core.port.Pod;
import com.maily.console.core.port.SourceState;
import com.maily.console.core.port.Subscription;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.util.WaitForAsyncUtils;

/** Two clusters, each with an API server of its own, through the real adapters. */
class RegionsOverTheWireTest {

    private static final String US = "us-east-1";
    private static final String EU = "eu-west-1";
    private static final Actor ON_CALL = new Actor("on-call", "Console");

    @TempDir
    private Path folder;
    private Box box;
    private Terminal terminal;

    @BeforeEach
    void start() {
        box = Box.start("rollback-drill", 77, 60, folder, List.of(US, EU));
        terminal = Terminal.on(box);
    }

    @AfterEach
    void stop() {
        box.close();
    }

    @Test
    void aRegionThatIsDownDoesNotHoldTheOthersView() {
        box.cutOff(EU, true);
        Said status = terminal.type("status", "--env", "production");
        assertThat(status.out().lines().filter(line -> line.contains("api@" + US))).singleElement().asString()
                .contains("v2.1.0", "6/6");
        assertThat(status.out().lines().filter(line -> line.contains("api@" + EU))).singleElement().asString()
                .contains("unknown");
        assertThat(status.out().lines().filter(line -> line.contains("frontend"))).singleElement().asString().contains("v2.1.0");
    }

    @Test
    void aReleaseOverARegionThatIsDownIsRefusedUnlessItIsLeftOut() {
        box.cutOff(EU, true);
        String[] deploy = {"phased-deploy", "--version", "v2.1.0", "--start-phase", "3", "--canary", "--dry-run"};
        Said refused = terminal.type(deploy);
        assertThat(refused.code()).isEqualTo(3);
        assertThat(refused.out()).contains("kubernetes " + EU, "leave it out on purpose");
        Said without = terminal.type(Stream.concat(Arrays.stream(deploy),
                Stream.of("--regions", US)).toArray(String[]::new));
        assertThat(without.code()).as(without.out() + without.err()).isZero();
        assertThat(without.out()).contains("Canary of api@" + US, EU).doesNotContain("Canary of api@" + EU);
    }

    @Test
    void regionsAndComponentsThatAreNotThereAreUsageErrors() {
        assertThat(terminal.type("deploy", "--version", "v2.1.0", "--regions", "mars").err())
                .contains("There is no region 'mars'", US);
        assertThat(terminal.type("rollback", "--components", "api@mars").err()).contains("There is no component 'api@mars'");
        Said one = terminal.type("rollback", "--components", "api@" + EU, "--to-version", "v2.0.4", "--dry-run");
        assertThat(one.out()).contains("Restore api@" + EU).doesNotContain("Restore api@" + US);
    }

    @Test
    void aRollbackIsProvedInOneRegionWhileTheOtherIsDownAndGoesOnWhenItIsBack() throws Exception {
        try (Console console = new Wiring("test")
                .open(new Services.Files(Optional.of(box.workspace()), Optional.of(box.journal())))) {
            until(() -> console.platforms("production").sources().stream().allMatch(source -> source.lastGood().isPresent()));
            box.cutOff(EU, true);
            Outcome.require(console.commands().rollBack(new Commands.Undo("production", List.of("api"), Optional.empty(), "bad"),
                    ON_CALL));
            until(() -> step(console, "Tell people of " + US).status().settled()
                    && step(console, "Restore api@" + EU).note().contains(EU));
            assertThat(step(console, "Restore api@" + US).proof()).contains("api@" + US + " runs v2.0.4");
            assertThat(step(console, "Restore api@" + EU).status()).isEqualTo(StepState.Status.RUNNING);
            assertThat(console.platforms("production").sources()).extracting(SourceState::name, source ->
                    source.trouble().isEmpty())
                    .contains(tuple("Kubernetes " + US, true), tuple("Kubernetes " + EU, false));
            box.cutOff(EU, false);
            until(() -> newest(console).over());
            assertThat(newest(console).statusReason())
                    .isEqualTo("production was rolled back to v2.0.4 in us-east-1 and eu-west-1.");
        }
    }

    @Test
    void thePodsOfAllRegionsAreOneStreamAndTheirLogsAreRead() throws Exception {
        try (Console console = new Wiring("test")
                .open(new Services.Files(Optional.of(box.workspace()), Optional.of(box.journal())))) {
            Map<String, Pod> pods = new ConcurrentHashMap<>();
            try (Subscription _ = console.platforms("production").pods().orElseThrow().watch(change ->
                    change.changed().forEach(pod -> pods.put(pod.name(), pod)))) {
                until(() -> pods.values().stream().map(Pod::component).toList().containsAll(List.of("api@" + US, "api@" + EU)));
                String name = pods.values().stream().filter(pod -> pod.component().equals("api@" + EU)).findFirst()
                        .orElseThrow().name();
                assertThat(name).endsWith("@" + EU);
                until(() -> !console.platforms("production").pods().orElseThrow().log(name, 5).isEmpty());
            }
        }
    }

    private static Deployment newest(Console console) {
        return console.journal().history().newest("production").orElseThrow();
    }

    private static StepState step(Console console, String title) {
        return newest(console).steps().values().stream().filter(state -> state.step().title().equals(title)).findFirst()
                .orElseThrow();
    }

    private static void until(BooleanSupplier condition) throws Exception {
        WaitForAsyncUtils.waitFor(60, TimeUnit.SECONDS, condition::getAsBoolean);
    }
}
