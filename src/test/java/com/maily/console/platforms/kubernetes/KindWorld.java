package com.maily.console.platforms.kubernetes;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.maily.console.core.model.Artifact;
import com.maily.console.core.model.Component;
import com.maily.console.core.model.Criticality;
import com.maily.console.core.model.Routing;
import com.maily.console.core.port.Deployer;
import com.maily.console.core.port.Eventually;
import com.maily.console.core.port.PortHarness;
import com.maily.console.core.port.Track;
import com.maily.console.core.port.Workload;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;

/**
 * A workload of one kind beside the others, with a history of two versions: on the sandbox over the wire, or on a real cluster.
 */
final class KindWorld implements PortHarness {

    private final KubernetesWorld world;
    private final String file;
    private final String target;

    private KindWorld(KubernetesWorld world, String file, String target) {
        this.world = world;
        this.file = file;
        this.target = target;
    }

    /** @param file of the objects, without its ending; @param target of the component */
    static KindWorld open(String file, String target) throws Exception {
        KindWorld opened = new KindWorld(KubernetesWorld.open(Routing.REPLICA_RATIO), file, target);
        try {
            opened.furnish();
            return opened;
        } catch (Exception | Error failed) {
            opened.close();
            throw failed;
        }
    }

    private void furnish() throws Exception {
        var client = world.connection().client();
        assumeTrue(!target.startsWith("rollout/") || client.supports("argoproj.io/v1alpha1", "Rollout"),
                "the cluster does not know Argo Rollouts");
        try (var stream = KindWorld.class.getResourceAsStream("kind-" + file + ".yaml")) {
            String yaml = new String(stream.readAllBytes(), StandardCharsets.UTF_8)
                    .replace("IMAGE", ((Artifact.Image) earlier()).reference());
            client.load(new ByteArrayInputStream(yaml.getBytes(StandardCharsets.UTF_8)))
                    .inNamespace(world.connection().namespace())
                    .create();
        }
        bring(earlier());
        bring(running());
    }

    private void bring(Artifact artifact) {
        Eventually.read(this::pass, () -> {
            Workload stable = deployer().observe(component(), Track.STABLE);
            if (stable.artifact().isPresent() && !stable.runs(artifact)) {
                deployer().deploy(component(), Track.STABLE, artifact);
            }
            return stable;
        }, stable -> stable.runs(artifact) && stable.done() && stable.ready() > 0);
    }

    KubernetesConnection connection() {
        return world.connection();
    }

    KubernetesWorld world() {
        return world;
    }

    @Override
    public Component component() {
        Routing routing = target.startsWith("rollout/") ? new Routing(Routing.ARGO_ROLLOUTS, target.substring(8)) : Routing.PLAIN;
        return new Component(target.substring(target.indexOf('/') + 1), Criticality.CRITICAL, "kubernetes", target,
                routing, List.of(),
                List.of());
    }

    @Override
    public boolean hasCanary() {
        return target.startsWith("rollout/");
    }

    @Override
    public Artifact running() {
        return world.running();
    }

    @Override
    public Artifact earlier() {
        return world.earlier();
    }

    @Override
    public Artifact next() {
        return world.next();
    }

    @Override
    public Deployer deployer() {
        return world.deployer();
    }

    @Override
    public void pass(Duration time) {
        world.pass(time);
    }

    @Override
    public void close() {
        world.close();
    }
}
