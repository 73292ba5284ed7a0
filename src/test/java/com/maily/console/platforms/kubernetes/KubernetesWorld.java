package com.maily.console.platforms.kubernetes;

import com.maily.console.core.model.Artifact;
import com.maily.console.core.model.Component;
import com.maily.console.core.model.Criticality;
import com.maily.console.core.model.Routing;
import com.maily.console.core.model.Weight;
import com.maily.console.core.port.Deployer;
import com.maily.console.core.port.EnvironmentLock;
import com.maily.console.core.port.EnvironmentLockContract;
import com.maily.console.core.port.InspectorContract;
import com.maily.console.core.port.Inspector;
import com.maily.console.core.port.Job;
import com.maily.console.core.port.JobRunner;
import com.maily.console.core.port.JobRunnerContract;
import com.maily.console.core.port.Pods;
import com.maily.console.core.port.PodsContract;
import com.maily.console.core.port.RouterHarness;
import com.maily.console.core.port.TrafficRouter;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.client.dsl.Resource;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import java.util.List;
import java.util.Optional;

/**
 * The Kubernetes adapter in front of a cluster: the sandbox's over the wire, or the real one that {@code -Dkubeconfig=PATH}
 * names.
 */
abstract class KubernetesWorld implements RouterHarness, JobRunnerContract.Harness, InspectorContract.Harness,
        PodsContract.Harness, EnvironmentLockContract.Harness {

    private final String routing;

    KubernetesWorld(String routing) {
        this.routing = routing;
    }

    /** @param routing one of {@link Routing#KINDS} */
    static KubernetesWorld open(String routing) throws Exception {
        String kubeconfig = System.getProperty("kubeconfig", "");
        return kubeconfig.isBlank() ? new SandboxWorld(routing) : new RealWorld(routing, kubeconfig);
    }

    abstract KubernetesConnection connection();

    /** The real cluster, if one is named. */
    static Optional<RouterHarness> real(String routing) throws Exception {
        String kubeconfig = System.getProperty("kubeconfig", "");
        return kubeconfig.isBlank() ? Optional.empty() : Optional.of(new RealWorld(routing, kubeconfig));
    }

    @Override
    public Component component() {
        return switch (routing) {
            case Routing.GATEWAY_API, Routing.ISTIO -> component("api", "deployment/maily-api", "maily-api");
            case Routing.ARGO_ROLLOUTS -> component("web", "rollout/web", "web");
            default -> component("email", "deployment/email-service", "");
        };
    }

    private Component component(String name, String target, String routed) {
        return new Component(name, Criticality.CRITICAL, "kubernetes", target, new Routing(routing, routed), List.of(),
                List.of());
    }

    Artifact image(String version) {
        return new Artifact.Image(version, "ghcr.io/maily/" + component().name() + ":" + version);
    }

    @Override
    public Artifact running() {
        return image("v2.0.4");
    }

    @Override
    public Artifact earlier() {
        return image("v2.0.3");
    }

    @Override
    public Artifact next() {
        return image("v2.1.0");
    }

    @Override
    public int canaryUnits() {
        return routing.equals(Routing.REPLICA_RATIO) ? 0 : 2;
    }

    @Override
    public Deployer deployer() {
        return new KubernetesDeployer(connection());
    }

    @Override
    public TrafficRouter router() {
        return switch (routing) {
            case Routing.GATEWAY_API -> new HttpRouteRouter(connection());
            case Routing.ISTIO -> new IstioRouter(connection());
            case Routing.ARGO_ROLLOUTS -> new ArgoRolloutRouter(connection());
            default -> new ReplicaRatioRouter(connection());
        };
    }

    @Override
    public void somebodyElseSets(Weight weight) {
        int percent = weight.basisPoints() / 100;
        switch (routing) {
            case Routing.GATEWAY_API -> byHand(HttpRouteRouter.API, "HTTPRoute", "maily-api").patch(by(PatchType.JSON),
                    weigh("/spec/rules/0/backendRefs/", percent));
            case Routing.ISTIO -> byHand(IstioRouter.API, "VirtualService", "maily-api").patch(by(PatchType.JSON),
                    weigh("/spec/http/0/route/", percent));
            case Routing.ARGO_ROLLOUTS -> byHand("argoproj.io/v1alpha1", "Rollout", "web").subresource("status")
                    .patch(by(PatchType.JSON_MERGE), "{\"status\":{\"pauseConditions\":null}}");
            default -> {
                int pods = Deployments.replicas(new Deployments(connection()).get("email-service"));
                scale("email-service-canary", pods * percent / 100);
                scale("email-service", pods - pods * percent / 100);
            }
        }
    }

    /** Rollouts: what is cleared leaves no trace of who cleared it, so that it may be the controller who is named. */
    @Override
    public List<String> somebodyElse() {
        return routing.equals(Routing.ARGO_ROLLOUTS) ? List.of("night-shift", "rollouts-controller", "argo-rollouts", "")
                : List.of("night-shift");
    }

    private static String weigh(String destinations, int percent) {
        return "[" + weigh(destinations, 0, 100 - percent) + "," + weigh(destinations, 1, percent) + "]";
    }

    private static String weigh(String destinations, int place, int weight) {
        return "{\"op\":\"add\",\"path\":\"" + destinations + place + "/weight\",\"value\":" + weight + "}";
    }

    private Resource<GenericKubernetesResource> byHand(String apiVersion, String kind, String name) {
        return connection().client().genericKubernetesResources(apiVersion, kind).inNamespace(connection().namespace())
                .withName(name);
    }

    private void scale(String deployment, int replicas) {
        byHand("apps/v1", "Deployment", deployment).subresource("scale").patch(by(PatchType.JSON_MERGE),
                "{\"spec\":{\"replicas\":" + replicas + "}}");
    }

    private static PatchContext by(PatchType type) {
        return new PatchContext.Builder().withPatchType(type).withFieldManager("night-shift").build();
    }

    /** Numbers of pods have no version that both tracks share. */
    @Override
    public boolean refusesLateWrites() {
        return !routing.equals(Routing.REPLICA_RATIO);
    }

    @Override
    public JobRunner jobs() {
        return new KubernetesJobs(connection());
    }

    @Override
    public Inspector inspector() {
        return new KubernetesInspector(connection());
    }

    @Override
    public Pods pods() {
        return new KubernetesPods(connection());
    }

    @Override
    public EnvironmentLock lock(String environment, String identity) {
        return new KubernetesLock(connection(), "maily-console-" + environment, identity, lease());
    }

    @Override
    public Job.Spec succeeding(String name) {
        return new Job.Spec(name, "busybox:1.36", List.of("true"));
    }

    @Override
    public Job.Spec failing(String name) {
        return new Job.Spec(name, "ghcr.io/maily/failing:v1", List.of("false"));
    }
}
