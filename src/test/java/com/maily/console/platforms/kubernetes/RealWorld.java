package com.maily.console.platforms.kubernetes;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.maily.console.core.model.Artifact;
import com.maily.console.core.model.Routing;
import com.maily.console.core.port.Job;
import com.maily.console.core.port.Time;
import com.maily.console.core.port.Track;
import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * A real cluster, or a sandbox in another process: a namespace of its own with one workload that has a history, removed
 * afterwards. What
 * controllers would have to do is not expected of a bare API server.
 */
final class RealWorld extends KubernetesWorld {

    private static final Duration PATIENCE = Duration.ofMinutes(3);
    /** Small images that any node can pull, in three versions. */
    private static final Map<String, String> VERSIONS = Map.of("v2.0.3", "1.26", "v2.0.4", "1.27", "v2.1.0", "1.28");

    private static final Duration SOON = Duration.ofSeconds(20);
    private static final Map<String, List<String[]>> NEEDED = Map.of(
            Routing.GATEWAY_API, List.<String[]>of(new String[] {HttpRouteRouter.API, "HTTPRoute"}),
            Routing.ISTIO, List.<String[]>of(new String[] {IstioRouter.API, "VirtualService"}),
            Routing.ARGO_ROLLOUTS, List.of(new String[] {"argoproj.io/v1alpha1", "Rollout"}, new String[] {IstioRouter.API,
            "VirtualService"}));
    private static final Map<String, String> ROUTES = Map.of(Routing.GATEWAY_API, "real-route.yaml",
            Routing.ISTIO, "real-virtualservice.yaml");

    private final KubernetesConnection connection;
    private final KubernetesClient client;
    private final String namespace = "maily-console-test-" + UUID.randomUUID().toString().substring(0, 8);
    private boolean carriesOut = true;

    RealWorld(String routing, String kubeconfig) throws IOException {
        super(routing);
        connection = KubernetesConnection.open(Map.of("kubeconfig", kubeconfig, "namespace", namespace), Time.WALL);
        client = connection.client();
        for (String[] needed : NEEDED.getOrDefault(routing, List.of())) {
            assumeTrue(client.supports(needed[0], needed[1]), "the cluster does not know the kind " + needed[1]);
        }
        client.namespaces().resource(new NamespaceBuilder().withNewMetadata().withName(namespace).endMetadata().build()).create();
        try {
            furnish(routing);
        } catch (RuntimeException | Error failed) {
            close();
            throw failed;
        }
    }

    private void furnish(String routing) throws IOException {
        if (routing.equals(Routing.ARGO_ROLLOUTS)) {
            apply("real-rollout.yaml", running());
            assumeTrue(carriesOut = poll(() -> seen("argoproj.io/v1alpha1", "Rollout"), SOON),
                    "no controller acts on Rollouts here");
            settled(running());
            return;
        }
        apply("real-workload.yaml", earlier());
        carriesOut = poll(() -> seen("apps/v1", "Deployment"), SOON);
        if (ROUTES.containsKey(routing)) {
            apply(ROUTES.get(routing), running());
        }
        if (!carriesOut) {
            assumeTrue(ROUTES.containsKey(routing), "no controller acts on Deployments here");
            return;
        }
        settled(earlier());
        if (routing.equals(Routing.GATEWAY_API)) {
            awaitGateway();
        }
        deployer().deploy(component(), Track.STABLE, running());
        settled(running());
        await(() -> client.pods().inNamespace(namespace).list().getItems().stream()
                .allMatch(pod -> pod.getMetadata().getDeletionTimestamp() == null),
                () -> "the pods of the earlier version do not go");
    }

    /** Whether a controller has looked at the workload: on a bare API server none ever does. */
    private boolean seen(String apiVersion, String kind) {
        return !Serialization.jsonMapper().valueToTree(client.genericKubernetesResources(apiVersion, kind).inNamespace(namespace)
                .withName(component().targetName()).get()).at("/status/observedGeneration").isMissingNode();
    }

    private void apply(String resource, Artifact artifact) throws IOException {
        try (var stream = RealWorld.class.getResourceAsStream(resource)) {
            String yaml = new String(stream.readAllBytes(), StandardCharsets.UTF_8).replace("TARGET", component().targetName())
                    .replace("COMPONENT", component().name()).replace("IMAGE", reference(artifact));
            client.load(new ByteArrayInputStream(yaml.getBytes(StandardCharsets.UTF_8))).inNamespace(namespace).create();
        }
    }

    private void settled(Artifact artifact) {
        await(() -> {
            var stable = deployer().observe(component(), Track.STABLE);
            return stable.runs(artifact) && stable.done() && stable.ready() > 0;
        }, () -> artifact + " does not become ready");
    }

    private void awaitGateway() {
        boolean taken = poll(() -> RouteStatus.obstacle(Serialization.jsonMapper().valueToTree(client
                .genericKubernetesResources("gateway.networking.k8s.io/v1", "HTTPRoute").inNamespace(namespace)
                .withName(component().targetName()).get())).isEmpty(), Duration.ofSeconds(20));
        assumeTrue(taken, "no gateway of the cluster takes up HTTPRoutes that name the gateway maily-gateway");
    }

    private static void await(BooleanSupplier done, Supplier<String> otherwise) {
        if (!poll(done, PATIENCE)) {
            throw new AssertionError(otherwise.get());
        }
    }

    private static boolean poll(BooleanSupplier done, Duration patience) {
        long deadline = System.nanoTime() + patience.toNanos();
        while (!done.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                return false;
            }
            LockSupport.parkNanos(Duration.ofMillis(200).toNanos());
        }
        return true;
    }

    private static String reference(Artifact artifact) {
        return ((Artifact.Image) artifact).reference();
    }

    @Override
    Artifact image(String version) {
        String tag = VERSIONS.get(version);
        return new Artifact.Image(tag, "nginx:" + tag);
    }

    @Override
    public Job.Spec failing(String name) {
        boolean pretended = client.nodes().list().getItems().stream()
                .anyMatch(node -> node.getMetadata().getAnnotations().containsKey("kwok.x-k8s.io/node"));
        assumeTrue(!pretended, "the cluster's nodes are pretended ones, on which no job fails");
        boolean sandbox = client.getKubernetesVersion().getGitCommit().equals("maily-sandbox");
        return new Job.Spec(name, sandbox ? "ghcr.io/maily/failing:v1" : "busybox:1.36", List.of("false"));
    }

    @Override
    public boolean carriesOut() {
        return carriesOut;
    }

    @Override
    KubernetesConnection connection() {
        return connection;
    }

    /** Short, because its time is the wall's. */
    @Override
    public Duration lease() {
        return Duration.ofSeconds(4);
    }

    /** The cluster's time passes by itself; a fifth of the asked time is enough to look again. */
    @Override
    public void pass(Duration time) {
        LockSupport.parkNanos(time.dividedBy(5).toNanos());
    }

    @Override
    public void close() {
        try {
            client.namespaces().withName(namespace).delete();
        } finally {
            connection.close();
        }
    }
}
