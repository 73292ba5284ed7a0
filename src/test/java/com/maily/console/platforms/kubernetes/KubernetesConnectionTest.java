package com.maily.console.platforms.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.maily.console.core.model.Failure;
import com.maily.console.core.model.FailureException;
import com.maily.console.core.model.Routing;
import com.maily.console.core.port.SourceState;
import com.maily.console.core.port.Time;
import com.maily.console.core.port.Track;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KubernetesConnectionTest {

    @TempDir
    private Path folder;

    @Test
    void aMissingFileIsNamed() {
        Path file = folder.resolve("nowhere.yaml");
        assertThatThrownBy(() -> open(file, "")).isInstanceOf(FailureException.class).hasMessageContaining(file.toString());
    }

    @Test
    void aMissingContextIsNamedWithThoseThereAre() throws Exception {
        try (SandboxWorld world = new SandboxWorld(Routing.GATEWAY_API)) {
            Failure failure = catchThrowableOfType(FailureException.class, () -> open(world.kubeconfig(), "prod-eu")).failure();
            assertThat(failure).isInstanceOf(Failure.Missing.class);
            assertThat(failure.why()).contains("prod-eu");
            assertThat(failure.advice()).contains("maily-sandbox");
        }
    }

    @Test
    void aBrokenFileIsSaidWithoutShowingWhatStandsInIt() throws Exception {
        Path file = Files.writeString(folder.resolve("broken.yaml"), "users:\n- token: top-secret\n  - : [");
        Failure failure = catchThrowableOfType(FailureException.class, () -> open(file, "")).failure();
        assertThat(failure).isInstanceOf(Failure.Rejected.class);
        assertThat(failure.sentence()).contains(file.toString()).doesNotContain("top-secret");
    }

    @Test
    void anUnreachableClusterOpensAndIsSaidToBeUnreachable() throws Exception {
        try (SandboxWorld world = new SandboxWorld(Routing.GATEWAY_API)) {
            world.face().refuseConnections();
            try (KubernetesConnection connection = world.connect()) {
                Failure failure = catchThrowableOfType(FailureException.class,
                        () -> new KubernetesDeployer(connection).observe(world.component(), Track.STABLE)).failure();
                assertThat(failure).isInstanceOf(Failure.Unreachable.class);
                assertThat(connection.state().lastGood()).isEmpty();
                assertThat(connection.state().trouble()).isNotBlank();
                assertThat(connection.state().freshness(connection.now())).isEqualTo(SourceState.Freshness.NEVER);
            }
        }
    }

    @Test
    void theHeartbeatKeepsTheAgeTrueWhileNobodyAsks() throws Exception {
        try (SandboxWorld world = new SandboxWorld(Routing.GATEWAY_API)) {
            until(() -> world.connection().state().lastGood().isPresent());
            assertThat(world.connection().state().trouble()).isEmpty();
            assertThat(world.connection().state().freshness(world.connection().now())).isEqualTo(SourceState.Freshness.LIVE);
        }
    }

    private static void open(Path file, String context) {
        KubernetesConnection.open(Map.of("kubeconfig", file.toString(), "context", context, "namespace", "maily"), Time.WALL)
                .close();
    }

    private static void until(BooleanSupplier expected) {
        long deadline = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (!expected.getAsBoolean()) {
            assertThat(System.nanoTime()).isLessThan(deadline);
            LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
        }
    }
}
