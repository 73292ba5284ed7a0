package com.maily.console.platforms.argocd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.maily.console.core.model.Failure;
import com.maily.console.core.model.FailureException;
import com.maily.console.core.model.Inspection;
import com.maily.console.core.port.Finding;
import com.maily.console.core.port.GitOpsContract;
import com.maily.console.core.port.GitOpsHarness;
import com.maily.console.core.port.GitOpsState;
import com.maily.console.sandbox.argocd.ArgoWorldHarness;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** The real adapter keeps the contract over the wire, and says what it must where only the wire has something to say. */
class ArgoCdTest extends GitOpsContract {

    private static final Map<String, String> PROJECT = Map.of("project", "maily");

    @Override
    protected GitOpsHarness open() {
        return wired(PROJECT);
    }

    private static ArgoWorldHarness wired(Map<String, String> settings) {
        AtomicReference<ArgoCdWire> wire = new AtomicReference<>();
        return new ArgoWorldHarness(world -> {
            wire.set(new ArgoCdWire(world.box.argoCd(), settings));
            return new ArgoCd(wire.get().client, new Applications(settings, "maily"), world.clock);
        }, () -> wire.get().close());
    }

    @Test
    void anApplicationThatIsNotThereIsToldApartOnlyWithItsProject() {
        try (ArgoWorldHarness world = wired(PROJECT)) {
            assertThatThrownBy(() -> world.gitOps().sync("nothing")).isInstanceOfSatisfying(FailureException.class, e ->
                    assertThat(e.failure()).isInstanceOf(Failure.Missing.class));
        }
        try (ArgoWorldHarness world = wired(Map.of())) {
            assertThatThrownBy(() -> world.gitOps().sync("nothing")).isInstanceOfSatisfying(FailureException.class, e -> {
                assertThat(e.failure()).isInstanceOf(Failure.Denied.class);
                assertThat(e.failure().advice()).contains("name the project");
            });
        }
    }

    @Test
    void theWorkspaceFileMayNameTheApplications() {
        try (ArgoWorldHarness world = wired(Map.of("application", "{component}-staging"))) {
            assertThat(world.gitOps().observe(world.component())).as("another application than the one named owns it").isEmpty();
        }
        try (ArgoWorldHarness world = wired(Map.of("application.api", "api-production", "application", "nothing"))) {
            assertThat(world.gitOps().observe(world.component())).isPresent();
        }
    }

    @Test
    void aClosedWindowIsSaidBeforehandAndWhenItRefuses() {
        try (ArgoWorldHarness world = wired(PROJECT)) {
            world.gitOps().pauseAutoSync(world.application(), "a test");
            world.box.argoCd().closeWindow(world.application(), true);
            assertThat(world.gitOps().observe(world.component()).orElseThrow().window()).contains("window");
            world.changeByHand(world.earlier());
            assertThatThrownBy(() -> world.gitOps().sync(world.application())).hasMessageContaining("sync window");
        }
    }

    /** What it says may be old however often it is asked; then it is unknown, not healthy. */
    @Test
    void anApplicationThatIsNotComparedAnyMoreIsUnknownAfterAnOperation() {
        try (ArgoWorldHarness world = wired(PROJECT)) {
            world.pass(Duration.ofMinutes(1));
            world.gitOps().pauseAutoSync(world.application(), "a test");
            world.box.argoCd().stale(world.application(), true);
            world.gitOps().rollBack(world.application(), 0);
            world.pass(Duration.ofMinutes(5));
            GitOpsState state = world.gitOps().observe(world.component()).orElseThrow();
            assertThat(state.operation().orElseThrow().phase()).isEqualTo("Succeeded");
            assertThat(state.sync()).isEqualTo(GitOpsState.Sync.UNKNOWN);
            assertThat(state.health()).isEqualTo(GitOpsState.Health.UNKNOWN);
            assertThat(state.words()).isEqualTo("Unknown");
        }
    }

    @Test
    void theInspectionNamesTheRightThatIsMissing() {
        try (ArgoWorldHarness world = new ArgoWorldHarness(_ -> null, () -> { });
             ArgoCdWire wire = new ArgoCdWire(world.box.argoCd(), PROJECT)) {
            ArgoCdInspector inspector = new ArgoCdInspector(wire.client, new Applications(PROJECT, "maily"));
            assertThat(inspector.inspect(Inspection.CONNECTIONS, List.of(world.component()))).singleElement().satisfies(found -> {
                assertThat(found.result()).isEqualTo(Finding.Result.GOOD);
                assertThat(found.detail()).contains("admin", "1 application");
            });
            world.box.argoCd().deny("update");
            assertThat(inspector.inspect(Inspection.CONNECTIONS, List.of(world.component()))).singleElement().satisfies(found -> {
                assertThat(found.result()).isEqualTo(Finding.Result.BAD);
                assertThat(found.detail()).contains("update maily/api-production");
            });
        }
    }

    @Test
    void aWrongTokenIsSaidWithoutRepeatingIt() {
        try (ArgoWorldHarness world = new ArgoWorldHarness(_ -> null, () -> { });
             ArgoCdWire wire = new ArgoCdWire(world.box.argoCd(), Map.of("token", "env:PATH"))) {
            assertThatThrownBy(wire.client::applications).isInstanceOfSatisfying(FailureException.class, e -> {
                assertThat(e.failure()).isInstanceOf(Failure.Denied.class);
                assertThat(e.failure().sentence()).doesNotContain(System.getenv("PATH"));
            });
        }
    }
}
