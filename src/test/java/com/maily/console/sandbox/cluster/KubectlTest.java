package com.maily.console.sandbox.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.maily.console.sandbox.SandboxClock;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An unmodified kubectl against the sandbox, whose clock runs ten times as fast as the wall's. */
@Tag("kubectl")
class KubectlTest {

    @TempDir
    private Path folder;
    private final SandboxClock clock = SandboxClock.running(Instant.parse("2026-11-21T10:00:00Z"), 10);
    private final Cluster cluster = MailyCluster.create(clock,
            new SteadyImages(Duration.ofSeconds(6), Duration.ofSeconds(20)), 77);
    private final KubernetesFace face = new KubernetesFace(cluster, clock);

    @BeforeEach
    void start() {
        assumeTrue(Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
                .anyMatch(entry -> Files.isExecutable(Path.of(entry, "kubectl"))),
                "kubectl is not on the PATH, so the sandbox was not tried with it");
        face.writeKubeconfig(folder.resolve("kubeconfig"));
    }

    @AfterEach
    void stop() {
        face.close();
    }

    private Process start(String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of("kubectl", "--kubeconfig", folder.resolve("kubeconfig").toString(),
                "--cache-dir", folder.resolve("cache").toString()));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command).redirectErrorStream(true).start();
    }

    private String kubectl(String... arguments) throws IOException, InterruptedException {
        Process process = start(arguments);
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        return text + "exit " + process.exitValue();
    }

    @Test
    void aReleaseAndTheWayBack() throws Exception {
        assertThat(kubectl("rollout", "status", "deployment/maily-api")).contains("successfully rolled out", "exit 0");
        assertThat(kubectl("set", "image", "deployment/maily-api", "maily-api=ghcr.io/maily/api:v2.1.0"))
                .contains("image updated");
        assertThat(kubectl("rollout", "status", "deployment/maily-api"))
                .contains("Waiting for deployment", "successfully rolled out", "exit 0");
        assertThat(kubectl("get", "deployment", "maily-api", "-o", "wide")).contains("6/6", "ghcr.io/maily/api:v2.1.0");

        assertThat(kubectl("rollout", "undo", "deployment/maily-api", "--dry-run=server"))
                .contains("rolled back (server dry run)");
        assertThat(kubectl("rollout", "undo", "deployment/maily-api")).contains("rolled back", "exit 0");
        assertThat(kubectl("rollout", "status", "deployment/maily-api")).contains("successfully rolled out");
        assertThat(kubectl("rollout", "history", "deployment/maily-api").lines().filter(line -> line.matches("\\d.*")))
                .extracting(line -> line.split("\\s+")[0]).containsExactly("1", "3", "4");
        assertThat(kubectl("get", "deployment", "maily-api", "-o", "yaml")).contains("image: ghcr.io/maily/api:v2.0.4");
        assertThat(kubectl("rollout", "undo", "deployment/maily-api", "--to-revision=1")).contains("rolled back");
        assertThat(kubectl("rollout", "undo", "deployment/maily-api", "--to-revision=99"))
                .contains("unable to find specified revision 99", "exit 1");
    }

    @Test
    void looking() throws Exception {
        assertThat(kubectl("describe", "deployment", "ai-mesh"))
                .contains("4 desired | 4 updated | 4 total | 4 available | 0 unavailable",
                "NewReplicaSetAvailable", "OTEL_EXPORTER_OTLP_ENDPOINT");
        assertThat(kubectl("get", "pods", "-l", "maily.dev/component=email").lines()
                .filter(line -> line.contains("1/1     Running"))).hasSize(5);
        assertThat(kubectl("get", "all", "-n", "maily-staging")).contains("deployment.apps/maily-api", "service/redis", "exit 0");
        assertThat(kubectl("auth", "can-i", "patch", "deployments")).startsWith("yes");
        assertThat(kubectl("logs", "deployment/redis", "--tail=1")).contains("request served");
        assertThat(kubectl("get", "deployment", "none"))
                .contains("Error from server (NotFound): deployments.apps \"none\" not found");
        assertThat(kubectl("api-resources")).contains("httproutes");
    }

    @Test
    void pausingScalingApplyingAndDeleting() throws Exception {
        assertThat(kubectl("rollout", "pause", "deployment/analytics-service")).contains("paused");
        assertThat(kubectl("rollout", "undo", "deployment/analytics-service")).contains("cannot rollback a paused deployment");
        assertThat(kubectl("rollout", "resume", "deployment/analytics-service")).contains("resumed");
        assertThat(kubectl("scale", "deployment/email-service", "--replicas=2")).contains("scaled");
        assertThat(kubectl("rollout", "status", "deployment/email-service")).contains("successfully rolled out");
        Path file = Files.writeString(folder.resolve("web.json"), Web.deployment("web", 1).toString());
        assertThat(kubectl("apply", "-f", file.toString())).contains("deployment.apps/web created");
        assertThat(kubectl("apply", "-f", file.toString())).contains("deployment.apps/web unchanged");
        assertThat(kubectl("apply", "--server-side", "--force-conflicts", "-f", file.toString())).contains("serverside-applied");
        assertThat(kubectl("delete", "deployment", "web")).contains("deleted", "exit 0");
    }

    @Test
    void watching() throws Exception {
        Process watch = start("get", "deployment", "campaign-service", "-w");
        try (BufferedReader lines = watch.inputReader()) {
            assertThat(lines.readLine()).startsWith("NAME");
            assertThat(lines.readLine()).contains("3/3     3            3");
            kubectl("set", "image", "deployment/campaign-service", "campaign-service=ghcr.io/maily/campaign:v2.1.0");
            List<String> seen = new ArrayList<>();
            Instant end = Instant.now().plus(Duration.ofSeconds(20));
            while (Instant.now().isBefore(end) && seen.stream().noneMatch(line -> line.contains("4/3     3"))) {
                seen.add(lines.readLine());
            }
            assertThat(seen).anyMatch(line -> line.contains("3/3     0")).anyMatch(line -> line.contains("4/3     1"));
        } finally {
            watch.destroy();
        }
    }
}
