package com.maily.console.platforms.vercel;

import com.maily.console.core.model.Artifact;
import com.maily.console.core.model.Component;
import com.maily.console.core.model.Criticality;
import com.maily.console.core.model.Routing;
import com.maily.console.core.model.Weight;
import com.maily.console.core.port.Deployer;
import com.maily.console.core.port.RouterHarness;
import com.maily.console.core.port.TrafficRouter;
import com.maily.console.platforms.http.Credentials;
import com.maily.console.platforms.http.JsonClient;
import com.maily.console.platforms.http.Secret;
import com.maily.console.sandbox.SandboxClock;
import com.maily.console.sandbox.vercel.SandboxRollingRelease;
import com.maily.console.sandbox.vercel.VercelFace;
import com.maily.console.sandbox.vercel.VercelWorld;
import com.maily.console.sandbox.vercel.WireFault;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The real adapters against the sandbox's Vercel on loopback, with a hand-moved clock. */
final class VercelOverTheWire implements RouterHarness {

    static final String TOKEN = "vcp_sandbox_0123456789abcdef";
    static final Component FRONTEND = new Component("frontend", Criticality.CRITICAL, "vercel", "maily-frontend",
            new Routing(Routing.ROLLING_RELEASE, ""), List.of(), Stream.of(5, 25, 50, 100).map(Weight::ofPercent).toList());

    final SandboxClock clock = SandboxClock.manual(Instant.parse("2026-11-21T10:00:00Z"));
    final VercelWorld world = new VercelWorld(clock, 77);
    final VercelFace face = new VercelFace(world, TOKEN);
    final Path tokenFile;
    final VercelClient client;
    private final VercelDeployer deployer;
    private final RollingReleaseRouter router;

    VercelOverTheWire(Duration timeout, long bodyLimit) {
        try {
            tokenFile = Files.writeString(Files.createTempFile("token", ".txt"), TOKEN);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        client = VercelClient.of(new JsonClient(new JsonClient.Settings("Vercel", face.address(),
                new Credentials.Bearer(Secret.of("file:" + tokenFile)), Map.of(), timeout, bodyLimit), VercelFailures::of));
        deployer = new VercelDeployer(client, clock);
        router = new RollingReleaseRouter(client, clock);
    }

    VercelOverTheWire() {
        this(Duration.ofSeconds(20), JsonClient.Settings.BODY_LIMIT);
    }

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

    private static Artifact build(String version) {
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
        new SandboxRollingRelease(world).set(component(), weight);
    }

    @Override
    public List<String> somebodyElse() {
        return List.of("");
    }

    @Override
    public boolean refuseTheNextWrite() {
        face.fault(new WireFault.Status(403, "forbidden", "Not authorized", 0));
        return true;
    }

    @Override
    public void pass(Duration time) {
        clock.advance(time);
    }

    @Override
    public void close() {
        client.close();
        face.close();
        try {
            Files.deleteIfExists(tokenFile);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
