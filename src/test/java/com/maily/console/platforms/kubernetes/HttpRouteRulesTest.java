package com.maily.console.platforms.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.maily.console.core.model.Routing;
import com.maily.console.core.model.Weight;
import com.maily.console.core.port.TrafficRouter.Reach;
import com.maily.console.sandbox.cluster.Kinds;
import com.maily.console.sandbox.cluster.PatchKind;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** HTTPRoutes with more in them than one rule and two backends, and what gateways say of them. Over the wire. */
class HttpRouteRulesTest {

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
    void everyRuleThatHasBothServicesIsSetAndTheOthersAreLeftAlone() {
        rules("{matches: [{path: {type: PathPrefix, value: /old}}], backendRefs: [{name: archive, port: 80}]}, {backendRefs: "
                + "[{name: maily-api, "
                + "port: 80, weight: 100}, {name: maily-api-canary, port: 80, weight: 0}]}, {backendRefs: [{name: "
                + "maily-api-canary, port: 80, "
                + "weight: 1}, {name: maily-api, port: 80, weight: 3}]}");
        assertThat(world.router().observe(world.component()).desired()).as("as many as may meet it")
                .isEqualTo(Weight.ofPercent(25));
        world.router().set(world.component(), Weight.ofPercent(10));
        JsonNode rules = read();
        assertThat(rules.at("/0/backendRefs").toString()).doesNotContain("10", "90");
        assertThat(rules.at("/1/backendRefs").findValuesAsText("weight")).containsExactly("90", "10");
        assertThat(rules.at("/2/backendRefs").findValuesAsText("weight")).containsExactly("10", "90");
    }

    @Test
    void aThirdBackendKeepsItsShareWhateverTheSum() {
        rules("{backendRefs: [{name: maily-api, port: 80, weight: 100}, {name: maily-api-canary, port: 80, weight: 0}, "
                + "{name: beta, port: 80, weight: 300}]}");
        assertThat(((Reach.Only) world.router().reach(world.component())).weights()).hasSize(26).contains(Weight.ofPercent(25));
        world.router().set(world.component(), Weight.ofPercent(5));
        assertThat(read().at("/0/backendRefs").findValuesAsText("weight")).containsExactly("80", "20", "300");
        world.router().set(world.component(), Weight.ZERO);
        assertThat(read().at("/0/backendRefs").findValuesAsText("weight")).containsExactly("100", "0", "300");
    }

    @Test
    void leftOutWeightsAreOneEach() {
        rules("{backendRefs: [{name: maily-api, port: 80}, {name: maily-api-canary, port: 80}]}");
        assertThat(world.router().observe(world.component()).desired()).isEqualTo(Weight.ofPercent(50));
    }

    @Test
    void aRouteWithoutBothServicesIsRefusedWithBothNames() {
        rules("{backendRefs: [{name: maily-api, port: 80}]}");
        assertThatThrownBy(() -> world.router().observe(world.component())).hasMessageContaining("maily-api-canary");
    }

    @Test
    void aWrongNameIsMissingAndTheRoutesThereAreAreNamed() {
        var component = world.component().routedBy(new Routing(Routing.GATEWAY_API, "maily-apl"));
        assertThatThrownBy(() -> world.router().observe(component))
                .hasMessageContaining("no HTTPRoute maily-apl in namespace maily")
                .hasMessageContaining("there is ai-mesh, maily-api");
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
        assertThat(RouteStatus.obstacle(RoutedWorld.yaml("{metadata: {generation: 1}}"))).contains("No gateway");
    }

    private void rules(String rules) {
        world.cluster().patch(Kinds.HTTP_ROUTES, SandboxWorld.NAMESPACE, "maily-api", "", PatchKind.MERGE,
                RoutedWorld.yaml("{spec: {rules: [" + rules + "]}}"), "platform-team");
    }

    private JsonNode read() {
        return world.cluster().read(Kinds.HTTP_ROUTES, SandboxWorld.NAMESPACE, "maily-api").at("/spec/rules");
    }

    private static JsonNode route(int generation, String conditions) {
        return RoutedWorld.yaml("{metadata: {generation: " + generation
                + "}, status: {parents: [{parentRef: {name: gw}, conditions: ["
                + conditions + "]}]}}");
    }
}
