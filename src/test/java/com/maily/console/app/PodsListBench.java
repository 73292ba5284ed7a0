package com.maily.console.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.maily.console.bench.Bench;
import com.maily.console.bench.PodCrowd;
import com.maily.console.bench.Spread;
import com.maily.console.core.port.Subscription;
import com.maily.console.core.port.Time;
import com.maily.console.sandbox.SandboxClock;
import com.maily.console.sandbox.cluster.Cluster;
import com.maily.console.sandbox.cluster.KubernetesFace;
import com.maily.console.sandbox.cluster.SteadyImages;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * How long until all of 10,000 pods are known after they were asked for, beside {@code kubectl get pods} and one plain request for the
 * same list whose answer is read and dropped.
 */
@Tag("bench")
class PodsListBench {

    private static final int PODS = 10_000;
    private static final int WARM_UP = 3;
    private static final int MEASURED = 7;

    @TempDir
    private Path folder;

    @Test
    void besideKubectl() throws Exception {
        assumeTrue(KubectlAgreesTest.kubectlIsThere(), "kubectl is not on the PATH, so there is nothing to compare with");
        SandboxClock clock = SandboxClock.running(Instant.now(), 1);
        Cluster cluster = new Cluster(clock, new SteadyImages(), 10);
        clock.locked(() -> PodCrowd.fill(cluster, PODS));
        List<Double> ours = new ArrayList<>();
        List<Double> kubectl = new ArrayList<>();
        List<Double> raw = new ArrayList<>();
        try (KubernetesFace face = new KubernetesFace(cluster, clock)) {
            Path kubeconfig = folder.resolve("kubeconfig");
            face.writeKubeconfig(kubeconfig);
            for (int i = 0; i < WARM_UP + MEASURED; i++) {
                ours.add(ours(kubeconfig));
                kubectl.add(kubectl(kubeconfig));
                raw.add(raw(face));
            }
        }
        Bench.record("pods10k_first_list_ms", median(ours));
        Bench.record("pods10k_first_list_ratio_kubectl", median(ours) / median(kubectl));
        Bench.record("pods10k_first_list_ratio_raw", median(ours) / median(raw));
    }

    private static double median(List<Double> times) {
        return Spread.of(times.subList(WARM_UP, times.size())).at(0.5);
    }

    private static double ours(Path kubeconfig) throws InterruptedException {
        try (KubernetesPorts ports = KubernetesPorts.open(Map.of("kubeconfig", kubeconfig.toString(), "namespace", "team-0", "namespaces", "*"),
                Time.WALL, "production", "bench")) {
            Set<String> known = ConcurrentHashMap.newKeySet();
            CountDownLatch all = new CountDownLatch(1);
            long begun = System.nanoTime();
            try (Subscription _ = ports.pods().watch(change -> {
                change.changed().forEach(pod -> known.add(pod.key()));
                if (known.size() == PODS) {
                    all.countDown();
                }
            })) {
                assertThat(all.await(120, TimeUnit.SECONDS)).as("all pods are known").isTrue();
                return (System.nanoTime() - begun) / 1e6;
            }
        }
    }

    private static double kubectl(Path kubeconfig) throws Exception {
        long begun = System.nanoTime();
        Process kubectl = new ProcessBuilder("kubectl", "--kubeconfig", kubeconfig.toString(), "get", "pods", "--all-namespaces")
                .redirectOutput(ProcessBuilder.Redirect.DISCARD).redirectError(ProcessBuilder.Redirect.DISCARD).start();
        assertThat(kubectl.waitFor()).isZero();
        return (System.nanoTime() - begun) / 1e6;
    }

    private static double raw(KubernetesFace face) throws Exception {
        try (HttpClient http = HttpClient.newHttpClient()) {
            long begun = System.nanoTime();
            HttpResponse<InputStream> answer = http.send(HttpRequest.newBuilder(face.address().resolve("/api/v1/pods"))
                    .header("Authorization", "Bearer " + face.token()).build(), HttpResponse.BodyHandlers.ofInputStream());
            try (InputStream body = answer.body()) {
                assertThat(body.transferTo(OutputStream.nullOutputStream())).isGreaterThan(1_000_000);
            }
            return (System.nanoTime() - begun) / 1e6;
        }
    }
}
