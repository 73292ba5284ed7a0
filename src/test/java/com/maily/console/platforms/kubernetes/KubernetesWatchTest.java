package com.maily.console.platforms.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import com.maily.console.core.model.Routing;
import com.maily.console.core.port.Pod;
import com.maily.console.core.port.Pods;
import com.maily.console.core.port.SourceState;
import com.maily.console.core.port.Subscription;
import com.maily.console.core.port.Track;
import com.maily.console.sandbox.cluster.ApiFaults.Fault;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A watch that breaks goes on by itself, and says meanwhile how old what it shows is. Over the wire. */
class KubernetesWatchTest {

    private final BlockingQueue<Pods.Change> changes = new LinkedBlockingQueue<>();
    private final Map<String, Pod> known = new ConcurrentHashMap<>();
    private SandboxWorld world;
    private KubernetesPods pods;
    private Subscription subscription;

    @BeforeEach
    void open() throws Exception {
        world = new SandboxWorld(Routing.REPLICA_RATIO);
        pods = new KubernetesPods(world.connection());
        subscription = pods.watch(changes::add);
        until(() -> pods.state().trouble().isEmpty());
    }

    @AfterEach
    void close() {
        subscription.close();
        world.close();
    }

    @Test
    void aDroppedWatchGoesOn() throws Exception {
        world.faults().dropWatches();
        rollOut();
    }

    @Test
    void aWatchFromAVersionThatIsGoneStartsAfresh() throws Exception {
        world.faults().next(2, "WATCH", "/pods", new Fault.Code(410));
        world.cluster().compact();
        world.faults().dropWatches();
        rollOut();
    }

    @Test
    void anExpiredTokenIsNotTheEndOfTheWatch() throws Exception {
        world.faults().next(2, "*", "/pods", new Fault.Code(401));
        world.faults().dropWatches();
        rollOut();
    }

    @Test
    void aWatchThatTalksNonsenseIsSetUpAgain() throws Exception {
        world.faults().next(1, "*", "/pods", new Fault.NotJson());
        world.faults().next(1, "*", "/pods", new Fault.Hangup());
        world.faults().dropWatches();
        rollOut();
    }

    @Test
    void anUnreachableClusterIsSaidAndFoundAgain() throws Exception {
        world.face().refuseConnections();
        until(() -> !pods.state().trouble().isEmpty());
        SourceState lost = pods.state();
        world.pass(Duration.ofMinutes(10));
        assertThat(lost.freshness(world.connection().now())).isIn(SourceState.Freshness.LOST, SourceState.Freshness.NEVER);
        world.face().acceptConnections();
        rollOut();
        until(() -> pods.state().trouble().isEmpty());
    }

    @Test
    void aCrashingPodSaysSoInKubectlsWord() throws Exception {
        world.deployer().deploy(world.component(), Track.STABLE, world.image("v2.1.0-crash"));
        until(() -> known.values().stream().anyMatch(pod -> pod.phase().equals("CrashLoopBackOff") && pod.restarts() > 0
                && !pod.ready()));
    }

    @Test
    void anImageThatCannotBePulledSaysSoInKubectlsWord() throws Exception {
        world.deployer().deploy(world.component(), Track.STABLE, world.image("v2.1.0-broken"));
        until(() -> known.values().stream().anyMatch(pod -> pod.phase().equals("ErrImagePull") || pod.phase()
                .equals("ImagePullBackOff")));
    }

    private void rollOut() throws InterruptedException {
        world.deployer().deploy(world.component(), Track.STABLE, world.next());
        until(() -> known.values().stream().filter(pod -> pod.component().equals("email") && pod.ready()
                && pod.version().equals("v2.1.0")).count() == 5);
    }

    private void until(BooleanSupplier expected) throws InterruptedException {
        long deadline = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        while (!expected.getAsBoolean()) {
            assertThat(System.nanoTime()).as("still %s and %s", known.values(), pods.state()).isLessThan(deadline);
            world.pass(Duration.ofSeconds(2));
            Pods.Change change = changes.poll(100, TimeUnit.MILLISECONDS);
            if (change != null) {
                change.changed().forEach(pod -> known.put(pod.key(), pod));
                change.gone().forEach(known::remove);
            }
        }
    }
}
