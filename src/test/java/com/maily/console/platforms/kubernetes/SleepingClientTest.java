package com.maily.console.platforms.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import com.maily.console.core.model.Routing;
import com.maily.console.core.port.Pod;
import com.maily.console.core.port.Pods;
import com.maily.console.core.port.SourceState.Freshness;
import com.maily.console.core.port.Subscription;
import com.maily.console.core.port.Track;
import com.maily.console.sandbox.cluster.Accounts;
import com.maily.console.sandbox.cluster.ApiFaults.Fault;
import com.maily.console.sandbox.cluster.Kinds;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** T20: the client sleeps overnight while pods are replaced; it lists again and shows no pod of yesterday. Over the wire. */
class SleepingClientTest {

    private final BlockingQueue<Pods.Change> changes = new LinkedBlockingQueue<>();
    private final Map<String, Pod> shown = new ConcurrentHashMap<>();
    private SandboxWorld world;
    private KubernetesPods pods;
    private Subscription subscription;

    @BeforeEach
    void open() throws Exception {
        world = new SandboxWorld(Routing.REPLICA_RATIO);
        pods = new KubernetesPods(world.connection());
        subscription = pods.watch(changes::add);
        // Listed is not yet watched, and a watch that never began cannot be lost.
        until(() -> pods.state().freshness(world.connection().now()) == Freshness.LIVE
                && world.connection().pulse().heard("/api/v1/namespaces/" + SandboxWorld.NAMESPACE + "/pods").isPresent());
    }

    @AfterEach
    void close() {
        subscription.close();
        world.close();
    }

    @Test
    void t20OvernightItIsStaleAtOnceAndListsAgain() throws Exception {
        world.deployer().deploy(world.component(), Track.STABLE, world.next());
        world.pass(Duration.ofHours(9));
        assertThat(pods.state().freshness(world.connection().now())).as("before anything was heard").isEqualTo(Freshness.LOST);
        until(() -> pods.state().freshness(world.connection().now()) == Freshness.LIVE && present().equals(real()));
        assertThat(shown.values()).filteredOn(pod -> pod.component().equals("email")).extracting(Pod::version)
                .containsOnly("v2.1.0");
    }

    @Test
    void t20AWatchThatIsDeadIsNotLiveAlthoughTheClusterAnswers() throws Exception {
        world.faults().next(100_000, "WATCH", "/pods", new Fault.Code(403));
        world.faults().dropWatches();
        until(() -> !pods.state().trouble().isEmpty());
        world.pass(Duration.ofMinutes(2));
        until(() -> world.connection().state().freshness(world.connection().now()) == Freshness.LIVE);
        assertThat(pods.lagging()).isPresent();
        assertThat(pods.state().freshness(world.connection().now())).isNotEqualTo(Freshness.LIVE);
        world.faults().clear();
        until(() -> pods.lagging().isEmpty() && pods.state().freshness(world.connection().now()) == Freshness.LIVE);
    }

    @Test
    void t20AnHourWithoutTheClusterAndATokenThatRanOutMeanwhile() throws Exception {
        world.face().refuseConnections();
        until(() -> !pods.state().trouble().isEmpty());
        world.pass(Duration.ofHours(1));
        world.face().logins().admit("of-today", Accounts.OWNER);
        world.face().logins().expel(world.face().token());
        world.face().acceptConnections();
        until(() -> world.connection().state().trouble().contains("401"));
        assertThat(pods.state().freshness(world.connection().now())).isEqualTo(Freshness.LOST);
        Files.writeString(world.kubeconfig(), Files.readString(world.kubeconfig()).replace(world.face().token(), "of-today"));
        world.deployer();
        until(() -> pods.state().freshness(world.connection().now()) == Freshness.LIVE && present().equals(real()));
    }

    @Test
    void t20PodsThatWentWhileNobodyWatchedAreNamedAsGone() throws Exception {
        Set<String> before = present();
        world.faults().next(100_000, "*", "/pods", new Fault.Hangup());
        world.faults().dropWatches();
        until(() -> !pods.state().trouble().isEmpty());
        world.deployer().deploy(world.component(), Track.STABLE, world.next());
        world.pass(Duration.ofMinutes(10));
        world.cluster().compact();
        world.faults().clear();
        until(() -> present().equals(real()) && !present().equals(before));
    }

    private Set<String> present() {
        return new TreeSet<>(shown.keySet());
    }

    /** Those the cluster has, as we show them. */
    private Set<String> real() {
        Set<String> names = new TreeSet<>();
        world.cluster().list(Kinds.PODS, SandboxWorld.NAMESPACE, "").forEach(pod -> {
            var read = Serialization.unmarshal(pod.toString(),
                    io.fabric8.kubernetes.api.model.Pod.class);
            PodReading.of(read).ifPresent(one -> names.add(one.key()));
        });
        return names;
    }

    private void until(BooleanSupplier expected) throws InterruptedException {
        long deadline = System.nanoTime() + Duration.ofSeconds(90).toNanos();
        while (!expected.getAsBoolean()) {
            assertThat(System.nanoTime()).as("shown %s, %s, %s", present(), pods.state(), world.connection().state())
                    .isLessThan(deadline);
            world.pass(Duration.ofMillis(200));
            Pods.Change change = changes.poll(100, TimeUnit.MILLISECONDS);
            if (change != null) {
                change.changed().forEach(pod -> shown.put(pod.key(), pod));
                change.gone().forEach(shown::remove);
            }
        }
    }
}
