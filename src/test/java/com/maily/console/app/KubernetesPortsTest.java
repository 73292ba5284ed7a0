package com.maily.console.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.maily.console.core.model.Routing;
import com.maily.console.sandbox.SandboxClock;
import com.maily.console.sandbox.cluster.Cluster;
import com.maily.console.sandbox.cluster.KubernetesFace;
import com.maily.console.sandbox.cluster.SteadyImages;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each kind of Kubernetes the workspace file may name has a router, and no other has. */
class KubernetesPortsTest {

    @Test
    void everyKindOfItsOwnHasARouterAndAnUnknownOneIsAnError(@TempDir Path directory) throws Exception {
        Path kubeconfig = directory.resolve("kubeconfig.yaml");
        SandboxClock clock = SandboxClock.manual(Instant.parse("2026-11-21T10:00:00Z"));
        try (KubernetesFace face = new KubernetesFace(new Cluster(clock, new SteadyImages(), 77), clock)) {
            face.writeKubeconfig(kubeconfig);
            try (KubernetesPorts ports = KubernetesPorts.open(Map.of("kubeconfig", kubeconfig.toString(), "namespace", "maily"),
                    clock,
                    "production", "test")) {
                List<String> kinds = new ArrayList<>(Routing.KINDS);
                kinds.removeAll(List.of(Routing.NONE, Routing.ROLLING_RELEASE, Routing.ALB_RULE));
                assertThat(kinds).allSatisfy(kind -> assertThat(ports.router(kind)).isNotNull());
                assertThatThrownBy(() -> ports.router("istoi")).hasMessageContaining("'istoi'")
                        .hasMessageContaining("argo-rollouts, flagger");
            }
        }
    }
}
