package com.maily.console.sandbox.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The sequences are those recorded from a real API server and controller manager 1.36. */
class DeploymentControllerTest {

    private final Web world = new Web();

    @Test
    void aNewImageIsToldInTheRecordedOrder() {
        world.deployed(3).record();

        world.image("1.1.0");
        world.advance(3);

        assertThat(world.told).containsExactly(
                "g2 o1 r1 3 3 3 3 - NewReplicaSetAvailable",
                "g2 o1 r2 3 3 3 3 - NewReplicaSetCreated",
                "g2 o2 r2 3 - 3 3 1 NewReplicaSetCreated",
                "g2 o2 r2 4 1 3 3 1 ReplicaSetUpdated",
                "g2 o2 r2 4 1 4 4 - ReplicaSetUpdated",
                "g2 o2 r2 3 1 3 3 1 ReplicaSetUpdated",
                "g2 o2 r2 4 2 3 3 1 ReplicaSetUpdated",
                "g2 o2 r2 4 2 4 4 - ReplicaSetUpdated",
                "g2 o2 r2 3 2 3 3 1 ReplicaSetUpdated",
                "g2 o2 r2 4 3 3 3 1 ReplicaSetUpdated",
                "g2 o2 r2 4 3 4 4 - ReplicaSetUpdated",
                "g2 o2 r2 3 3 3 3 - NewReplicaSetAvailable");
        assertThat(Json.at(world.web(), "status", "terminatingReplicas").isInt()).isTrue();
    }

    @Test
    void goingBackAfterTheDeadlineShowsTheOldFailureUntilObserved() {
        world.deployed(3, "{\"progressDeadlineSeconds\":8}");
        world.image("broken-2");
        world.advance(7.5);
        assertThat(Conditions.reason(world.web(), "Progressing")).isNotEqualTo("ProgressDeadlineExceeded");
        world.advance(2);
        assertThat(Web.digest(world.web())).isEqualTo("g2 o2 r2 4 1 3 3 1 ProgressDeadlineExceeded");
        assertThat(Conditions.find(world.web(), "Available").orElseThrow().path("status").asText()).isEqualTo("True");
        world.record();

        world.image("1.0.0");
        world.advance(3);

        assertThat(world.told).containsExactly(
                "g3 o2 r2 4 1 3 3 1 ProgressDeadlineExceeded",
                "g3 o2 r3 4 1 3 3 1 ProgressDeadlineExceeded",
                "g3 o3 r3 4 3 3 3 - ReplicaSetUpdated",
                "g3 o3 r3 3 3 3 3 - NewReplicaSetAvailable");
        assertThat(world.sets()).anySatisfy(set -> {
            assertThat(Meta.annotation(set, Meta.REVISION)).isEqualTo("3");
            assertThat(Meta.annotation(set, Meta.REVISION_HISTORY)).isEqualTo("1");
            assertThat(DeploymentController.replicas(set)).isEqualTo(3);
        });
        assertThat(world.sets()).hasSize(2);
    }

    @Test
    void aPausedDeploymentRollsOnlyWhenItIsResumed() {
        world.deployed(2).record();
        world.merge(PatchKind.MERGE, "{\"spec\":{\"paused\":true}}");
        world.advance(1);
        world.image("1.1.0");
        world.advance(1);
        assertThat(world.told).containsExactly(
                "g2 o1 r1 2 2 2 2 - NewReplicaSetAvailable", "g2 o1 r1 2 2 2 2 - DeploymentPaused",
                        "g2 o2 r1 2 2 2 2 - DeploymentPaused",
                "g3 o2 r1 2 2 2 2 - DeploymentPaused", "g3 o3 r1 2 - 2 2 - DeploymentPaused");
        world.told.clear();

        world.merge(PatchKind.MERGE, "{\"spec\":{\"paused\":null}}");
        world.advance(3);

        assertThat(world.told.subList(0, 5)).containsExactly(
                "g4 o3 r1 2 - 2 2 - DeploymentPaused", "g4 o3 r1 2 - 2 2 - DeploymentResumed",
                        "g4 o3 r2 2 - 2 2 - DeploymentResumed",
                "g4 o4 r2 2 - 2 2 1 DeploymentResumed", "g4 o4 r2 3 1 2 2 1 ReplicaSetUpdated");
        assertThat(world.told.getLast()).isEqualTo("g4 o4 r2 2 2 2 2 - NewReplicaSetAvailable");
    }

