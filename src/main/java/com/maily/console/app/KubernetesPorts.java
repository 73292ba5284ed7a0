package com.maily.console.app;

import com.maily.console.core.model.Failure;
import com.maily.console.core.model.FailureException;
import com.maily.console.core.model.Routing;
import com.maily.console.core.port.Deployer;
import com.maily.console.core.port.EnvironmentLock;
import com.maily.console.core.port.Facts;
import com.maily.console.core.port.Inspector;
import com.maily.console.core.port.JobRunner;
import com.maily.console.core.port.Manifests;
import com.maily.console.core.port.Rights;
import com.maily.console.core.port.SourceState;
import com.maily.console.core.port.Time;
import com.maily.console.core.port.TrafficRouter;
import com.maily.console.platforms.kubernetes.AlbRouter;
import com.maily.console.platforms.kubernetes.ArgoRolloutRouter;
import com.maily.console.platforms.kubernetes.FlaggerRouter;
import com.maily.console.platforms.kubernetes.FoundRouter;
import com.maily.console.platforms.kubernetes.HttpRouteRouter;
import com.maily.console.platforms.kubernetes.IstioRouter;
import com.maily.console.platforms.kubernetes.KubernetesConnection;
import com.maily.console.platforms.kubernetes.KubernetesDeployer;
import com.maily.console.platforms.kubernetes.KubernetesFacts;
import com.maily.console.platforms.kubernetes.KubernetesInspector;
import com.maily.console.platforms.kubernetes.KubernetesJobs;
import com.maily.console.platforms.kubernetes.KubernetesLock;
import com.maily.console.platforms.kubernetes.KubernetesManifests;
import com.maily.console.platforms.kubernetes.KubernetesPods;
import com.maily.console.platforms.kubernetes.KubernetesRights;
import com.maily.console.platforms.kubernetes.NginxRouter;
import com.maily.console.platforms.kubernetes.ReplicaRatioRouter;
import com.maily.console.platforms.kubernetes.SmiRouter;
import com.maily.console.platforms.kubernetes.TraefikRouter;
import com.maily.console.platforms.resilient.Connection;
import com.maily.console.platforms.resilient.ResilientDeployer;
import com.maily.console.platforms.resilient.ResilientFacts;
import com.maily.console.platforms.resilient.ResilientInspector;
import com.maily.console.platforms.resilient.ResilientJobRunner;
import com.maily.console.platforms.resilient.ResilientManifests;
import com.maily.console.platforms.resilient.ResilientRouter;
import com.maily.console.platforms.resilient.Sleeper;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** Everything asked of one cluster and namespace, over one connection. */
record KubernetesPorts(KubernetesConnection client, Deployer deployer, Map<String, TrafficRouter> routers, JobRunner jobs,
                       Inspector inspector, KubernetesPods pods, Manifests manifests, Facts facts, Optional<EnvironmentLock> lock,
                       Rights rights) implements AutoCloseable {

    /** How long an environment stays somebody's who does not renew the lock. */
    private static final Duration LEASE = Duration.ofSeconds(60);
    private static final String NO_LOCK = "off";

    /** @param identity what the environment's lock calls this console; @param environment whose lock it is */
    static KubernetesPorts open(Map<String, String> settings, Time time, String environment, String identity) {
        KubernetesConnection client = ClusterAccess.open(settings, time);
        Connection shared = new Connection("Kubernetes", Duration.ofSeconds(10), time, Sleeper.on(time), 1);
        Map<String, TrafficRouter> routers = routers(client, shared);
        return new KubernetesPorts(client, new ResilientDeployer(new KubernetesDeployer(client), shared), routers,
                new ResilientJobRunner(new KubernetesJobs(client), shared), new ResilientInspector(new KubernetesInspector(client), shared),
                new KubernetesPods(client), new ResilientManifests(new KubernetesManifests(client), shared),
                new ResilientFacts(new KubernetesFacts(client), shared),
                lock(client, settings.getOrDefault("lock", "maily-console-" + environment), identity),
                new KubernetesRights(client, component -> routers.get(Routing.FOUND).routing(component)));
    }

    private static Optional<EnvironmentLock> lock(KubernetesConnection client, String name, String identity) {
        return Optional.of(name).filter(given -> !given.equals(NO_LOCK)).map(given -> new KubernetesLock(client,
                given.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9-]+", "-"), identity, LEASE));
    }

    /** By {@link Routing#kind}. */
    private static Map<String, TrafficRouter> routers(KubernetesConnection client, Connection shared) {
        Map<String, TrafficRouter> routers = new HashMap<>();
        routers.put(Routing.GATEWAY_API, new HttpRouteRouter(client));
        routers.put(Routing.REPLICA_RATIO, new ReplicaRatioRouter(client));
        routers.put(Routing.ISTIO, new IstioRouter(client));
        routers.put(Routing.NGINX, new NginxRouter(client));
        routers.put(Routing.TRAEFIK, new TraefikRouter(client));
        routers.put(Routing.ALB, new AlbRouter(client));
        routers.put(Routing.ARGO_ROLLOUTS, new ArgoRolloutRouter(client));
        routers.put(Routing.FLAGGER, new FlaggerRouter(client));
        routers.put(Routing.SMI, new SmiRouter(client));
        routers.put(Routing.FOUND, new FoundRouter(client, routers));
        routers.replaceAll((_, router) -> new ResilientRouter(router, shared));
        return Map.copyOf(routers);
    }

    TrafficRouter router(String kind) {
        TrafficRouter router = routers.get(kind);
        if (router == null) {
            throw new FailureException(new Failure.Missing("There is no router", "Kubernetes cannot split traffic by '" + kind + "'.",
                    "Use one of " + String.join(", ", new TreeSet<>(routers.keySet())) + " in the workspace file."));
        }
        return router;
    }

    SourceState state() {
        return client.state();
    }

    @Override
    public void close() {
        client.close();
    }
}
