package com.maily.console.platforms.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.ReplicaSet;
import io.fabric8.kubernetes.api.model.apps.ReplicaSetBuilder;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Held against what kubectl sent to a real API server. */
class UndoPlanTest {

    private final JsonNode recorded = Recorded.json("undo-to-1.json");
    private final Deployment deployment = Recorded.as(Deployment.class, recorded.path("deployment"));
    private final List<ReplicaSet> sets = Recorded.all(ReplicaSet.class, recorded.path("replicaSets"));

    @Test
    void goingBackToANamedRevisionSendsWhatKubectlSent() throws Exception {
        assertThat(sent(UndoPlan.toRevision(OwnedReplicaSets.of(deployment, sets), 1))).isEqualTo(expected(recorded));
    }

    @Test
    void goingBackWithoutARevisionSendsWhatKubectlSent() throws Exception {
        JsonNode before = Recorded.json("undo-default.json");
        List<ReplicaSet> earlier = sets.stream().map(set -> OwnedReplicaSets.revision(set).orElse(0) != 4 ? set
                : new ReplicaSetBuilder(set)
                .editMetadata().addToAnnotations(OwnedReplicaSets.REVISION, "2").endMetadata().build()).toList();
        Deployment then = Recorded.as(Deployment.class, before.path("deployment"));
        assertThat(sent(UndoPlan.toRevision(OwnedReplicaSets.of(then, earlier), 0))).isEqualTo(expected(before));
    }

    @Test
    void replicaSetsOfAnotherOwnerAreNotTouched() {
        List<ReplicaSet> mixed = new ArrayList<>(sets);
        mixed.add(new ReplicaSetBuilder(sets.get(1)).editMetadata().withUid("other")
                .addToAnnotations(OwnedReplicaSets.REVISION, "9")
                .editFirstOwnerReference().withUid("another deployment").endOwnerReference().endMetadata().build());
        OwnedReplicaSets owned = OwnedReplicaSets.of(deployment, mixed);
        assertThat(owned.withUid("other")).isEmpty();
        assertThatThrownBy(() -> UndoPlan.toRevision(owned, 9))
                .hasMessageContaining("Unable to find specified revision 9 in history");
    }

    @Test
    void theTemplateItHasAlreadyIsSkipped() {
        OwnedReplicaSets owned = OwnedReplicaSets.of(deployment, sets);
        ReplicaSet current = owned.current().orElseThrow();
        assertThat(UndoPlan.to(owned, current)).isEqualTo(new UndoPlan.Skipped(4));
    }

    @Test
    void anUnknownRevisionOrNoHistoryIsRefused() {
        OwnedReplicaSets owned = OwnedReplicaSets.of(deployment, sets);
        assertThatThrownBy(() -> UndoPlan.toRevision(owned, 77))
                .hasMessageContaining("Unable to find specified revision 77 in history");
        assertThatThrownBy(() -> UndoPlan.toRevision(owned, -1)).hasMessageContaining("Unable to find specified revision -1");
        OwnedReplicaSets single = OwnedReplicaSets.of(deployment, sets.subList(0, 1));
        assertThatThrownBy(() -> UndoPlan.toRevision(single, 0)).hasMessageContaining("No rollout history found");
    }

    @Test
    void aPausedDeploymentIsRefused() {
        Deployment paused = Recorded.as(Deployment.class, Recorded.json("undo-paused.json").path("deployment"));
        assertThatThrownBy(() -> UndoPlan.toRevision(OwnedReplicaSets.of(paused, sets), 1))
                .hasMessageContaining("cannot roll back a paused");
    }

    @Test
    void setImageSendsWhatKubectlSent() throws Exception {
        JsonNode exchange = Recorded.json("set-image.json");
        Deployment web = Recorded.as(Deployment.class, exchange.path("deployment"));
        String image = exchange.at("/patch/spec/template/spec/containers/0/image").asText();
        JsonNode patch = Serialization.jsonMapper().readTree(
                SetImage.patch(web.getSpec().getTemplate(), web.getSpec().getTemplate().getSpec().getContainers().getFirst(),
                image, Map.of()));
        assertThat(patch.path("spec")).isEqualTo(exchange.at("/patch/spec"));
    }

    private static JsonNode sent(UndoPlan plan) throws Exception {
        assertThat(plan).isInstanceOf(UndoPlan.Patch.class);
        return Serialization.jsonMapper().readTree(((UndoPlan.Patch) plan).json());
    }

    /** kubectl 1.32 puts an empty creationTimestamp into the template, 1.36 and we do not; the server drops it. */
    private static JsonNode expected(JsonNode exchange) {
        JsonNode patch = exchange.path("patch").deepCopy();
        ((ObjectNode) patch.at("/0/value/metadata")).remove("creationTimestamp");
        return patch;
    }
}
