package com.maily.console.platforms.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.maily.console.core.model.Failure;
import com.maily.console.core.model.FailureException;
import com.maily.console.core.model.Weight;
import com.maily.console.core.port.Traffic;
import com.maily.console.core.port.TrafficRouter.Reach;
import com.maily.console.core.port.Track;
import com.maily.console.sandbox.cluster.ApiFaults.Fault;
import com.maily.console.sandbox.cluster.Deletion;
import com.maily.console.sandbox.cluster.Kinds;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Other writers, other destinations, and objects that do not split what they should. Over the wire. */
class RouterConflictsTest {

    @ParameterizedTest
    @EnumSource(Route.class)
    void aWriterInBetweenIsAConflictThatNamesItAndNothingIsLost(Route route) throws IOException {
        try (RoutedWorld world = RoutedWorld.open(route)) {
            world.pass(Duration.ofSeconds(2));
            world.somebodyElseSets(Weight.ofPercent(30));
            assertThat(world.router().observe(world.component()).writer()).isEqualTo("night-shift");
            world.sandbox().faults().next(1, "PATCH", route.kind().plural() + "/" + route.objectName(), new Fault.Code(409));
            assertThat(failureOf(world, 50)).isInstanceOf(Failure.Conflict.class).extracting(Failure::why).asString()
                    .contains("night-shift wrote " + route.kind().singular() + "/" + route.objectName());
            assertThat(world.router().observe(world.component()).desired()).isEqualTo(Weight.ofPercent(30));
        }
    }

    @ParameterizedTest
    @EnumSource(Route.class)
    void ourOwnWeightIsSignedByUsAndNotBelievedWithoutReadyPods(Route route) throws IOException {
        try (RoutedWorld world = RoutedWorld.open(route)) {
            world.router().observe(world.component());
            world.router().set(world.component(), Weight.ofPercent(20));
            Traffic traffic = world.router().observe(world.component());
            assertThat(traffic.writer()).isEqualTo("maily-console");
            assertThat(traffic.desired()).isEqualTo(Weight.ofPercent(20));
            assertThat(traffic.settledAt(Weight.ofPercent(20))).as("nobody is ready to answer: %s", traffic).isFalse();
            assertThat(traffic.why()).contains("No canary pod is ready");
            world.router().set(world.component(), Weight.ZERO);
            assertThat(world.router().observe(world.component()).settledAt(Weight.ZERO)).isTrue();
        }
    }

    @ParameterizedTest
    @EnumSource(Route.class)
    void whatNobodyCanTellIsSaidBesideTheWeight(Route route) throws IOException {
        try (RoutedWorld world = RoutedWorld.open(route)) {
            world.deployer().deploy(world.component(), Track.CANARY, world.next());
            world.deployer().scale(world.component(), Track.CANARY, 2);
            world.pass(Duration.ofMinutes(2));
            world.router().set(world.component(), Weight.ofPercent(20));
            Traffic traffic = world.router().observe(world.component());
            assertThat(traffic.settledAt(Weight.ofPercent(20))).isTrue();
            assertThat(traffic.why()).contains("not tell");
        }
    }

    @ParameterizedTest
    @EnumSource(Route.class)
    void aWrongNameIsMissingNeverAnotherRouter(Route route) throws IOException {
        try (RoutedWorld world = RoutedWorld.open(route)) {
            world.cluster().delete(route.kind(), SandboxWorld.NAMESPACE, route.objectName(), Deletion.PLAIN);
            assertThat(failureOf(world, 20)).isInstanceOf(Failure.Missing.class).extracting(Failure::why).asString()
                    .contains(route.objectName(), "namespace maily");
        }
    }

    @Test
    void otherDestinationsAndRoutesOfAVirtualServiceKeepTheirs() throws IOException {
        try (RoutedWorld world = RoutedWorld.open(Route.ISTIO)) {
            world.merge(Kinds.VIRTUAL_SERVICES, "maily-api", "", """
                    {spec: {http: [{match: [{uri: {prefix: /old}}], route: [{destination: {host: archive}}]}, {route: [
                    {destination: {host: mirror}, weight: 10}, {destination: {host: maily-api-canary}, weight: 0},
                    {destination: {host: maily-api}, weight: 90}]}]}}""", "platform-team");
            world.router().set(world.component(), Weight.ofPercent(25));
            JsonNode http = world.read(Kinds.VIRTUAL_SERVICES, "maily-api").at("/spec/http");
            assertThat(http.get(0)).isEqualTo(RoutedWorld.yaml("{match: [{uri: {prefix: /old}}], route: [{destination: {host: archive}}]}"));
            assertThat(http.get(1).findValuesAsText("weight")).as("still 100 in all").containsExactly("10", "25", "65");
            assertThat(((Reach.Only) world.router().reach(world.component())).weights()).doesNotContain(Weight.FULL)
                    .contains(Weight.ofPercent(90));
            assertThat(failureOf(world, 95)).isInstanceOf(Failure.Rejected.class).extracting(Failure::why).asString()
                    .contains("keep their 10");
        }
    }

