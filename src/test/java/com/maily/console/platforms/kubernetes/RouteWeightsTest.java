package com.maily.console.platforms.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.maily.console.core.model.Weight;
import io.fabric8.kubernetes.client.utils.Serialization;
import org.junit.jupiter.api.Test;

class RouteWeightsTest {

    @Test
    void weightsAreRelativeToTheirSum() {
        assertThat(weights("{name: web, weight: 3}, {name: web-canary, weight: 1}").canaryShare())
                .isEqualTo(Weight.ofPercent(25));
        assertThat(weights("{name: web}, {name: web-canary}").canaryShare()).as("absent is 1").isEqualTo(Weight.ofPercent(50));
        assertThat(weights("{name: web, weight: 0}, {name: web-canary, weight: 0}").canaryShare()).isEqualTo(Weight.ZERO);
    }

    @Test
    void backendsAreFoundByNameWhateverTheirOrder() {
        String patch = weights("{name: other, weight: 5}, {name: web-canary, weight: 0}, {name: web, weight: 100}")
                .patch(10, "web", "web-canary");
        assertThat(patch).contains("\"/spec/rules/0/backendRefs/1/weight\"", "\"/spec/rules/0/backendRefs/2/weight\"", "\"42\"")
                .doesNotContain("backendRefs/0");
    }

    @Test
    void aRouteWithoutBothServicesIsRefusedWithBothNames() {
        assertThatThrownBy(() -> weights("{name: web, weight: 100}")).hasMessageContaining("web-canary");
    }

    @Test
    void anUnseenGenerationIsNotInEffect() {
        assertThat(RouteStatus.obstacle(route(2, "{type: Accepted, status: 'True', observedGeneration: 1}")))
                .contains("seen generation 1");
        assertThat(RouteStatus.obstacle(route(2, "{type: Accepted, status: 'True', observedGeneration: 2}")))
                .contains("ResolvedRefs");
        assertThat(RouteStatus.obstacle(route(2, "{type: Accepted, status: 'True', observedGeneration: 2}, "
                + "{type: ResolvedRefs, status: 'False', observedGeneration: 2, reason: BackendNotFound, message: no web}")))
                .isEqualTo("Gateway gw says BackendNotFound: no web");
        assertThat(RouteStatus.obstacle(route(2, "{type: Accepted, status: 'True', observedGeneration: 2}, "
                + "{type: ResolvedRefs, status: 'True', observedGeneration: 2}"))).isEmpty();
        assertThat(RouteStatus.obstacle(yaml("{metadata: {generation: 1}}"))).contains("No gateway");
    }

    private static RouteWeights weights(String backends) {
        return RouteWeights.of(yaml("{metadata: {name: web, resourceVersion: '42'}, spec: {rules: [{backendRefs: [" + backends
                + "]}]}}"),
                "web", "web-canary");
    }

    private static JsonNode route(int generation, String conditions) {
        return yaml("{metadata: {generation: " + generation + "}, status: {parents: [{parentRef: {name: gw}, conditions: ["
                + conditions + "]}]}}");
    }

    private static JsonNode yaml(String text) {
        return Serialization.jsonMapper().valueToTree(Serialization.unmarshal("---\n" + text, java.util.Map.class));
    }
}
