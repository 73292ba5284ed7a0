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
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import java.util.List;

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

    @Override
    public Component component() {
        boolean gateway = routing.equals(Routing.GATEWAY_API);
        String target = gateway ? "maily-api" : "email-service";
        return new Component(gateway ? "api" : "email", Criticality.CRITICAL, "kubernetes", "deployment/" + target,
                new Routing(routing, gateway ? target : ""), List.of(), List.of());
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
        return routing.equals(Routing.GATEWAY_API) ? new HttpRouteRouter(connection()) : new ReplicaRatioRouter(connection());
    }

    @Override
    public void somebodyElseSets(Weight weight) {
        int percent = weight.basisPoints() / 100;
        if (routing.equals(Routing.GATEWAY_API)) {
            client().genericKubernetesResources(HttpRouteRouter.API, "HTTPRoute").inNamespace(connection().namespace()).withName("maily-api")
                    .patch(byHand(PatchType.JSON), "[" + weigh(0, 100 - percent) + "," + weigh(1, percent) + "]");
        } else {
            int pods = Deployments.replicas(new Deployments(connection()).get("email-service"));
            scale("email-service-canary", pods * percent / 100);
            scale("email-service", pods - pods * percent / 100);
        }
    }

    private static String weigh(int backend, int weight) {
        return "{\"op\":\"add\",\"path\":\"/spec/rules/0/backendRefs/" + backend + "/weight\",\"value\":" + weight + "}";
    }

    private void scale(String deployment, int replicas) {
        client().genericKubernetesResources("apps/v1", "Deployment").inNamespace(connection().namespace()).withName(deployment)
                .subresource("scale").patch(byHand(PatchType.JSON_MERGE), "{\"spec\":{\"replicas\":" + replicas + "}}");
    }

    private KubernetesClient client() {
        return connection().client();
    }

    private static PatchContext byHand(PatchType type) {
        return new PatchContext.Builder().withPatchType(type).withFieldManager("night-shift").build();
    }

    /** Numbers of pods have no version that both tracks share. */
    @Override
    public boolean refusesLateWrites() {
        return routing.equals(Routing.GATEWAY_API);
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