    @Test
    void recreateTakesEverythingDownBeforeItStartsTheNew() {
        world.deployed(2, "{\"strategy\":{\"type\":\"Recreate\"}}");
        List<Integer> old = new ArrayList<>();
        world.cluster.watch(Kinds.PODS, Web.NAMESPACE, change -> {
            if (change.type() == Change.Type.ADDED) {
                old.add((int) world.pods().stream().filter(pod -> PodStatus.image(pod).endsWith("1.0.0")).count());
            }
        });
        world.image("1.1.0");
        world.advance(3);
        assertThat(old).containsExactly(0, 0);
        assertThat(Web.digest(world.web())).isEqualTo("g2 o2 r2 2 2 2 2 - NewReplicaSetAvailable");
    }

    @Test
    void neverMoreThanTheSurgeAndNeverFewerThanAllowed() {
        world.deployed(10);
        List<Integer> totals = new ArrayList<>();
        List<Integer> available = new ArrayList<>();
        world.cluster.watch(Kinds.PODS, Web.NAMESPACE, change -> {
            List<ObjectNode> active = world.pods().stream().filter(PodStatus::active).toList();
            totals.add(active.size());
            available.add((int) active.stream().filter(PodStatus::ready).count());
        });
        world.image("1.1.0");
        world.advance(5);
        assertThat(totals).allMatch(total -> total <= 13).contains(13);
        assertThat(available).allMatch(ready -> ready >= 8);
        assertThat(world.pods()).hasSize(10).allMatch(pod -> PodStatus.image(pod).endsWith("1.1.0"));
    }

    @Test
    void percentagesRoundAsInKubernetes() {
        assertThat(bounds(3, "25%", "25%")).isEqualTo(new Bounds(false, 3, 1, 0));
        assertThat(bounds(10, "25%", "25%")).isEqualTo(new Bounds(false, 10, 3, 2));
        assertThat(bounds(4, "0", "0%")).isEqualTo(new Bounds(false, 4, 0, 1));
        assertThat(bounds(4, "2", "50%")).isEqualTo(new Bounds(false, 4, 2, 2));
        assertThat(bounds(0, "25%", "25%")).isEqualTo(new Bounds(false, 0, 0, 1));
    }

    private static Bounds bounds(int replicas, String surge, String unavailable) {
        return Bounds.of(Json.parse("{\"spec\":{\"replicas\":%d,\"strategy\":{\"rollingUpdate\":{\"maxSurge\":\"%s\",\"maxUnavailable\":\"%s\"}}}}"
                .formatted(replicas, surge, unavailable)));
    }

    @Test
    void scalingInTheMiddleOfARolloutKeepsTheProportion() {
        world.deployed(10);
        world.image("broken-1");
        world.advance(2);
        assertThat(sizes()).containsExactly(5, 8);
        world.merge(PatchKind.MERGE, "{\"spec\":{\"replicas\":20}}");
        world.advance(2);
        assertThat(sizes().stream().mapToInt(Integer::intValue).sum()).isEqualTo(25);
        assertThat(sizes()).containsExactly(10, 15);
    }

    private List<Integer> sizes() {
        return world.sets().stream().map(DeploymentController::replicas).sorted().toList();
    }

    @Test
    void theCauseOfAChangeIsCopiedToItsReplicaSetAndComesBackWithIt() {
        world.deployed(1);
        world.merge(PatchKind.MERGE, "{\"metadata\":{\"annotations\":{\"kubernetes.io/change-cause\":\"v1\"}}}");
        world.advance(1);
        world.image("1.1.0");
        world.advance(2);
        assertThat(world.sets()).allMatch(set -> Meta.annotation(set, "kubernetes.io/change-cause").equals("v1"));
    }

