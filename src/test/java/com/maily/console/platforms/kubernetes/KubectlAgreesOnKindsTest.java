package com.maily.console.platforms.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.maily.console.core.port.Deployer;
import com.maily.console.core.port.Revision;
import com.maily.console.core.port.Track;
import com.maily.console.core.port.Workload;
import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An unmodified kubectl and the deployer say the same of StatefulSets and DaemonSets, and each can undo what the other did. */
@Tag("kubectl")
class KubectlAgreesOnKindsTest {

    @TempDir
    private Path folder;
    private KindWorld world;
    private String target;

    @AfterEach
    void close() {
        if (world != null) {
            world.close();
        }
    }

    private void open(String file, String wanted) throws Exception {
        assumeTrue(Arrays.stream(System.getenv("PATH").split(File.pathSeparator)).anyMatch(entry ->
                Files.isExecutable(Path.of(entry, "kubectl"))), "kubectl is not on the PATH, so it could not be asked");
        assumeTrue(System.getProperty("kubeconfig", "").isBlank(),
                "it is held against the sandbox, whose clock stands still meanwhile");
        target = wanted;
        world = KindWorld.open(file, wanted);
    }

    private String kubectl(String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of("kubectl", "--kubeconfig",
                ((SandboxWorld) world.world()).kubeconfig().toString(),
                "--cache-dir", folder.resolve("cache").toString(), "-n", SandboxWorld.NAMESPACE));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        return text.strip();
    }

    private Deployer deployer() {
        return world.deployer();
    }

    private Workload observed() {
        return deployer().observe(world.component(), Track.STABLE);
    }

    private static String said(Workload workload) {
        return switch (workload.rollout()) {
            case Workload.Rollout.Done done -> done.message();
            case Workload.Rollout.Waiting waiting -> waiting.message();
            case Workload.Rollout.Broken broken -> broken.message();
        };
    }

    /** Lets the rollout go on in small steps and holds every word of both against each other. @return all that was said */
    private Set<String> agreedUntilDone() throws Exception {
        Set<String> all = new LinkedHashSet<>();
        for (int i = 0; i < 40 && (i < 2 || !observed().done()); i++) {
            String ours = said(observed());
            assertThat(kubectl("rollout", "status", target, "--watch=false")).isEqualTo(ours);
            all.add(ours);
            world.pass(Duration.ofMillis(i == 0 ? 20 : 1_500));
        }
        assertThat(observed().done()).isTrue();
        assertThat(kubectl("rollout", "status", target, "--watch=false")).isEqualTo(said(observed()));
        return all;
    }

    private void historyAgrees() throws Exception {
        List<Revision> history = deployer().history(world.component());
        assertThat(kubectl("rollout", "history", target).lines().filter(line -> line.matches("\\d.*"))
                .map(line -> line.split("\\s+")[0])
                .map(Long::valueOf).toList()).isEqualTo(history.stream().map(Revision::number).sorted().toList());
        Revision current = history.stream().filter(Revision::current).findFirst().orElseThrow();
        assertThat(kubectl("rollout", "history", target, "--revision=" + current.number())).contains(image());
    }

    private String image() throws Exception {
        return kubectl("get", target, "-o", "jsonpath={.spec.template.spec.containers[0].image}");
    }

    @ParameterizedTest
    @CsvSource({"statefulset, statefulset/store, Waiting for 1 pods to be ready...",
            "daemonset, daemonset/agent, 'Waiting for daemon set \"agent\" rollout to finish: 2 out of 6 new pods have been updated...'"})
    void onStatusHistoryAndUndo(String file, String wanted, String during) throws Exception {
        open(file, wanted);
        historyAgrees();
        deployer().deploy(world.component(), Track.STABLE, world.next());
        assertThat(agreedUntilDone()).contains(during);
        historyAgrees();

        assertThat(kubectl("rollout", "undo", target)).contains("rolled back");
        agreedUntilDone();
        assertThat(observed().artifact()).contains(world.running());
        historyAgrees();

        Revision newest = deployer().history(world.component()).stream().filter(each -> each.artifact().equals(world.next()))
                .findFirst()
                .orElseThrow();
        deployer().undo(world.component(), newest);
        agreedUntilDone();
        assertThat(image()).endsWith(":v2.1.0");
        assertThat(observed().identity()).isEqualTo(newest.identity());
        historyAgrees();
    }
}
