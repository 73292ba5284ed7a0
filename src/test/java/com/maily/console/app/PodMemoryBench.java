package com.maily.console.app;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.maily.console.bench.Bench;
import com.maily.console.bench.Child;
import com.maily.console.sandbox.cluster.Cluster;
import com.maily.console.sandbox.cluster.Kinds;
import com.maily.console.sandbox.cluster.PatchKind;
import com.maily.console.sandbox.cluster.Write;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What the open console takes while it shows so many pods in fifty namespaces. The sandbox is in this process, the console in
 * another.
 */
@Tag("bench")
class PodMemoryBench {

    private static final int NAMESPACES = 50;
    /** What {@code packaging/bin/launch} gives besides. */
    private static final List<String> AS_LAUNCHED = List.of("-Xms96m", "-XX:MaxHeapFreeRatio=40");
    private static final double MIB = 1024.0 * 1024.0;
    /** As if it had been placed already, so that the sandbox has nothing more to do with it. */
    private static final String POD = """
            {"metadata": {"name": "%2$s", "annotations": {"prometheus.io/scrape": "true"},
            "labels": {"maily.dev/component": "%1$s",
              "app.kubernetes.io/name": "%1$s", "pod-template-hash": "7c9d5f6b8"}},
             "spec": {"nodeName": "node-eu-west-1a-1", "containers": [{"name": "%1$s", "image": "ghcr.io/maily/%1$s:v2.0.4",
              "ports": [{"containerPort": 8080}], "env": [{"name": "REDIS_URL", "value": "redis://redis:6379"}],
              "resources": {"requests": {"cpu": "100m", "memory": "128Mi"}, "limits": {"cpu": "500m", "memory": "512Mi"}}}]}}
            """;
    private static final String RUNNING = """
            {"status": {"phase": "Running", "startTime": "2025-11-20T03:00:00Z", "conditions": [{"type": "Ready",
            "status": "True"}],
             "containerStatuses": [{"name": "%s", "ready": true, "restartCount": 0, "state": {"running":
              {"startedAt": "2025-11-20T03:00:00Z"}}}]}}
            """;
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir Path folder;

    @ParameterizedTest
    @ValueSource(ints = {100, 1_000, 10_000})
    @Timeout(400)
    void withPods(int wanted) throws Exception {
        assumeTrue(Files.exists(Path.of("/proc/self/status")), "this system does not tell what a process takes");
        try (Box box = Box.start("smooth", 77, 1, folder)) {
            everyNamespace(box.workspace());
            box.world().clock().locked(() -> fill(box.world().cluster(), wanted));
            try (Child console = Child.start(folder, AS_LAUNCHED, ConsoleWithPods.class.getName(), box.workspace().toString(),
                    box.journal().toString(), String.valueOf(wanted))) {
                String line = console.awaitLine(ConsoleWithPods.TAKES);
                String[] figures = line.substring(ConsoleWithPods.TAKES.length()).split(" ");
                Bench.record("rss_mib_pods_" + wanted, Long.parseLong(figures[0]) / MIB);
                Bench.record("heap_mib_pods_" + wanted, Long.parseLong(figures[1]) / MIB);
            }
        }
    }

    private static void everyNamespace(Path workspace) throws IOException {
        Files.writeString(workspace, Files.readString(workspace).replace("namespace: maily\n",
                "namespace: maily\n        namespaces: '*'\n"));
    }

    private static void fill(Cluster cluster, int wanted) {
        for (int i = 0; i < NAMESPACES; i++) {
            cluster.create(Kinds.NAMESPACES, "", json("{\"metadata\":{\"name\":\"team-%d\"}}".formatted(i)), Write.by("bench"));
        }
        for (int i = 0; i < wanted; i++) {
            String component = List.of("api", "email", "campaign", "analytics").get(i % 4);
            String name = "maily-%s-7c9d5f6b8-%05d".formatted(component, i);
            cluster.create(Kinds.PODS, "team-" + i % NAMESPACES, json(POD.formatted(component, name)), Write.by("bench"));
            cluster.patch(Kinds.PODS, "team-" + i % NAMESPACES, name, "status", PatchKind.MERGE,
                    json(RUNNING.formatted(component)), "bench");
        }
    }

    private static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (IOException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
