package com.maily.console.sandbox.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.maily.console.sandbox.SandboxClock;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class MailyClusterTest {

    private static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");

    private final SandboxClock clock = SandboxClock.manual(NOW);
    private final Cluster cluster = MailyCluster.create(clock, new SteadyImages(), 77);

    @Test
    void everythingRunsFromTheFirstMoment() {
        assertThat(cluster.list(Kinds.DEPLOYMENTS, "", "")).hasSize(24).allSatisfy(deployment -> {
            assertThat(Json.number(deployment, "status", "availableReplicas"))
                    .isEqualTo(Json.number(deployment, "spec", "replicas"));
            assertThat(Json.number(deployment, "status", "observedGeneration")).isEqualTo((int) Meta.generation(deployment));
            assertThat(Conditions.reason(deployment, "Progressing")).isEqualTo("NewReplicaSetAvailable");
        });
        assertThat(cluster.list(Kinds.PODS, "maily", "")).hasSize(24).allMatch(PodStatus::ready);
        assertThat(clock.instant()).isEqualTo(NOW);
    }

    @Test
    void theEarlierReleaseIsInTheHistory() {
        List<ObjectNode> sets = cluster.list(Kinds.REPLICA_SETS, "maily",
                "app.kubernetes.io/name=maily-api,maily.dev/track=stable");
        assertThat(sets).extracting(set -> Meta.annotation(set, Meta.REVISION) + " " + Json.number(set, "spec", "replicas") + " "
                + Meta.annotation(set, "kubernetes.io/change-cause")).containsExactlyInAnyOrder("1 0 Release v2.0.3",
                "2 6 Release v2.0.4");
    }

    @Test
    void podsAreSpreadOverTheZones() {
        var zones = cluster.list(Kinds.PODS, "maily", "maily.dev/component=api").stream()
                .collect(Collectors.groupingBy(pod -> Meta.labels(pod).get(Nodes.ZONE), Collectors.counting()));
        assertThat(zones).containsOnlyKeys("eu-west-1a", "eu-west-1b", "us-east-1a")
                .allSatisfy((zone, count) -> assertThat(count).isEqualTo(2));
    }

    @Test
    void theSameSeedGivesTheSameCluster() {
        Cluster again = MailyCluster.create(SandboxClock.manual(NOW), new SteadyImages(), 77);
        assertThat(again.list(Kinds.PODS, "", "")).isEqualTo(cluster.list(Kinds.PODS, "", ""));
        Cluster other = MailyCluster.create(SandboxClock.manual(NOW), new SteadyImages(), 78);
        assertThat(other.list(Kinds.PODS, "", "")).isNotEqualTo(cluster.list(Kinds.PODS, "", ""));
    }

    @Test
    void aRouteSaysThatItIsInEffect() {
        ObjectNode route = cluster.read(Kinds.HTTP_ROUTES, "maily", "maily-api");
        assertThat(Json.at(route, "status", "parents").path(0).path("conditions"))
                .extracting(c -> Json.text(c, "type") + Json.text(c, "status"))
                .containsExactly("AcceptedTrue", "ResolvedRefsTrue");
    }
}
