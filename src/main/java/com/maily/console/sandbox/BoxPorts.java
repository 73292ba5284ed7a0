package com.maily.console.sandbox;

import com.maily.console.core.model.Component;
import com.maily.console.core.model.Failure;
import com.maily.console.core.model.FailureException;
import com.maily.console.core.model.Routing;
import com.maily.console.core.port.Deployer;
import com.maily.console.core.port.EnvironmentLock;
import com.maily.console.core.port.Facts;
import com.maily.console.core.port.GitOps;
import com.maily.console.core.port.Inspector;
import com.maily.console.core.port.JobRunner;
import com.maily.console.core.port.Manifests;
import com.maily.console.core.port.MetricSource;
import com.maily.console.core.port.Notifier;
import com.maily.console.core.port.Platforms;
import com.maily.console.core.port.Pods;
import com.maily.console.core.port.Rights;
import com.maily.console.core.port.SourceState;
import com.maily.console.core.port.TrafficRouter;
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

/** One environment of a box as ports in memory: no wire, no threads, so that a drill gives the same journal every time. */
public final class BoxPorts implements Platforms {

    private final MailyBox box;
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

    /** @param environment {@code production} or {@code staging} */
    public BoxPorts(MailyBox box, String environment) {
        this(box, environment, "sandbox");
    }

    /** @param identity what the lock calls whoever uses these ports */
    public BoxPorts(MailyBox box, String environment, String identity) {
        this.box = box;
        String namespace = MailyBox.NAMESPACES.get(environment);
        VercelWorld frontend = box.vercel().get(environment);
        if (namespace == null || frontend == null) {
            throw new FailureException(new Failure.Missing("The sandbox has no environment " + environment,
                    "it has " + String.join(" and ", MailyBox.NAMESPACES.keySet()) + ".", "Name one of them."));
        }
        this.kubernetes = new SandboxDeployer(box.cluster(), box.clock(), namespace);
        this.routes = new SandboxRouter(box.cluster(), box.clock(), namespace);
        this.vercel = new SandboxVercelDeployer(frontend);
        this.rollingRelease = new SandboxRollingRelease(frontend);
        this.jobs = new SandboxJobs(box.cluster(), box.clock(), namespace);
        this.inspector = new SandboxInspector(box.cluster(), box.clock(), namespace);
        this.pods = new SandboxPods(box.cluster(), box.clock(), namespace);
        this.manifests = new SandboxManifests(box.cluster(), box.clock(), namespace);
        this.facts = new SandboxFacts(box.cluster(), box.clock(), namespace);
        this.lock = new SandboxLock(box.cluster(), box.clock(), namespace, "maily-console-" + environment, identity);
        // Where nothing syncs by itself a drill needs none: what is planned stays what it was.
        this.gitOps = box.scenario().selfHeals() ? Optional.of(new SandboxGitOps(box.argoCd(), namespace)) : Optional.empty();
        Rights cluster = new SandboxRights(box.cluster(), box.clock(), namespace);
        this.rights = Rights.each(component -> component.platform().equals("vercel") ? Rights.UNTOLD : cluster, cluster);
    }

    @Override
    public Deployer deployer(Component component) {
        return component.platform().equals("vercel") ? vercel : kubernetes;
    }

    @Override
    public TrafficRouter router(Component component) {
        return component.routing().kind().equals(Routing.ROLLING_RELEASE) ? rollingRelease : routes;
    }

    @Override
    public MetricSource metrics(String source) {
        return new SandboxMetrics(box.clock(), box.metrics(), box.faults());
    }

    @Override
    public JobRunner jobs() {
        return jobs;
    }

    @Override
    public Optional<Manifests> manifests(String platform) {
        return platform.equals("kubernetes") ? Optional.of(manifests) : Optional.empty();
    }

    @Override
    public Optional<Facts> facts(Component component) {
        return component.platform().equals("kubernetes") ? Optional.of(facts) : Optional.empty();
    }

    @Override
    public List<Inspector> inspectors() {
        return List.of(inspector);
    }

    @Override
    public Optional<Notifier> notifier() {
        return Optional.empty();
    }

    @Override
    public Optional<Pods> pods() {
        return Optional.of(pods);
    }

    @Override
    public Optional<EnvironmentLock> lock() {
        return Optional.of(lock);
    }

    @Override
    public Optional<GitOps> gitOps() {
        return gitOps;
    }

    @Override
    public Rights rights() {
        return rights;
    }

    @Override
    public List<SourceState> sources() {
        return List.of(live("Kubernetes"), live("Vercel"), live("Prometheus"));
    }

    private SourceState live(String name) {
        return new SourceState(name, Duration.ofSeconds(5), Optional.of(box.clock().instant()), "");
    }
}
