package com.maily.console.platforms.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.maily.console.core.port.Workload.Rollout;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The states kubectl tells apart that a rollout on the sandbox does not pass through. */
class KindStatusTest {

    private static JsonNode tree(String yaml) throws Exception {
        return Serialization.yamlMapper().readTree(yaml);
    }

    @Test
    void aPartitionedStatefulSetIsDoneWithFewerPods() throws Exception {
        JsonNode set = tree("{metadata: {generation: 2}, spec: {replicas: 3, updateStrategy: {type: RollingUpdate, rollingUpdate: "
                + "{partition: 2}}}, status: {observedGeneration: 2, readyReplicas: 3, updatedReplicas: 1}}");
        assertThat(StatefulSetStatus.of(set))
                .isEqualTo(new Rollout.Done("partitioned roll out complete: 1 new pods have been updated..."));
    }

    @Test
    void aStatefulSetNobodyHasLookedAtIsNotDone() throws Exception {
        assertThat(StatefulSetStatus.of(tree("{metadata: {generation: 1}, spec: {replicas: 0}, status: {}}")))
                .isInstanceOf(Rollout.Waiting.class);
    }

    @Test
    void withoutARollingUpdateBlockTheRevisionsDecide() throws Exception {
        String set = "{metadata: {generation: 2}, spec: {replicas: 3, updateStrategy: {type: RollingUpdate}}, status: {observedGeneration: 2, "
                + "readyReplicas: 3, currentReplicas: 3, updatedReplicas: 1, updateRevision: web-b, currentRevision: web-%s}}";
        assertThat(StatefulSetStatus.of(tree(set.formatted("a")))).isEqualTo(new Rollout.Waiting(
                "waiting for statefulset rolling update to complete 1 pods at revision web-b..."));
        assertThat(StatefulSetStatus.of(tree(set.formatted("b")))).isEqualTo(new Rollout.Done(
                "statefulset rolling update complete 3 pods at revision web-b..."));
    }

    @Test
    void onDeleteWaitsForSomebodyToDeletePods() throws Exception {
        assertThat(StatefulSetStatus.of(tree("{metadata: {generation: 2}, spec: {replicas: 3, updateStrategy: {type: OnDelete}}, "
                + "status: {observedGeneration: 2, readyReplicas: 3, updatedReplicas: 1}}"))).isInstanceOf(Rollout.Waiting.class)
                .extracting(Object::toString).asString().contains("1 out of 3", "deletes it");
        assertThat(DaemonSetStatus.of(tree("{metadata: {name: agent, generation: 2}, spec: {updateStrategy: {type: OnDelete}}, status: "
                + "{observedGeneration: 2, desiredNumberScheduled: 3, updatedNumberScheduled: 0, numberAvailable: 3}}")))
                .isInstanceOf(Rollout.Waiting.class).extracting(Object::toString).asString().contains("0 out of 3", "deletes it");
    }

    @Test
    void anInvalidRolloutIsBroken() throws Exception {
        JsonNode invalid = tree("{metadata: {name: web, generation: 2}, spec: {}, status: {observedGeneration: '2', phase: Degraded, "
                + "conditions: [{type: InvalidSpec, status: 'True', message: 'setWeight must be at most 100'}]}}");
        RolloutUpdate update = new RolloutUpdate(new RolloutState(invalid), Optional.empty(), List.of());
        assertThat(update.stableProgress())
                .isEqualTo(new Rollout.Broken("rollout \"web\" is invalid: setWeight must be at most 100"));
    }
}