    @Test
    void aSubsetThatNoDestinationRuleDefinesGetsNoTraffic() throws IOException {
        try (RoutedWorld world = RoutedWorld.open(Route.ISTIO_SUBSETS)) {
            world.merge(Kinds.DESTINATION_RULES, "maily-api", "", "{spec: {subsets: [{name: stable}]}}", "platform-team");
            assertThat(failureOf(world, 10)).isInstanceOf(Failure.Rejected.class).extracting(Failure::why).asString()
                    .contains("no DestinationRule maily-api with a subset canary");
            world.router().set(world.component(), Weight.ZERO);
        }
    }

    @Test
    void istioThatReportsIsBelievedOnlyForTheGenerationItHasSeen() throws IOException {
        try (RoutedWorld world = RoutedWorld.open(Route.ISTIO)) {
            world.merge(Kinds.VIRTUAL_SERVICES, "maily-api", "status", "{status: {observedGeneration: '1'}}", "istiod");
            world.router().set(world.component(), Weight.ofPercent(10));
            assertThat(world.router().observe(world.component()).why())
                    .isEqualTo("Istio has seen generation 1 of the VirtualService, not 2.");
        }
    }

    @Test
    void anIngressThatIsNoCanaryIsRefused() throws IOException {
        try (RoutedWorld world = RoutedWorld.open(Route.NGINX)) {
            world.merge(Kinds.INGRESSES, "maily-api-canary", "",
                    "{metadata: {annotations: {nginx.ingress.kubernetes.io/canary: 'false'}}}", "x");
            assertThat(failureOf(world, 10)).isInstanceOf(Failure.Rejected.class).extracting(Failure::why).asString()
                    .contains("not a canary");
        }
    }

    @Test
    void aCoarseTotalOffersOnlyItsOwnWeights() throws IOException {
        try (RoutedWorld world = RoutedWorld.open(Route.NGINX)) {
            world.merge(Kinds.INGRESSES, "maily-api-canary", "",
                    "{metadata: {annotations: {nginx.ingress.kubernetes.io/canary-weight-total: '4'}}}", "platform-team");
            assertThat(((Reach.Only) world.router().reach(world.component())).weights()).hasSize(5);
            world.router().set(world.component(), Weight.ofPercent(75));
            assertThat(world.read(Kinds.INGRESSES, "maily-api-canary").at("/metadata/annotations")
                    .path("nginx.ingress.kubernetes.io/canary-weight").asText()).isEqualTo("3");
        }
    }

    @Test
    void theRestOfAnAlbActionStaysAsItWasWritten() throws IOException {
        try (RoutedWorld world = RoutedWorld.open(Route.ALB); RoutedWorld go = RoutedWorld.open(Route.ALB_GO)) {
            world.router().set(world.component(), Weight.ofPercent(10));
            go.router().set(go.component(), Weight.ofPercent(10));
            assertThat(action(world)).contains("\"weight\":10", "\"weight\":90", "\"targetGroupStickinessConfig\"",
                    "\"servicePort\":\"80\"");
            assertThat(action(go)).contains("\"Weight\":10", "\"Weight\":90").doesNotContain("\"weight\"");
        }
    }

    @Test
    void aRouteThatFlaggerOwnsIsNeverWritten() throws IOException {
        try (RoutedWorld world = RoutedWorld.open(Route.ISTIO)) {
            world.merge(Kinds.VIRTUAL_SERVICES, "maily-api", "",
                    "{metadata: {ownerReferences: [{apiVersion: flagger.app/v1beta1, "
                    + "kind: Canary, name: maily-api, uid: a, controller: true}]}}", "flagger");
            assertThat(failureOf(world, 10)).isInstanceOf(Failure.Rejected.class).extracting(Failure::why).asString()
                    .contains("Flagger's Canary maily-api");
        }
    }

    private static String action(RoutedWorld world) {
        return world.read(Kinds.INGRESSES, "maily-api").at("/metadata/annotations")
                .path("alb.ingress.kubernetes.io/actions.split").asText();
    }

    private static Failure failureOf(RoutedWorld world, int percent) {
        FailureException thrown = catchThrowableOfType(FailureException.class,
                () -> world.router().set(world.component(), Weight.ofPercent(percent)));
        assertThat(thrown).as("setting %d %%", percent).isNotNull();
        return thrown.failure();
    }
}
