package com.maily.console.sandbox;

import com.maily.console.core.model.Component;
import com.maily.console.core.model.Environment;
import com.maily.console.core.model.Failure;
import com.maily.console.core.model.FailureException;
import com.maily.console.core.model.HealthCheck;
import com.maily.console.core.model.Routing;
import com.maily.console.core.port.Alerts;
import com.maily.console.core.port.Announcer;
import com.maily.console.core.port.Deployer;
import com.maily.console.core.port.EnvironmentLock;
import com.maily.console.core.port.Facts;
import com.maily.console.core.port.GitOps;
import com.maily.console.core.port.HealthChecks;
import com.maily.console.core.port.Inspector;
import com.maily.console.core.port.JobRunner;
import com.maily.console.core.port.LogSearch;
import com.maily.console.core.port.Manifests;
import com.maily.console.core.port.MetricSource;
import com.maily.console.core.port.Mutes;
import com.maily.console.core.port.Notifier;
import com.maily.console.core.port.Platforms;
import com.maily.console.core.port.Pods;
import com.maily.console.core.port.RegionalPlatforms;
import com.maily.console.core.port.Rights;
import com.maily.console.core.port.SourceState;
import com.maily.console.core.port.TrafficRouter;
import com.maily.console.sandbox.alertmanager.SandboxAlerts;
import com.maily.console.sandbox.alertmanager.SandboxMutes;
import com.maily.console.sandbox.cluster.Cluster;
import com.maily.console.sandbox.datadog.SandboxDatadog;
import com.maily.console.sandbox.grafana.SandboxAnnouncer;
import com.maily.console.sandbox.health.SandboxHealth;
import com.maily.console.sandbox.logs.SandboxLogs;
import com.maily.console.sandbox.metrics.SandboxMetrics;
import com.maily.console.sandbox.argocd.SandboxGitOps;
import com.maily.console.sandbox.ports.SandboxDeployer;
import com.maily.console.sandbox.ports.SandboxFacts;
import com.maily.console.sandbox.ports.SandboxInspector;
import com.maily.console.sandbox.ports.SandboxJobs;
import com.maily.console.sandbox.ports.SandboxLock;
import com.maily.console.sandbox.ports.SandboxManifests;
import com.maily.console.sandbox.ports.SandboxPods;
import com.maily.console.sandbox.ports.SandboxRights;
import com.maily.console.sandbox.ports.SandboxRouter;
import com.maily.console.sandbox.vercel.SandboxRollingRelease;
import com.maily.console.sandbox.vercel.SandboxVercelDeployer;
import com.maily.console.sandbox.vercel.VercelWorld;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One environment of a box as ports in memory, or one of its regions: no wire, no threads, so that a drill gives the same journal
 * every time.
 */
public final class BoxPorts implements Platforms {

    private final MailyBox box;
    private final String environment;
    private final String region;
    private final boolean clustered;
    private final Deployer kubernetes;
    private final TrafficRouter routes;
    private final Deployer vercel;
    private final TrafficRouter rollingRelease;
    private final JobRunner jobs;
    private final Inspector inspector;
    private final Pods pods;
    private final Manifests manifests;
    private final Facts facts;
    private final EnvironmentLock lock;
    private final Optional<GitOps> gitOps;
    private final Rights rights;
    private final Optional<HealthChecks> health;
    private final LogSearch logs;

    /** @param environment {@code production} or {@code staging} */
    public BoxPorts(MailyBox box, String environment) {
        this(box, environment, "sandbox");
    }

    /** @param identity what the lock calls whoever uses these ports */
    public BoxPorts(MailyBox box, String environment, String identity) {
        this(box, environment, "", identity, List.of());
    }

    private BoxPorts(MailyBox box, String environment, String region, String identity, List<HealthCheck> checks) {
        this.box = box;
        this.environment = environment;
        this.health = checks.isEmpty() ? Optional.empty() : Optional.of(new SandboxHealth(box.health(), environment, checks));
        this.logs = new SandboxLogs(box.logs(), environment);
        this.region = region;
        String namespace = MailyBox.NAMESPACES.get(environment);
        VercelWorld frontend = box.vercel().get(environment);
        if (namespace == null || frontend == null) {
            throw new FailureException(new Failure.Missing("The sandbox has no environment " + environment,
                    "it has " + String.join(" and ", MailyBox.NAMESPACES.keySet()) + ".", "Name one of them."));
        }
        // Beside regions, what there is once has no cluster.
        this.clustered = !region.isEmpty() || box.regions().isEmpty() || !environment.equals(MailyBox.PRODUCTION);
        Cluster cluster = box.cluster(region);
        this.kubernetes = new SandboxDeployer(cluster, box.clock(), namespace);
        this.routes = new SandboxRouter(cluster, box.clock(), namespace);
        this.vercel = new SandboxVercelDeployer(frontend);
        this.rollingRelease = new SandboxRollingRelease(frontend);
        this.jobs = new SandboxJobs(cluster, box.clock(), namespace);
        this.inspector = new SandboxInspector(cluster, box.clock(), namespace);
        this.pods = new SandboxPods(cluster, box.clock(), namespace);
        this.manifests = new SandboxManifests(cluster, box.clock(), namespace);
        this.facts = new SandboxFacts(cluster, box.clock(), namespace);
        this.lock = new SandboxLock(cluster, box.clock(), namespace, "maily-console-" + environment, identity);
        // Where nothing syncs by itself a drill needs none: what is planned stays what it was.
        this.gitOps = region.isEmpty() && box.scenario().selfHeals() ? Optional.of(new SandboxGitOps(box.argoCd(), namespace))
                : Optional.empty();
        Rights ours = new SandboxRights(cluster, box.clock(), namespace);
        this.rights = Rights.each(component -> component.platform().equals("vercel") ? Rights.UNTOLD : ours, ours);
    }

