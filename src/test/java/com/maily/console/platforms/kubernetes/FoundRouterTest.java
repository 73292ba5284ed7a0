package com.maily.console.platforms.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.maily.console.core.model.Component;
import com.maily.console.core.model.Failure;
import com.maily.console.core.model.FailureException;
import com.maily.console.core.model.Inspection;
import com.maily.console.core.model.Routing;
import com.maily.console.core.model.Weight;
import com.maily.console.core.port.Finding;
import com.maily.console.core.port.Finding.Result;
import com.maily.console.core.port.Permission;
import com.maily.console.core.port.Rights;
import com.maily.console.core.port.Rights.Action;
import com.maily.console.core.port.TrafficRouter;
import com.maily.console.sandbox.cluster.ApiFaults.Fault;
import com.maily.console.sandbox.cluster.Deletion;
import com.maily.console.sandbox.cluster.Kind;
import com.maily.console.sandbox.cluster.Kinds;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The router is what owns the component's route, and nothing else. Over the wire. */
class FoundRouterTest {

    private static final Routing FOUND = new Routing(Routing.FOUND, "");

    @ParameterizedTest
    @EnumSource(Route.class)
    void theOneObjectThatSplitsIsFoundAndUsed(Route route) throws IOException {
        try (RoutedWorld world = RoutedWorld.open(route)) {
            delete(world, Kinds.HTTP_ROUTES, "maily-api");
            TrafficRouter router = router(world);
            assertThat(router.routing(component(world))).isEqualTo(route.routing());
            router.set(component(world), Weight.ofPercent(10));
            assertThat(world.router().observe(world.component()).desired()).isEqualTo(Weight.ofPercent(10));
        }
    }

    @Test
    void whatMovesWeightsByItselfComesBeforeTheRoutesItWrites() throws IOException {
        try (RoutedWorld world = RoutedWorld.open(Route.ISTIO)) {
            world.create(Kinds.FLAGGER_CANARIES, "{metadata: {name: api}, spec: {targetRef: {apiVersion: apps/v1, kind: "
                    + "Deployment, "
                    + "name: maily-api}, service: {port: 80}, analysis: {interval: 1m, threshold: 5, stepWeight: 10, "
                    + "maxWeight: 50}}}");
            assertThat(router(world).routing(component(world))).isEqualTo(new Routing(Routing.FLAGGER, "api"));
        }
        try (RoutedWorld world = RoutedWorld.open(Route.ISTIO)) {
            world.create(Kinds.ROLLOUTS, "{metadata: {name: api}, spec: {replicas: 1, workloadRef: {apiVersion: apps/v1, "
                    + "kind: Deployment, name: maily-api}, "
                    + "selector: {matchLabels: {app: api}}, template: {metadata: {labels: {app: api}}, spec: {containers: "
                    + "[{name: a, image: 'a:v1'}]}}, "
                    + "strategy: {canary: {stableService: maily-api, canaryService: maily-api-canary, steps: [{setWeight: "
                    + "10}, {pause: {}}]}}}}");
            assertThat(router(world).routing(component(world))).isEqualTo(new Routing(Routing.ARGO_ROLLOUTS, "api"));
        }
    }

    @Test
    void severalAreAnErrorThatNamesEach() throws IOException {
        try (RoutedWorld world = RoutedWorld.open(Route.ISTIO)) {
            Failure failure = failure(world);
            assertThat(failure).isInstanceOf(Failure.Rejected.class);
            assertThat(failure.why()).contains("HTTPRoute maily-api", "VirtualService maily-api");
            assertThat(failure.advice()).contains("kind: gateway-api, name: maily-api or kind: istio, name: maily-api");
        }
    }

    @Test
    void noneIsAnErrorThatNamesWhatIsNear() throws IOException {
        try (RoutedWorld world = RoutedWorld.open(Route.ISTIO)) {
            delete(world, Kinds.HTTP_ROUTES, "maily-api");
            world.merge(Kinds.VIRTUAL_SERVICES, "maily-api", "", "{spec: {http: [{route: [{destination: {host: maily-api}}]}]}}",
                    "platform-team");
            Failure failure = failure(world);
            assertThat(failure).isInstanceOf(Failure.Missing.class);
            assertThat(failure.why()).contains("Nothing in namespace maily",
                    "only VirtualService maily-api has to do with one of them");
            delete(world, Kinds.VIRTUAL_SERVICES, "maily-api");
            assertThat(failure(world).why()).contains("nothing refers to either");
        }
    }

