package com.maily.console.sandbox.vercel;

import com.maily.console.core.model.Artifact;
import com.maily.console.core.model.Component;
import com.maily.console.core.model.Criticality;
import com.maily.console.core.model.Routing;
import com.maily.console.core.model.Weight;
import com.maily.console.core.port.Deployer;
import com.maily.console.core.port.RouterHarness;
import com.maily.console.core.port.TrafficRouter;
import com.maily.console.sandbox.SandboxClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/** The sandbox's Vercel behind its ports in memory, with a hand-moved clock. */
final class InMemoryVercel implements RouterHarness {

    static final Component FRONTEND = new Component("frontend", Criticality.CRITICAL, "vercel", "maily-frontend",
            new Routing(Routing.ROLLING_RELEASE, ""), List.of(), Stream.of(5, 25, 50, 100).map(Weight::ofPercent).toList());

    final SandboxClock clock = SandboxClock.manual(Instant.parse("2026-11-21T10:00:00Z"));
    final VercelWorld world = new VercelWorld(clock, 77);
    private final SandboxVercelDeployer deployer = new SandboxVercelDeployer(world);
    private final SandboxRollingRelease router = new SandboxRollingRelease(world);

    @Override
    public Component component() {
        return FRONTEND;
    }

    @Override
    public Artifact running() {
        return build("v2.0.4");
    }

    @Override
    public Artifact earlier() {
        return build("v2.0.3");
    }

    @Override
    public Artifact next() {
        return build("v2.1.0");
    }

    static Artifact build(String version) {
        return new Artifact.Build(version, version);
    }

    @Override
    public Deployer deployer() {
        return deployer;
    }

    @Override
    public TrafficRouter router() {
        return router;
    }

    /** From Vercel's dashboard, so to speak; it keeps no record of who. */
    @Override
    public void somebodyElseSets(Weight weight) {
        router.set(component(), weight);
    }

    @Override
    public List<String> somebodyElse() {
        return List.of("");
    }

    @Override
    public void pass(Duration time) {
        clock.advance(time);
    }

    @Override
    public void close() { }
}