    /** An environment as its workspace entry has it, with regions or without. */
    public static Platforms of(MailyBox box, Environment environment) {
        return environment.regions().isEmpty() 
                ? new BoxPorts(box, environment.name(), "", "sandbox", environment.health())
                : new RegionalPlatforms(environment, (part, region) -> new BoxPorts(box, part.name(), region, "sandbox",
                part.health()));
    }

    @Override
    public Deployer deployer(Component component) {
        return component.platform().equals("vercel") ? vercel : reached(kubernetes);
    }

    @Override
    public TrafficRouter router(Component component) {
        return component.routing().kind().equals(Routing.ROLLING_RELEASE) ? rollingRelease : reached(routes);
    }

    @Override
    public MetricSource metrics(String source) {
        return source.equals("datadog") ? new SandboxDatadog(box.clock(), box.metrics(), box.faults())
                : new SandboxMetrics(box.clock(), box.metrics(), box.faults());
    }

    @Override
    public JobRunner jobs() {
        return reached(jobs);
    }

    @Override
    public Optional<Manifests> manifests(String platform) {
        return clustered && platform.equals("kubernetes") ? Optional.of(reached(manifests)) : Optional.empty();
    }

    @Override
    public Optional<Facts> facts(Component component) {
        return component.platform().equals("kubernetes") ? Optional.of(reached(facts)) : Optional.empty();
    }

    @Override
    public List<Inspector> inspectors() {
        return clustered ? List.of((inspection, components) -> reached(inspector).inspect(inspection, components)) : List.of();
    }

    @Override
    public Optional<Notifier> notifier() {
        return Optional.empty();
    }

    @Override
    public Optional<Pods> pods() {
        return clustered ? Optional.of(pods) : Optional.empty();
    }

    @Override
    public Optional<EnvironmentLock> lock() {
        return clustered ? Optional.of(reached(lock)) : Optional.empty();
    }

    @Override
    public Optional<GitOps> gitOps() {
        return gitOps;
    }

    @Override
    public Rights rights() {
        return rights;
    }

    /** What there is once beside regions belongs to none of them. */
    @Override
    public List<Alerts> alerts() {
        return region.isEmpty() ? List.of(new SandboxAlerts(box.alerts(), environment)) : List.of();
    }

    @Override
    public List<Mutes> mutes() {
        return region.isEmpty() ? List.of(new SandboxMutes(box.alerts(), environment)) : List.of();
    }

    @Override
    public List<Announcer> announcers() {
        return region.isEmpty() ? List.of(new SandboxAnnouncer(box.grafana())) : List.of();
    }

    @Override
    public Optional<HealthChecks> health() {
        return health;
    }

    @Override
    public Optional<LogSearch> logs() {
        return Optional.of(logs);
    }

    @Override
    public List<SourceState> sources() {
        Stream<SourceState> once = region.isEmpty() ? Stream.of(live("Vercel"), live("Prometheus"), live("Datadog")) : Stream.of();
        return Stream.concat(clustered ? Stream.of(kubernetes()) : Stream.of(), once).toList();
    }

    private SourceState kubernetes() {
        return box.faults().cutOffSince(region)
                .map(since -> new SourceState("Kubernetes", Duration.ofSeconds(5), Optional.of(since),
                "The region is cut off.")).orElseGet(() -> live("Kubernetes"));
    }

    private SourceState live(String name) {
        return new SourceState(name, Duration.ofSeconds(5), Optional.of(box.clock().instant()), "");
    }

    private <T> T reached(T port) {
        if (box.faults().cutOffSince(region).isPresent()) {
            throw new FailureException(new Failure.Unreachable("Asking the cluster in " + region + " failed",
                    "The cluster cannot be reached.", "Check the connection and try again."));
        }
        return port;
    }
}
