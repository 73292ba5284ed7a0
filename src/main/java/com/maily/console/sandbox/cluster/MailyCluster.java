package com.maily.console.sandbox.cluster;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.maily.console.sandbox.SandboxClock;
import java.time.Duration;
import java.util.List;

/**
 * Furnishes a cluster with Maily: both namespaces, every workload with one earlier revision, its routes, policies and settings.
 */
public final class MailyCluster {

    public static final List<String> NAMESPACES = List.of("maily", "maily-staging");
    public static final String EARLIER = "v2.0.3";
    public static final String RUNNING = "v2.0.4";

    private static final Duration AGE = Duration.ofDays(14);
    private static final Duration FIRST_RELEASE_LASTED = Duration.ofDays(9);
    private static final Write ROLLOUTS = Write.by("release-pipeline");

    /** @param canary how its traffic is split: {@code gateway}, {@code replicas} or empty for none */
    private record Workload(String component, String target, int production, int staging, String canary) { }

    private static final List<Workload> WORKLOADS = List.of(
            new Workload("api", "maily-api", 6, 2, "gateway"), new Workload("ai-service", "ai-mesh", 4, 2, "gateway"),
            new Workload("email", "email-service", 5, 2, "replicas"),
            new Workload("campaign", "campaign-service", 3, 1, "replicas"),
            new Workload("analytics", "analytics-service", 3, 1, "replicas"),
            new Workload("blockchain", "blockchain-service", 2, 1, ""));

    private final Cluster cluster;
    private final String earlier;
    private final String running;
    private final List<String> namespaces;

    private MailyCluster(Cluster cluster, String earlier, String running, List<String> namespaces) {
        this.namespaces = namespaces;
        this.cluster = cluster;
        this.earlier = earlier;
        this.running = running;
    }

    /** A cluster that runs {@link #RUNNING} everywhere, settled, as if it had done so for days. */
    public static Cluster create(SandboxClock clock, ImageBehaviour behaviour, long seed) {
        return create(clock, behaviour, seed, EARLIER, RUNNING);
    }

    /** A cluster that runs {@code running} everywhere, and ran {@code earlier} before. */
    public static Cluster create(SandboxClock clock, ImageBehaviour behaviour, long seed, String earlier, String running) {
        return create(clock, behaviour, seed, earlier, running, NAMESPACES);
    }

    /** The same with only some of {@link #NAMESPACES}. */
    public static Cluster create(SandboxClock clock, ImageBehaviour behaviour, long seed, String earlier, String running,
            List<String> namespaces) {
        Cluster cluster = new Cluster(clock, behaviour, seed);
        cluster.past(AGE, then -> new MailyCluster(cluster, earlier, running, namespaces).tell(then));
        return cluster;
    }

    private void tell(SandboxClock then) {
        for (String namespace : namespaces) {
            cluster.create(Kinds.NAMESPACES, "", Cluster.named(namespace), ROLLOUTS);
            furnish(namespace);
        }
        then.advance(FIRST_RELEASE_LASTED);
        for (String namespace : namespaces) {
            WORKLOADS.forEach(workload -> release(namespace, workload));
        }
        then.advance(Duration.ofMinutes(30));
    }

    private void furnish(String namespace) {
        boolean production = namespace.equals("maily");
        cluster.create(Kinds.CONFIG_MAPS, namespace, settings(namespace), ROLLOUTS);
        create(Kinds.SERVICES, namespace, service("redis", "redis", "", 6379));
        create(Kinds.DEPLOYMENTS, namespace, deployment("redis", "redis", "redis", "stable", 1, "redis:7.4", 6379));
        create(Kinds.NETWORK_POLICIES, namespace, policy("redis"));
        for (Workload workload : WORKLOADS) {
            int replicas = production ? workload.production() : workload.staging();
            create(Kinds.DEPLOYMENTS, namespace, deployment(workload.target(), workload.component(), workload.target(),
                    "stable", replicas, image(workload, earlier), 8080));
            if (!workload.canary().isEmpty()) {
                create(Kinds.DEPLOYMENTS, namespace, deployment(workload.target() + "-canary", workload.component(),
                        workload.target(), "canary", 0, image(workload, earlier), 8080));
            }
            services(namespace, workload);
            create(Kinds.NETWORK_POLICIES, namespace, policy(workload.target()));
        }
        // As an earlier deployment of the console left it: its fields are the console's.
        cluster.patch(Kinds.RESOURCE_QUOTAS, namespace, "maily", PatchKind.APPLY, MailyBounds.quota(production),
                Write.by("maily-console"));
        create(Kinds.AUTOSCALERS, namespace, MailyBounds.autoscaler("maily-api", production ? 6 : 2));
        create(Kinds.VOLUME_CLAIMS, namespace, MailyBounds.claim("redis-data"));
    }

    private void services(String namespace, Workload workload) {
        if (!workload.canary().equals("gateway")) {
            create(Kinds.SERVICES, namespace, service(workload.target(), workload.target(), "", 80));
            return;
        }
        create(Kinds.SERVICES, namespace, service(workload.target(), workload.target(), "stable", 80));
        create(Kinds.SERVICES, namespace, service(workload.target() + "-canary", workload.target(), "canary", 80));
        create(Kinds.HTTP_ROUTES, namespace, route(workload.target()));
    }

