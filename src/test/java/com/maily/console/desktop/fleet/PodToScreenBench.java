package com.maily.console.desktop.fleet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.maily.console.bench.Bench;
import com.maily.console.bench.PodCrowd;
import com.maily.console.bench.Spread;
import com.maily.console.core.port.Time;
import com.maily.console.desktop.HandConsole;
import com.maily.console.desktop.OnStage;
import com.maily.console.desktop.Story;
import com.maily.console.desktop.StoryTime;
import com.maily.console.desktop.fx.Ages;
import com.maily.console.platforms.kubernetes.KubernetesConnection;
import com.maily.console.platforms.kubernetes.KubernetesPods;
import com.maily.console.sandbox.SandboxClock;
import com.maily.console.sandbox.cluster.Cluster;
import com.maily.console.sandbox.cluster.KubernetesFace;
import com.maily.console.sandbox.cluster.SteadyImages;
import java.io.BufferedReader;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import javafx.application.Platform;
import javafx.scene.Parent;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * How long after a pod's restart was written to the API server the fleet screen has been laid out with it, beside the moment
 * {@code kubectl get pods --watch} has printed it: the same events, in the same run, three a second.
 */
@Tag("bench")
class PodToScreenBench {

    private static final int PODS = 1_000;
    private static final int WARM_UP = 30;
    private static final int MEASURED = 200;
    private static final long PAUSE_MILLIS = 330;

    /** One restart: what it will be read by, and when each of the two has shown it. */
    private record Restart(int times, long written, CountDownLatch shown, AtomicReference<Long> screen, AtomicReference<Long> kubectl) {
        Restart(int times) {
            this(times, System.nanoTime(), new CountDownLatch(2), new AtomicReference<>(), new AtomicReference<>());
        }

        void seen(AtomicReference<Long> by) {
            if (by.compareAndSet(null, System.nanoTime())) {
                shown.countDown();
            }
        }
    }

    @TempDir
    private Path folder;
    private final HandConsole console = new HandConsole(Story.entries());
    private final AtomicReference<Restart> now = new AtomicReference<>(new Restart(-1));
    private FleetScreen screen;

    @Test
    void besideKubectl() throws Exception {
        assumeTrue(Arrays.stream(System.getenv("PATH").split(File.pathSeparator)).anyMatch(entry -> Files.isExecutable(Path.of(entry, "kubectl"))),
                "kubectl is not on the PATH, so there is nothing to compare with");
        SandboxClock clock = SandboxClock.running(Instant.now(), 1);
        Cluster cluster = new Cluster(clock, new SteadyImages(), 10);
        clock.locked(() -> PodCrowd.fill(cluster, PODS));
        Path kubeconfig = folder.resolve("kubeconfig");
        try (KubernetesFace face = new KubernetesFace(cluster, clock)) {
            face.writeKubeconfig(kubeconfig);
            Process kubectl = new ProcessBuilder("kubectl", "--kubeconfig", kubeconfig.toString(), "--namespace", PodCrowd.namespace(0),
                    "get", "pods", "--watch").redirectError(ProcessBuilder.Redirect.DISCARD).start();
            try (KubernetesConnection connection = KubernetesConnection.open(Map.of("kubeconfig", kubeconfig.toString(),
                    "namespace", PodCrowd.namespace(0)), Time.WALL); OnStage _ = stage(connection)) {
                Thread.ofVirtual().start(() -> read(kubectl));
                OnStage.until(() -> screen.view().pods().table().getItems().size() == PODS / 50);
                measure(cluster);
            } finally {
                kubectl.destroy();
            }
        }
    }

    private OnStage stage(KubernetesConnection connection) throws Exception {
        console.pods = Optional.of(new KubernetesPods(connection));
        return new OnStage(1_440, 760, _ -> {
            Ages ages = new Ages(StoryTime.NOW, Story.NOW);
            ages.start();
            screen = new FleetScreen(console, "production", Story.MANAGER, ages);
            screen.shown(true);
            Parent node = (Parent) screen.node();
            Platform.runLater(() -> node.getScene().addPostLayoutPulseListener(this::laidOut));
            return node;
        });
    }

    private void measure(Cluster cluster) throws InterruptedException {
        List<Double> ours = new ArrayList<>();
        List<Double> theirs = new ArrayList<>();
        AtomicInteger times = new AtomicInteger();
        for (int i = 0; i < WARM_UP + MEASURED; i++) {
            Restart restart = new Restart(times.incrementAndGet());
            now.set(restart);
            PodCrowd.restart(cluster, 0, restart.times());
            assertThat(restart.shown().await(20, TimeUnit.SECONDS)).as("restart %s was shown by both", restart.times()).isTrue();
            if (i >= WARM_UP) {
                ours.add((restart.screen().get() - restart.written()) / 1e6);
                theirs.add((restart.kubectl().get() - restart.written()) / 1e6);
            }
            new CountDownLatch(1).await(PAUSE_MILLIS, TimeUnit.MILLISECONDS);
        }
        Bench.record("event_to_screen_ms_p99", Spread.of(ours).at(0.99));
        Bench.record("event_to_screen_ms_p50", Spread.of(ours).at(0.5));
        Bench.record("event_to_screen_p99_ratio_kubectl_watch", Spread.of(ours).at(0.99) / Spread.of(theirs).at(0.99));
    }

    /** On the FX thread, once a pulse: what the table now holds is about to be drawn. */
    private void laidOut() {
        Restart restart = now.get();
        boolean there = screen.view().pods().table().getItems().stream()
                .anyMatch(row -> row.pod().name().equals(PodCrowd.name(0)) && row.pod().restarts() == restart.times());
        if (there) {
            restart.seen(restart.screen());
        }
    }

    private void read(Process kubectl) {
        try (BufferedReader lines = kubectl.inputReader()) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                Restart restart = now.get();
                if (line.startsWith(PodCrowd.name(0)) && line.split("\\s+")[3].equals(Integer.toString(restart.times()))) {
                    restart.seen(restart.kubectl());
                }
            }
        } catch (java.io.IOException ended) {
            // Its process was ended with the measurement.
        }
    }
}
