package com.maily.console.sandbox.argocd;

import com.maily.console.core.model.Artifact;
import com.maily.console.core.model.Component;
import com.maily.console.core.model.Criticality;
import com.maily.console.core.model.Routing;
import com.maily.console.core.port.Deployer;
import com.maily.console.core.port.GitOps;
import com.maily.console.core.port.GitOpsHarness;
import com.maily.console.core.port.Track;
import com.maily.console.sandbox.MailyBox;
import com.maily.console.sandbox.SandboxClock;
import com.maily.console.sandbox.ports.SandboxDeployer;
import com.maily.console.sandbox.world.Scenario;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;

/** The sandbox's world in which Argo CD heals itself, on a clock moved by hand. */
public final class ArgoWorldHarness implements GitOpsHarness {

    private static final Component API = component("api", "maily-api");

    public final SandboxClock clock = SandboxClock.manual(MailyBox.START);
    public final MailyBox box = MailyBox.create(clock, Scenario.GITOPS, 77);
    private final Deployer hand = new SandboxDeployer(box.cluster(), clock, "maily");
    private final GitOps gitOps;
    private final AutoCloseable closing;

    /** @param closing what the port holds */
    public ArgoWorldHarness(Function<ArgoWorldHarness, GitOps> port, AutoCloseable closing) {
        this.gitOps = port.apply(this);
        this.closing = closing;
    }

    private static Component component(String name, String target) {
        return new Component(name, Criticality.CRITICAL, "kubernetes", "deployment/" + target, Routing.PLAIN,
                List.of(), List.of());
    }

    @Override
    public Component component() {
        return API;
    }

    @Override
    public Component unowned() {
        return component("redis", "redis");
    }

    @Override
    public String application() {
        return "api-production";
    }

    @Override
    public Artifact running() {
        return image(Scenario.NEW);
    }

    @Override
    public Artifact earlier() {
        return image(Scenario.OLD);
    }

    private static Artifact image(String version) {
        return new Artifact.Image(version, "ghcr.io/maily/api:" + version);
    }

    @Override
    public GitOps gitOps() {
        return gitOps;
    }

    @Override
    public void commit(String version) {
        box.argoCd().commit(application(), version);
    }

    @Override
    public void changeByHand(Artifact artifact) {
        hand.deploy(API, Track.STABLE, artifact);
    }

    @Override
    public Artifact runs() {
        return hand.observe(API, Track.STABLE).artifact().orElseThrow();
    }

    @Override
    public void pass(Duration time) {
        clock.advance(time);
    }

    @Override
    public void close() {
        try {
            closing.close();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