    @Test
    void kindsThatAreNotInstalledAreNoErrorAndKindsThatMayNotBeReadAre() throws IOException {
        try (RoutedWorld world = RoutedWorld.open(Route.ISTIO)) {
            delete(world, Kinds.VIRTUAL_SERVICES, "maily-api");
            for (String group : List.of("networking.istio.io", "traefik.io", "argoproj.io", "flagger.app", "split.smi-spec.io")) {
                world.sandbox().faults().next(20, "GET", "/apis/" + group, new Fault.Code(404));
            }
            assertThat(router(world).routing(component(world))).isEqualTo(new Routing(Routing.GATEWAY_API, "maily-api"));
            world.sandbox().faults().clear();
            world.sandbox().faults().next(5, "GET", "namespaces/maily/canaries", new Fault.Code(403));
            assertThat(failure(world)).isInstanceOf(Failure.Denied.class);
        }
    }

    @Test
    void whatWasFoundIsForgottenWhenItIsGone() throws IOException {
        try (RoutedWorld world = RoutedWorld.open(Route.TRAEFIK)) {
            delete(world, Kinds.TRAEFIK_SERVICES, "maily-api");
            TrafficRouter router = router(world);
            assertThat(router.routing(component(world)).kind()).isEqualTo(Routing.GATEWAY_API);
            delete(world, Kinds.HTTP_ROUTES, "maily-api");
            world.create(Route.ISTIO.kind(), Route.ISTIO.object());
            assertThat(router.observe(component(world)).desired()).isEqualTo(Weight.ZERO);
            assertThat(router.routing(component(world))).isEqualTo(Route.ISTIO.routing());
        }
    }

    @Test
    void peopleSeeItBeforeARun() throws IOException {
        try (RoutedWorld world = RoutedWorld.open(Route.ISTIO)) {
            KubernetesInspector inspector = new KubernetesInspector(world.sandbox().connection());
            assertThat(inspector.inspect(Inspection.CONNECTIONS, List.of(component(world)))).last()
                    .satisfies(finding -> assertThat(finding.result()).isEqualTo(Result.BAD));
            delete(world, Kinds.VIRTUAL_SERVICES, "maily-api");
            assertThat(inspector.inspect(Inspection.CONNECTIONS, List.of(component(world)))).last()
                    .isEqualTo(new Finding("api", Result.GOOD, "Its traffic is split by gateway-api maily-api."));
        }
    }

    @Test
    void theRightToShiftIsTheOneOfTheRouterThatWasFound() throws IOException {
        try (RoutedWorld world = RoutedWorld.open(Route.ISTIO)) {
            delete(world, Kinds.HTTP_ROUTES, "maily-api");
            Rights rights = world.sandbox().rights();
            assertThat(rights.known(component(world), Action.SHIFT)).as("nobody has looked yet")
                    .isInstanceOf(Permission.Unknown.class);
            assertThat(rights.may(component(world), Action.SHIFT)).isInstanceOf(Permission.Allowed.class);
            assertThat(rights.known(component(world), Action.SHIFT)).isInstanceOf(Permission.Allowed.class);
        }
        try (RoutedWorld world = RoutedWorld.open(Route.ISTIO)) {
            delete(world, Kinds.HTTP_ROUTES, "maily-api");
            world.sandbox().forbid("patch", "networking.istio.io", "virtualservices");
            assertThat(world.sandbox().rights().may(component(world), Action.SHIFT).refusal().orElseThrow().why())
                    .contains("may not patch virtualservices");
        }
    }

    private static Failure failure(RoutedWorld world) {
        FailureException thrown = catchThrowableOfType(FailureException.class, () -> router(world).observe(component(world)));
        assertThat(thrown).as("it should have failed").isNotNull();
        return thrown.failure();
    }

    private static void delete(RoutedWorld world, Kind kind, String name) {
        world.cluster().delete(kind, SandboxWorld.NAMESPACE, name, Deletion.PLAIN);
    }

    private static Component component(RoutedWorld world) {
        return world.component().routedBy(FOUND);
    }

    private static TrafficRouter router(RoutedWorld world) {
        KubernetesConnection connection = world.sandbox().connection();
        Map<String, TrafficRouter> routers = new HashMap<>(Map.of(Routing.GATEWAY_API, new HttpRouteRouter(connection)));
        for (Route route : Route.values()) {
            routers.put(route.routing().kind(), route.router(connection));
        }
        return new FoundRouter(connection, routers);
    }
}
