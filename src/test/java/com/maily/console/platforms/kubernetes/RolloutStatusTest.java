package com.maily.console.platforms.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import com.maily.console.core.port.Workload.Rollout;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.DeploymentBuilder;
import java.util.List;
import org.junit.jupiter.api.Test;

class RolloutStatusTest {

    @Test
    void aFailedRolloutSaysWhatKubectlPrinted() {
        assertThat(statuses("rollout-failed.json")).containsExactly(
                waiting("1 out of 3 new replicas have been updated..."),
                new Rollout.Broken("deployment \"web\" exceeded its progress deadline"));
    }

    @Test
    void anOldFailureIsNotTakenForOneOfTheNewGeneration() {
        List<Rollout> statuses = statuses("rollback-after-broken.json");
        assertThat(statuses).noneMatch(Rollout.Broken.class::isInstance);
        assertThat(statuses.subList(0, 2))
                .containsOnly(new Rollout.Waiting("Waiting for deployment spec update to be observed..."));
        assertThat(statuses.getLast()).isEqualTo(new Rollout.Done("deployment \"web\" successfully rolled out"));
    }

    @Test
    void aGoodRolloutIsDoneOnlyAtItsEnd() {
        List<Rollout> statuses = statuses("rollout-good.json");
        assertThat(statuses.getFirst()).isEqualTo(new Rollout.Waiting("Waiting for deployment spec update to be observed..."));
        assertThat(statuses).contains(
                waiting("0 out of 3 new replicas have been updated..."),
                waiting("1 old replicas are pending termination..."));
        assertThat(statuses.indexOf(new Rollout.Done("deployment \"web\" successfully rolled out"))).isGreaterThanOrEqualTo(12);
    }

    @Test
    void podsThatAreNotAvailableAreWaitedFor() {
        Deployment deployment = new DeploymentBuilder().withNewMetadata().withName("web").withGeneration(2L).endMetadata()
                .withNewSpec().withReplicas(3).endSpec()
                .withNewStatus().withObservedGeneration(2L).withReplicas(3).withUpdatedReplicas(3).withAvailableReplicas(1)
                        .endStatus().build();
        assertThat(RolloutStatus.of(deployment)).isEqualTo(
                waiting("1 of 3 updated replicas are available..."));
    }

    private static Rollout waiting(String detail) {
        return new Rollout.Waiting("Waiting for deployment \"web\" rollout to finish: " + detail);
    }

    private static List<Rollout> statuses(String recording) {
        return Recorded.all(Deployment.class, Recorded.json(recording)).stream().map(RolloutStatus::of).toList();
    }
}
