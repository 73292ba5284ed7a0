package com.maily.console.platforms.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.maily.console.core.model.Artifact;
import com.maily.console.core.model.Component;
import com.maily.console.core.model.Criticality;
import com.maily.console.core.model.Routing;
import com.maily.console.core.port.Track;
import com.maily.console.core.port.Workload;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.api.model.PodTemplateSpecBuilder;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is made and recognised where nothing was prepared for canaries. Over the wire. */
class CanaryCreationTest {

    /** The one workload of the sandbox that has no canary. */
    private static final Component BLOCKCHAIN = new Component("blockchain", Criticality.CRITICAL, "kubernetes",
            "deployment/blockchain-service", Routing.PLAIN, List.of(), List.of());
    private static final String DIGEST = "ghcr.io/maily/blockchain@sha256:" + "ab".repeat(32);

    private SandboxWorld world;

    @BeforeEach
    void open() throws Exception {
        world = new SandboxWorld(Routing.GATEWAY_API);
    }

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void aMissingCanaryIsMadeFromTheStableOneWithoutPods() {
        Artifact next = new Artifact.Image("v2.1.0", "ghcr.io/maily/blockchain:v2.1.0");
        world.deployer().deploy(BLOCKCHAIN, Track.CANARY, next);
        Workload canary = world.deployer().observe(BLOCKCHAIN, Track.CANARY);
        assertThat(canary.artifact()).contains(next);
        assertThat(canary.wanted()).isZero();
        Deployment made = new Deployments(world.connection()).get("blockchain-service-canary");
        assertThat(made.getSpec().getSelector().getMatchLabels()).containsEntry("maily.dev/track", "canary");
        assertThat(made.getSpec().getTemplate().getMetadata().getLabels()).containsEntry("maily.dev/track", "canary")
                .containsEntry("maily.dev/component", "blockchain").doesNotContainKey("pod-template-hash");
        world.deployer().scale(BLOCKCHAIN, Track.CANARY, 1);
        world.pass(Duration.ofMinutes(1));
        assertThat(world.deployer().observe(BLOCKCHAIN, Track.CANARY).ready()).isEqualTo(1);
        assertThat(world.deployer().observe(BLOCKCHAIN, Track.STABLE).ready()).isEqualTo(2);
    }

    @Test
    void anImageByDigestIsReadBackUnderItsVersionAlsoFromHistory() {
        Artifact next = new Artifact.Image("v2.1.0", DIGEST);
        world.deployer().deploy(BLOCKCHAIN, Track.STABLE, next);
        world.pass(Duration.ofMinutes(1));
        assertThat(world.deployer().observe(BLOCKCHAIN, Track.STABLE).artifact()).contains(next);
        assertThat(world.deployer().history(BLOCKCHAIN).getFirst().artifact()).isEqualTo(next);
        assertThat(new ImageName(DIGEST).version()).isEqualTo("abababababab");
        assertThat(new ImageName("host:5000/maily/api").repository()).isEqualTo("host:5000/maily/api");
    }

    @Test
    void sidecarsAreNotTakenForTheComponent() {
        assertThat(MainContainer.of(BLOCKCHAIN, pod("proxy", "app"), "").getName()).isEqualTo("app");
        assertThat(MainContainer.of(BLOCKCHAIN, pod("proxy", "blockchain"), "").getName()).isEqualTo("blockchain");
        assertThat(MainContainer.of(BLOCKCHAIN, pod("proxy", "worker"), "registry/worker").getName()).isEqualTo("worker");
        assertThatThrownBy(() -> MainContainer.of(BLOCKCHAIN, pod("proxy", "worker"), "")).hasMessageContaining("proxy, worker");
    }

    private static PodTemplateSpec pod(String first, String second) {
        return new PodTemplateSpecBuilder().withNewSpec()
                .addNewContainer().withName(first).withImage("registry/" + first + ":1").endContainer()
                .addNewContainer().withName(second).withImage("registry/" + second + ":1").endContainer().endSpec().build();
    }
}
