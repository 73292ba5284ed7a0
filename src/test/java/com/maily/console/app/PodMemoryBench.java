package com.maily.console.app;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.maily.console.bench.Bench;
import com.maily.console.bench.Child;
import com.maily.console.bench.PodCrowd;
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

    /** What {@code packaging/bin/launch} gives besides. */
    private static final List<String> AS_LAUNCHED = List.of("-Xms96m", "-XX:MaxHeapFreeRatio=40");
    private static final double MIB = 1024.0 * 1024.0;
    @TempDir Path folder;

    @ParameterizedTest
    @ValueSource(ints = {100, 1_000, 10_000})
    @Timeout(400)
    void withPods(int wanted) throws Exception {
        assumeTrue(Files.exists(Path.of("/proc/self/status")), "this system does not tell what a process takes");
        try (Box box = Box.start("smooth", 77, 1, folder)) {
            everyNamespace(box.workspace());
            box.world().clock().locked(() -> PodCrowd.fill(box.world().cluster(), wanted));
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
}
