package com.maily.console.desktop.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import com.maily.console.core.model.Artifact;
import com.maily.console.core.model.ClockSetting;
import com.maily.console.core.model.Component;
import com.maily.console.core.model.Criticality;
import com.maily.console.core.model.Environment;
import com.maily.console.core.model.Region;
import com.maily.console.core.model.Release;
import com.maily.console.core.model.Routing;
import com.maily.console.core.model.Workspace;
import com.maily.console.core.port.Compute;
import com.maily.console.core.port.Pod;
import com.maily.console.core.port.Track;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The commands say the same as the screen, in the right cluster, and survive a shell. */
class KubectlTest {

    private static final Component API = new Component("api", Criticality.CRITICAL, "kubernetes", "deployment/maily-api",
            new Routing("none", ""), List.of(), List.of());
    private static final Workspace WORKSPACE = new Workspace("maily", List.of(API), List.of(
            new Environment("staging", false, Map.of("kubernetes", Map.of("context", "it's maily", "namespace",
            "maily-staging"))),
            new Environment("production", true, List.of(new Region("eu-west-1", 1), new Region("us-east-1", 2)), "", Map.of(
                    "kubernetes@eu-west-1", Map.of("context", "eu", "namespace", "maily"),
                    "kubernetes@us-east-1", Map.of("context", "us", "namespace", "maily")))),
            List.of(), Map.of(), Map.of(), List.of(new Release("v2.1.0", Map.of("api",
                    new Artifact.Image("v2.1.0", "ghcr.io/maily/api:v2.1.0")), "", "", "")), ClockSetting.WALL);

    private final Kubectl kubectl = new Kubectl(WORKSPACE);

    private static Seat seat(String environment, String region) {
        return FleetMap.of(WORKSPACE, environment).seats().stream()
                .filter(seat -> seat.environment().equals(environment) && seat.region().equals(region)).findFirst().orElseThrow();
    }

    @Test
    void aWordWithAQuoteIsOneWordForTheShell() {
        assertThat(kubectl.of(seat("staging", ""))).containsEntry("Rollout status",
                "kubectl --context 'it'\\''s maily' -n maily-staging rollout status deployment/maily-api");
    }

    @Test
    void eachRegionHasItsOwnContext() {
        assertThat(kubectl.of(seat("production", "us-east-1")))
                .containsEntry("Undo the rollout", "kubectl --context us -n maily rollout undo deployment/maily-api")
                .containsEntry("Run v2.1.0",
                        "kubectl --context us -n maily set image deployment/maily-api maily-api=ghcr.io/maily/api:v2.1.0");
    }

    @Test
    void aPodIsNamedAsItsOwnClusterNamesIt() {
        Pod pod = new Pod("maily-api-1@eu-west-1", "team-7", "api@eu-west-1", Track.STABLE, "v2.0.4", "7c9", "Running", true,
                1, "",
                Instant.EPOCH, "node-1", List.of("maily-api", "proxy"), Compute.NONE, Compute.NONE);
        assertThat(kubectl.of("production", pod, "proxy", true)).containsEntry("Follow the log",
                "kubectl --context eu -n team-7 logs --previous --timestamps maily-api-1 -c proxy");
    }
}
