package com.maily.console.platforms.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import com.maily.console.core.model.Artifact;
import com.maily.console.core.model.Component;
import com.maily.console.core.model.HealthCheck;
import com.maily.console.core.model.Objective;
import com.maily.console.core.model.Release;
import com.maily.console.core.model.Routing;
import com.maily.console.core.model.Workspace;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The shipped example holds what the rest of the program and its documents say of Maily. */
class MailyExampleTest {

    private final Workspace maily = WorkspaceFile.maily(Map.of());

    private Component component(String name) {
        return maily.component(name).orElseThrow();
    }

    @Test
    void componentsAreInTheOrderTheyNeedEachOther() {
        assertThat(maily.components()).extracting(Component::name)
                .containsExactly("redis", "analytics", "campaign", "email", "api", "ai-service", "blockchain", "frontend");
        assertThat(maily.components()).filteredOn(c -> !c.critical()).extracting(Component::name)
                .containsExactly("analytics", "campaign", "email");
        assertThat(component("api").target()).isEqualTo("deployment/maily-api");
        assertThat(component("ai-service").targetName()).isEqualTo("ai-mesh");
        assertThat(component("ai-service").routing()).isEqualTo(new Routing("gateway-api", "ai-mesh"));
        assertThat(component("email").routing().kind()).isEqualTo("replica-ratio");
        assertThat(component("frontend").routing().kind()).isEqualTo("rolling-release");
        assertThat(maily.components()).filteredOn(Component::hasCanary).extracting(Component::name)
                .containsExactly("email", "api", "ai-service", "frontend");
    }

    @Test
    void everyReleaseNamesAnArtifactForEveryComponentButRedis() {
        assertThat(maily.releases()).extracting(Release::version).containsExactly("v2.1.0", "v2.0.4", "v2.0.3");
        for (Release release : maily.releases()) {
            assertThat(release.artifacts().keySet()).containsExactlyInAnyOrder("analytics", "campaign", "email", "api",
                    "ai-service", "blockchain", "frontend");
        }
        assertThat(maily.release("v2.0.4").orElseThrow().artifact("email"))
                .contains(new Artifact.Image("v2.0.4", "ghcr.io/maily/email:v2.0.4"));
        assertThat(maily.release("v2.1.0").orElseThrow().artifact("frontend")).contains(new Artifact.Build("v2.1.0", "v2.1.0"));
    }

    @Test
    void objectivesAreThoseOfTheServiceLevelAgreement() {
        Workspace production = maily.in("production");
        assertThat(production.objectivesOf("api")).extracting(Objective::key)
                .containsExactly("availability", "error-rate", "p99", "p99-datadog", "cpu", "memory", "network");
        Objective availability = production.objectivesOf("api").getFirst();
        assertThat(availability.metBy(99.99)).isTrue();
        assertThat(availability.metBy(99.98)).isFalse();
        assertThat(availability.counted()).extracting(Objective.Counted::allowed).isEqualTo(0.01);
        assertThat(objective(production, "ai-service", "p99").metBy(700)).isTrue();
        assertThat(production.objectivesOf("frontend")).extracting(Objective::key).containsExactly("availability", "p99", "users");
        assertThat(production.objectivesOf("blockchain")).extracting(Objective::key)
                .containsExactly("tx-success", "verified", "gas", "gas-used", "cpu", "memory", "network");
        assertThat(maily.objectives()).allSatisfy(objective -> assertThat(objective.query()).doesNotContain("\n"));
    }

    private static Objective objective(Workspace workspace, String component, String key) {
        return workspace.objectivesOf(component).stream().filter(one -> one.key().equals(key)).findFirst().orElseThrow();
    }

    @Test
    void stagingIsHeldToLess() {
        Workspace staging = maily.in("staging");
        assertThat(objective(staging, "api", "availability").limit()).isEqualTo(99.9);
        assertThat(objective(staging, "api", "p99").limit()).isEqualTo(300);
        assertThat(objective(maily.in("production"), "api", "p99").limit()).isEqualTo(200);
        assertThat(maily.environment("staging").orElseThrow().recovery().usual().time()).isEqualTo(Duration.ofHours(1));
        assertThat(maily.environment("production").orElseThrow().recovery().of("api").time()).isEqualTo(Duration.ofMinutes(15));
        assertThat(maily.environment("production").orElseThrow().recovery().of("analytics").time()).isEqualTo(Duration.ofHours(1));
        assertThat(maily.environment("production").orElseThrow().recovery().of("analytics").point()).isEqualTo(Duration.ofMinutes(15));
    }

    @Test
    void bothEnvironmentsAreOnOneClusterInTheirOwnNamespace() {
        assertThat(maily.environment("staging").orElseThrow().connection("kubernetes"))
                .containsEntry("namespace", "maily-staging");
        assertThat(maily.environment("production").orElseThrow().connection("kubernetes")).containsEntry("namespace", "maily");
        assertThat(maily.environment("production").orElseThrow().connection("vercel")).containsEntry("token", "env:VERCEL_TOKEN");
        assertThat(maily.environment("production").orElseThrow().production()).isTrue();
        assertThat(maily.clock().isWall()).isTrue();
    }

    @Test
    void everyComponentThatTakesRequestsHasAHealthEndpointInBothEnvironments() {
        assertThat(maily.environments()).hasSize(2).allSatisfy(place -> assertThat(place.health()).extracting(HealthCheck::component)
                .containsExactlyInAnyOrder("frontend", "api", "ai-service", "blockchain", "email", "campaign", "analytics"));
        assertThat(maily.environment("production").orElseThrow().connection("traces")).containsEntry("url",
                "https://jaeger.maily.example.com/trace/${trace}");
    }

    @Test
    void theSandboxFillsInItsOwnAddresses() {
        Workspace sandbox = WorkspaceFile.maily(Map.of("kubeconfig", "/sandbox/kubeconfig", "kubernetes-context", "sandbox",
                "prometheus-url", "http://127.0.0.1:4001", "vercel-url", "http://127.0.0.1:4002", "vercel-token",
                "file:/sandbox/token",
                "clock-wall", "2026-11-21T12:00:00Z", "clock-shows", "2026-11-21T09:00:00Z", "clock-rate", "30"));
        assertThat(sandbox.environment("staging").orElseThrow().connection("prometheus"))
                .containsEntry("url", "http://127.0.0.1:4001");
        assertThat(sandbox.environment("production").orElseThrow().connection("vercel"))
                .containsEntry("url", "http://127.0.0.1:4002").containsEntry("token", "file:/sandbox/token");
        assertThat(sandbox.environment("production").orElseThrow().connection("kubernetes"))
                .containsEntry("kubeconfig", "/sandbox/kubeconfig");
        assertThat(sandbox.clock().rate()).isEqualTo(30);
    }

    @Test
    void everyJobHasAPlannedTime() {
        assertThat(maily.jobs().keySet()).containsExactly("image-build", "unit-tests", "security-scan", "chaos-tests",
                "load-test",
                "db-backup", "db-migrate", "smoke-tests").allSatisfy(job -> assertThat(maily.timings()).containsKey(job));
        assertThat(maily.timing("canary.bake", Duration.ZERO)).isEqualTo(Duration.ofMinutes(5));
    }
}
