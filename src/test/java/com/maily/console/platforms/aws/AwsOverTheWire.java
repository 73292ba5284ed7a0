package com.maily.console.platforms.aws;

import com.maily.console.core.model.Artifact;
import com.maily.console.core.model.Component;
import com.maily.console.core.model.Criticality;
import com.maily.console.core.model.Routing;
import com.maily.console.core.model.Weight;
import com.maily.console.core.port.Deployer;
import com.maily.console.core.port.RouterHarness;
import com.maily.console.core.port.Track;
import com.maily.console.core.port.TrafficRouter;
import com.maily.console.sandbox.SandboxClock;
import com.maily.console.sandbox.aws.AwsFace;
import com.maily.console.sandbox.aws.ElbWorld;
import com.maily.console.sandbox.aws.PodTargets;
import com.maily.console.sandbox.aws.WireFault;
import com.maily.console.sandbox.cluster.Cluster;
import com.maily.console.sandbox.cluster.MailyCluster;
import com.maily.console.sandbox.cluster.SteadyImages;
import com.maily.console.sandbox.ports.SandboxDeployer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;

/** {@code maily-api} behind the sandbox's load balancer, over the wire; each exchange must have AWS's shapes. */
final class AwsOverTheWire implements RouterHarness {

    private static final String NAMESPACE = "maily";

    final SandboxClock clock = SandboxClock.manual(Instant.parse("2026-11-21T10:00:00Z"));
    final Cluster cluster = MailyCluster.create(clock, new SteadyImages(), 77);
    final ElbWorld world = new ElbWorld(clock, new PodTargets(cluster, NAMESPACE));
    final AwsFace face = new AwsFace(world);
    final AwsConnection connection;
    private final Path credentials;
    private final String arn;
    private final ElbRouter router;
    private final List<String> wrong = Collections.synchronizedList(new ArrayList<>());

    /** @param arn of the rule or the listener that splits the traffic */
    AwsOverTheWire(String arn) {
        this.arn = arn;
        try {
            this.credentials = Files.createTempFile("credentials", "");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        AwsFace.writeCredentials(credentials);
        AwsShapes shapes = new AwsShapes();
        face.onExchange((form, xml) -> wrong.addAll(shapes.wrong(form, xml)));
        this.connection = AwsConnection.open(Map.of("region", ElbWorld.REGION, "endpoint", face.address().toString(),
                "credentials", credentials.toString()));
        this.router = new ElbRouter(connection, clock);
    }

    /** What the target groups get now, in order. */
    List<Integer> weights() {
        List<Integer> weights = new ArrayList<>();
        world.actions(arn).findValues("Weight").forEach(weight -> weights.add(weight.asInt()));
        return weights;
    }

    void canary() {
        deployer().deploy(component(), Track.CANARY, next());
        deployer().scale(component(), Track.CANARY, 2);
        pass(Duration.ofMinutes(2));
    }

    @Override
    public Component component() {
        return new Component("api", Criticality.CRITICAL, "kubernetes", "deployment/maily-api", new Routing(Routing.ALB_RULE,
                arn),
                List.of(), List.of());
    }

    @Override
    public TrafficRouter router() {
        return router;
    }

    @Override
    public Deployer deployer() {
        return new SandboxDeployer(cluster, clock, NAMESPACE);
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

    private static Artifact image(String version) {
        return new Artifact.Image(version, "ghcr.io/maily/api:" + version);
    }

    @Override
    public void somebodyElseSets(Weight weight) {
        world.act(arn, ElbWorld.split("maily-api", 100 - weight.basisPoints() / 100, weight.basisPoints() / 100));
    }

    /** AWS keeps no record of writers that a rule would show. */
    @Override
    public List<String> somebodyElse() {
        return List.of("");
    }

    @Override
    public boolean duringTheNextWrite(Runnable something) {
        AtomicBoolean done = new AtomicBoolean();
        face.onWrite(_ -> {
            if (!done.getAndSet(true)) {
                something.run();
            }
        });
        return true;
    }

    /** ELBv2 has no versions. */
    @Override
    public boolean refusesLateWrites() {
        return false;
    }

    @Override
    public boolean refuseTheNextWrite() {
        face.fault(new WireFault.Refused(403, "AccessDenied", "User: maily-deployer is not authorized to perform: "
                + "elasticloadbalancing:DescribeRules"));
        return true;
    }

    @Override
    public void pass(Duration time) {
        clock.advance(time);
    }

    @Override
    public void close() {
        connection.close();
        face.close();
        try {
            Files.deleteIfExists(credentials);
        } catch (IOException left) {
            throw new UncheckedIOException(left);
        }
        if (!wrong.isEmpty()) {
            throw new AssertionError("AWS would not know: " + wrong);
        }
    }
}
