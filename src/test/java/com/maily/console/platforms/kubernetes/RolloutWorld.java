package com.maily.console.platforms.kubernetes;

import com.maily.console.core.model.Artifact;
import com.maily.console.core.model.Component;
import com.maily.console.core.model.Criticality;
import com.maily.console.core.model.Routing;
import com.maily.console.core.model.Weight;
import com.maily.console.core.port.Deployer;
import com.maily.console.core.port.RouterHarness;
import com.maily.console.core.port.TrafficRouter;
import com.maily.console.sandbox.cluster.Kinds;
import java.io.IOException;
import java.time.Duration;
import java.util.List;

/** The Rollout {@code web} of the sandbox over the wire. */
final class RolloutWorld implements RouterHarness {

    static final Routing ROUTING = new Routing(Routing.ARGO_ROLLOUTS, "web");
    private static final String SERVICES =
            "stableService: web-stable, canaryService: web-canary, trafficRouting: {istio: {virtualService: {"
            + "name: web, routes: [primary]}}}, ";

    private final RoutedWorld world = RoutedWorld.open(ROUTING, ArgoRolloutRouter::new);

    /** @param canary the strategy's fields besides the Services */
    private RolloutWorld(int replicas, String canary) throws IOException {
        for (String service : List.of("web-stable", "web-canary")) {
            world.create(Kinds.SERVICES, "{metadata: {name: " + service
                    + "}, spec: {selector: {app: web}, ports: [{port: 80}]}}");
        }
        world.create(Kinds.VIRTUAL_SERVICES, "{metadata: {name: web}, spec: {hosts: [web], http: [{name: primary, route: ["
                + "{destination: {host: web-stable}, weight: 100}, {destination: {host: web-canary}, weight: 0}]}]}}");
        world.create(Kinds.ROLLOUTS, "{metadata: {name: web}, spec: {replicas: " + replicas
                + ", selector: {matchLabels: {app: web}}, "
                + "template: {metadata: {labels: {app: web}}, spec: {containers: [{name: web, image: 'ghcr.io/maily/api:v2.0.4'}]}}, "
                + "strategy: {canary: {" + canary + "}}}}");
        pass(Duration.ofMinutes(1));
    }

    static RolloutWorld byTraffic(String steps) throws IOException {
        return new RolloutWorld(4, SERVICES + "steps: [" + steps + "]");
    }

    static RolloutWorld byPods(int replicas, String steps) throws IOException {
        return new RolloutWorld(replicas, "steps: [" + steps + "]");
    }

    RoutedWorld objects() {
        return world;
    }

    /** What the VirtualService sends to the canary. */
    int sent() {
        return world.read(Kinds.VIRTUAL_SERVICES, "web").at("/spec/http/0/route/1/weight").asInt();
    }

    @Override
    public Component component() {
        return new Component("web", Criticality.CRITICAL, "kubernetes", "deployment/web", ROUTING, List.of(), List.of());
    }

    /** With the kubectl plugin: on to the next stop, or to the end. */
    @Override
    public void somebodyElseSets(Weight weight) {
        world.merge(Kinds.ROLLOUTS, "web", "status", weight.isFull() ? "{status: {promoteFull: true}}"
                : "{status: {pauseConditions: null}}",
                "kubectl-argo-rollouts");
    }

    /** What the plugin clears leaves no trace of who cleared it: the controller wrote last. */
    @Override
    public List<String> somebodyElse() {
        return List.of("rollouts-controller");
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
        return world.router();
    }

    @Override
    public Deployer deployer() {
        return new RolloutHands(world, "web");
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
        return new Artifact.Image("v2.1.0", "ghcr.io/maily/api:v2.1.0");
    }

    @Override
    public void pass(Duration time) {
        world.pass(time);
    }

    @Override
    public void close() {
        world.close();
    }
}