    @Test
    void onlyAsManyOldReplicaSetsAsTheLimitSaysAreKept() {
        world.deployed(1, "{\"revisionHistoryLimit\":2}");
        for (int i = 1; i < 6; i++) {
            world.image("1." + i);
            world.advance(3);
        }
        assertThat(world.sets()).extracting(set -> Meta.annotation(set, Meta.REVISION)).containsExactlyInAnyOrder("4", "5", "6");
    }

    @Test
    void aQuotaShowsAsReplicaFailure() {
        world.cluster.create(Kinds.RESOURCE_QUOTAS, Web.NAMESPACE,
                Json.parse("{\"metadata\":{\"name\":\"q\"},\"spec\":{\"hard\":{\"pods\":\"1\"}}}"), Write.by("test"));
        world.deployed(2);
        assertThat(Conditions.reason(world.web(), "ReplicaFailure")).isEqualTo("FailedCreate");
        assertThat(Conditions.find(world.web(), "Progressing").orElseThrow().path("status").asText()).isEqualTo("True");
    }

    @Test
    void aCrashingImageIsRestartedWithGrowingPauses() {
        world.deployed(1);
        world.image("crash-1");
        world.advance(60);
        ObjectNode pod = world.pods().stream().filter(p -> PodStatus.image(p).contains("crash")).findFirst().orElseThrow();
        var container = Json.at(pod, "status", "containerStatuses").path(0);
        assertThat(Json.text(container, "state", "waiting", "reason")).isEqualTo("CrashLoopBackOff");
        assertThat(Json.number(container, "restartCount")).isEqualTo(3);
        assertThat(Json.text(container, "lastState", "terminated", "reason")).isEqualTo("OOMKilled");
        assertThat(Web.digest(world.web())).startsWith("g2 o2 r2 2 1 1 1 1");
    }

    @Test
    void aPodThatCrashesIsMissedUntilItIsReadyAgain() {
        world.deployed(3);
        world.cluster.crash(Web.NAMESPACE, Meta.name(world.pods().getFirst()), 137, "OOMKilled");
        world.advance(1);
        assertThat(Web.digest(world.web())).isEqualTo("g1 o1 r1 3 3 2 2 1 NewReplicaSetAvailable");
        world.advance(11);
        assertThat(Web.digest(world.web())).isEqualTo("g1 o1 r1 3 3 3 3 - NewReplicaSetAvailable");
        assertThat(world.pods()).hasSize(3);
    }

    @Test
    void deletingADeploymentTakesItsPodsAlong() {
        world.deployed(2);
        List<Change.Type> told = new ArrayList<>();
        world.cluster.watch(Kinds.DEPLOYMENTS, Web.NAMESPACE, change -> told.add(change.type()));
        ObjectNode answer = world.cluster.delete(Kinds.DEPLOYMENTS, Web.NAMESPACE, "web", Deletion.BACKGROUND);
        assertThat(Json.text(answer, "details", "kind")).isEqualTo("deployments");
        world.advance(2);
        assertThat(told).containsExactly(Change.Type.DELETED);
        assertThat(world.sets()).isEmpty();
        assertThat(world.pods()).isEmpty();
    }

    @Test
    void aForegroundDeletionEndsWithTheDeploymentItself() {
        world.deployed(2).record();
        ObjectNode answer = world.cluster.delete(Kinds.DEPLOYMENTS, Web.NAMESPACE, "web",
                new Deletion("Foreground", -1, "", "", false));
        assertThat(Meta.generation(answer)).isEqualTo(2);
        assertThat(Meta.deleting(answer)).isTrue();
        world.advance(2);
        assertThat(world.cluster.list(Kinds.DEPLOYMENTS, Web.NAMESPACE, "")).isEmpty();
        assertThat(world.pods()).isEmpty();
        assertThat(world.told.getLast()).startsWith("g2 o2 r1 - - - -");
    }
}