    private void release(String namespace, Workload workload) {
        set(namespace, workload.target(), image(workload, running));
        if (!workload.canary().isEmpty()) {
            set(namespace, workload.target() + "-canary", image(workload, running));
        }
    }

    private void set(String namespace, String name, String image) {
        String container = name.endsWith("-canary") ? name.substring(0, name.length() - "-canary".length()) : name;
        ObjectNode patch = Json.object();
        Json.child(patch, "metadata", "annotations").put("kubernetes.io/change-cause", "Release " + running);
        Json.child(patch, "spec", "template", "spec").putArray("containers").addObject().put("name", container)
                .put("image", image);
        cluster.patch(Kinds.DEPLOYMENTS, namespace, name, PatchKind.STRATEGIC, patch, ROLLOUTS);
    }

    private void create(Kind kind, String namespace, ObjectNode object) {
        cluster.create(kind, namespace, object, ROLLOUTS);
    }

    private static String image(Workload workload, String version) {
        return "ghcr.io/maily/" + workload.component() + ":" + version;
    }

    private ObjectNode deployment(String name, String component, String target, String track, int replicas, String image,
            int port) {
        ObjectNode deployment = Cluster.named(name);
        ObjectNode meta = Json.child(deployment, "metadata");
        labels(Json.child(meta, "labels"), component, target, track);
        Json.child(meta, "annotations").put("kubernetes.io/change-cause", "Release "
                + (component.equals("redis") ? "redis 7.4" : earlier));
        ObjectNode spec = Json.child(deployment, "spec").put("replicas", replicas);
        Json.child(spec, "selector", "matchLabels").put("app.kubernetes.io/name", target).put("maily.dev/track", track);
        ObjectNode template = Json.child(spec, "template");
        labels(Json.child(template, "metadata", "labels"), component, target, track);
        ObjectNode container = Json.child(template, "spec").putArray("containers").addObject().put("name", target)
                .put("image", image);
        container.putArray("ports").addObject().put("containerPort", port);
        if (!component.equals("redis")) {
            ArrayNode env = container.putArray("env");
            env.addObject().put("name", "OTEL_EXPORTER_OTLP_ENDPOINT").put("value", "http://otel-collector.observability:4317");
            env.addObject().put("name", "OTEL_SERVICE_NAME").put("value", component);
            env.addObject().put("name", "REDIS_URL").put("value", "redis://redis:6379");
            Json.child(container, "readinessProbe", "httpGet").put("path", "/healthz").put("port", port);
        } else {
            Json.child(container, "readinessProbe", "tcpSocket").put("port", port);
            ObjectNode volume = Json.child(template, "spec").putArray("volumes").addObject().put("name", "data");
            Json.child(volume, "persistentVolumeClaim").put("claimName", "redis-data");
            container.putArray("volumeMounts").addObject().put("name", "data").put("mountPath", "/data");
        }
        Json.child(container, "resources", "requests").put("cpu", "100m").put("memory", "128Mi");
        Json.child(container, "resources", "limits").put("cpu", "500m").put("memory", "512Mi");
        return deployment;
    }

    private static void labels(ObjectNode labels, String component, String target, String track) {
        labels.put("app.kubernetes.io/name", target).put("maily.dev/component", component).put("maily.dev/track", track);
    }

    private static ObjectNode service(String name, String target, String track, int port) {
        ObjectNode service = Cluster.named(name);
        ObjectNode selector = Json.child(service, "spec", "selector").put("app.kubernetes.io/name", target);
        if (!track.isEmpty()) {
            selector.put("maily.dev/track", track);
        }
        Json.child(service, "spec").putArray("ports").addObject().put("port", port).put("targetPort", port == 80 ? 8080 : port);
        return service;
    }

    private static ObjectNode route(String name) {
        ObjectNode route = Cluster.named(name);
        ObjectNode spec = Json.child(route, "spec");
        spec.putArray("parentRefs").addObject().put("name", "maily-gateway");
        ArrayNode backends = spec.putArray("rules").addObject().putArray("backendRefs");
        backends.addObject().put("name", name).put("port", 80).put("weight", 100);
        backends.addObject().put("name", name + "-canary").put("port", 80).put("weight", 0);
        return route;
    }

    private static ObjectNode policy(String target) {
        ObjectNode policy = Cluster.named(target);
        ObjectNode spec = Json.child(policy, "spec");
        Json.child(spec, "podSelector", "matchLabels").put("app.kubernetes.io/name", target);
        spec.putArray("policyTypes").add("Ingress");
        spec.putArray("ingress").addObject().putArray("from").addObject().putObject("podSelector");
        return policy;
    }

    private static ObjectNode settings(String namespace) {
        ObjectNode settings = Cluster.named("maily-settings");
        Json.child(settings, "data").put("environment", namespace.equals("maily") ? "production" : "staging")
                .put("log-level", "info")
                .put("feature-flags", "inbox-v2=on,smart-send=off");
        return settings;
    }
}
