package com.maily.console.platforms.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import com.maily.console.core.model.Artifact;
import com.maily.console.core.model.Component;
import com.maily.console.core.model.Criticality;
import com.maily.console.core.model.Routing;
import com.maily.console.core.model.Weight;
import com.maily.console.core.port.Deployer;
import com.maily.console.core.port.RouterHarness;
import com.maily.console.core.port.TrafficRouter;
import com.maily.console.sandbox.cluster.Cluster;
import com.maily.console.sandbox.cluster.Kind;
import com.maily.console.sandbox.cluster.Kinds;
import com.maily.console.sandbox.cluster.PatchKind;
import com.maily.console.sandbox.cluster.Write;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** {@code maily-api} of the sandbox over the wire, routed by another kind of object, every state of which must fit its CRD. */
final class RoutedWorld implements RouterHarness {

    private static final Map<Kind, CrdSchema> SCHEMAS = Map.of(
            Kinds.VIRTUAL_SERVICES, CrdSchema.read("istio.virtualservice", "v1"),
            Kinds.DESTINATION_RULES, CrdSchema.read("istio.destinationrule", "v1"),
            Kinds.TRAEFIK_SERVICES, CrdSchema.read("traefik.traefikservice", "v1alpha1"),
            Kinds.ROLLOUTS, CrdSchema.read("argo-rollouts.rollout", "v1alpha1"),
            Kinds.FLAGGER_CANARIES, CrdSchema.read("flagger.canary", "v1beta1"),
            Kinds.HTTP_ROUTES, CrdSchema.read("gateway-api.httproute", "v1"));

    private final SandboxWorld world = new SandboxWorld(Routing.GATEWAY_API);
    private final Routing routing;
    private final TrafficRouter router;
    private final Optional<Route> by;
    private final List<String> wrong = Collections.synchronizedList(new ArrayList<>());

    private RoutedWorld(Routing routing, Function<KubernetesConnection, TrafficRouter> router,
                        Optional<Route> by) throws IOException {
        this.routing = routing;
        this.by = by;
        this.router = router.apply(world.connection());
        SCHEMAS.forEach((kind, schema) -> cluster().watch(kind, "", change -> wrong.addAll(schema.wrong(change.object()))));
    }

    static RoutedWorld open(Route route) throws IOException {
        RoutedWorld opened = new RoutedWorld(route.routing(), route::router, Optional.of(route));
        opened.create(route.kind(), route.object());
        opened.create(Kinds.DESTINATION_RULES, "{metadata: {name: maily-api}, spec: {host: maily-api, subsets: ["
                + "{name: stable, labels: {maily.dev/track: stable}}, {name: canary, labels: {maily.dev/track: canary}}]}}");
        return opened;
    }

    static RoutedWorld open(Routing routing, Function<KubernetesConnection, TrafficRouter> router) throws IOException {
        return new RoutedWorld(routing, router, Optional.empty());
    }

    Cluster cluster() {
        return world.cluster();
    }

    SandboxWorld sandbox() {
        return world;
    }

    void create(Kind kind, String yaml) {
        cluster().create(kind, SandboxWorld.NAMESPACE, yaml(yaml), Write.by("platform-team"));
    }

    JsonNode read(Kind kind, String name) {
        return cluster().read(kind, SandboxWorld.NAMESPACE, name);
    }

    void merge(Kind kind, String name, String subresource, String yaml, String who) {
        cluster().patch(kind, SandboxWorld.NAMESPACE, name, subresource, PatchKind.MERGE, yaml(yaml), who);
    }

    static JsonNode yaml(String text) {
        return Serialization.jsonMapper().valueToTree(Serialization.unmarshal("---\n" + text, Map.class));
    }

    /** With our router's own patch under another name. */
    @Override
    public void somebodyElseSets(Weight weight) {
        Route route = by.orElseThrow();
        SplitRouter hand = (SplitRouter) route.router(world.connection());
        var operations = hand.split(component(), read(route.kind(), route.objectName())).changes(weight.basisPoints() / 100);
        cluster().patch(route.kind(), SandboxWorld.NAMESPACE, route.objectName(), "", PatchKind.JSON,
                Serialization.jsonMapper().valueToTree(operations), "night-shift");
    }

    @Override
    public boolean duringTheNextWrite(Runnable something) {
        return world.duringTheNextWrite(something);
    }

    @Override
    public boolean refuseTheNextWrite() {
        return world.refuseTheNextWrite();
    }

    @Override
    public TrafficRouter router() {
        return router;
    }

    @Override
    public Component component() {
        return new Component("api", Criticality.CRITICAL, "kubernetes", "deployment/maily-api", routing, List.of(), List.of());
    }

    @Override
    public Artifact running() {
        return world.running();
    }

    @Override
    public Artifact earlier() {
        return world.earlier();
    }

    @Override
    public Artifact next() {
        return world.next();
    }

    @Override
    public Deployer deployer() {
        return world.deployer();
    }

    @Override
    public void pass(Duration time) {
        world.pass(time);
    }

    @Override
    public void close() {
        world.close();
        if (!wrong.isEmpty()) {
            throw new AssertionError("An API server would have refused: " + wrong);
        }
    }
}
