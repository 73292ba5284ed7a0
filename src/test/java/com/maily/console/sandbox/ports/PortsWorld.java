package com.maily.console.sandbox.ports;

import com.maily.console.core.model.Artifact;
import com.maily.console.core.model.Component;
import com.maily.console.core.model.Criticality;
import com.maily.console.core.model.Routing;
import com.maily.console.core.model.Weight;
import com.maily.console.core.port.Deployer;
import com.maily.console.core.port.EnvironmentLock;
import com.maily.console.core.port.EnvironmentLockContract;
import com.maily.console.core.port.Inspector;
import com.maily.console.core.port.InspectorContract;
import com.maily.console.core.port.Job;
import com.maily.console.core.port.JobRunner;
import com.maily.console.core.port.JobRunnerContract;
import com.maily.console.core.port.Pods;
import com.maily.console.core.port.PodsContract;
import com.maily.console.core.port.Rights;
import com.maily.console.core.port.RightsContract;
import com.maily.console.core.port.RouterHarness;
import com.maily.console.core.port.TrafficRouter;
import com.maily.console.sandbox.SandboxClock;
import com.maily.console.sandbox.cluster.Accounts;
import com.maily.console.sandbox.cluster.Cluster;
import com.maily.console.sandbox.cluster.ImageBehaviour;
import com.maily.console.sandbox.cluster.Kinds;
import com.maily.console.sandbox.cluster.MailyCluster;
import com.maily.console.sandbox.cluster.PatchKind;
import com.maily.console.sandbox.cluster.SteadyImages;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** The ports in memory over a Maily cluster whose clock moves when the test says so. */
final class PortsWorld implements RouterHarness, JobRunnerContract.Harness, InspectorContract.Harness, PodsContract.Harness,
        EnvironmentLockContract.Harness, RightsContract.Harness {

    private static final String NAMESPACE = "maily";

    private final SandboxClock clock = SandboxClock.manual(Instant.parse("2026-11-21T10:00:00Z"));
    private final Cluster cluster = MailyCluster.create(clock, new Images(), 77);
    private final TrafficRouter router = new SandboxRouter(cluster, clock, NAMESPACE);
    private final String routing;

    PortsWorld(String routing) {
        this.routing = routing;
    }

    @Override
    public Rights rights() {
        return new SandboxRights(cluster, clock, NAMESPACE);
    }

    @Override
    public void forbid(String verb, String group, String resource) {
        cluster.accounts().forbid(Accounts.OWNER, Accounts.Rule.of(verb, group, resource));
    }

    @Override
    public void allowEverything() {
        cluster.accounts().allowEverything(Accounts.OWNER);
    }

    /** Steady ones, but jobs called failing fail. */
    private static final class Images implements ImageBehaviour {
        private final ImageBehaviour steady = new SteadyImages();

        @Override
        public Startup start(String image, String pod) {
            return steady.start(image, pod);
        }

        @Override
        public Run job(String image, String job) {
            return new Run(Duration.ofSeconds(10), !image.contains("failing"));
        }

        @Override
        public List<LogLine> log(String image, String pod, Instant since, Instant until) {
            return steady.log(image, pod, since, until);
        }
    }

    @Override
    public Component component() {
        boolean gateway = routing.equals(Routing.GATEWAY_API);
        String target = gateway ? "maily-api" : "email-service";
        return new Component(gateway ? "api" : "email", Criticality.CRITICAL, "kubernetes", "deployment/" + target,
                new Routing(routing, gateway ? target : ""), List.of(), List.of());
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

    private Artifact image(String version) {
        return new Artifact.Image(version, "ghcr.io/maily/" + component().name() + ":" + version);
    }

    @Override
    public int canaryUnits() {
        return routing.equals(Routing.REPLICA_RATIO) ? 0 : 2;
    }

    @Override
    public Deployer deployer() {
        return new SandboxDeployer(cluster, clock, NAMESPACE);
    }

    @Override
    public TrafficRouter router() {
        return router;
    }

    @Override
    public JobRunner jobs() {
        return new SandboxJobs(cluster, clock, NAMESPACE);
    }

    @Override
    public Inspector inspector() {
        return new SandboxInspector(cluster, clock, NAMESPACE);
    }

    @Override
    public Pods pods() {
        return new SandboxPods(cluster, clock, NAMESPACE);
    }

    @Override
    public EnvironmentLock lock(String environment, String identity) {
        return new SandboxLock(cluster, clock, NAMESPACE, "maily-console-" + environment, identity);
    }

    @Override
    public Job.Spec succeeding(String name) {
        return new Job.Spec(name, "busybox:1.36", List.of("true"));
    }

    @Override
    public Job.Spec failing(String name) {
        return new Job.Spec(name, "ghcr.io/maily/failing:v1", List.of("false"));
    }

    @Override
    public void somebodyElseSets(Weight weight) {
        int percent = weight.basisPoints() / 100;
        if (routing.equals(Routing.GATEWAY_API)) {
            cluster.patch(Kinds.HTTP_ROUTES, NAMESPACE, "maily-api", "", PatchKind.JSON, Read.parse("[{\"op\":\"add\",\"path\":"
                    + "\"/spec/rules/0/backendRefs/0/weight\",\"value\":" + (100 - percent) + "},{\"op\":\"add\",\"path\":"
                    + "\"/spec/rules/0/backendRefs/1/weight\",\"value\":" + percent + "}]"), "night-shift");
        } else {
            int canary = 5 * percent / 100;
            scale("email-service-canary", canary);
            scale("email-service", 5 - canary);
        }
    }

    private void scale(String deployment, int replicas) {
        cluster.patch(Kinds.DEPLOYMENTS, NAMESPACE, deployment, "scale", PatchKind.MERGE,
                Read.parse("{\"spec\":{\"replicas\":" + replicas + "}}"), "night-shift");
    }

    @Override
    public void pass(Duration time) {
        clock.advance(time);
    }

    @Override
    public void close() { }
}
