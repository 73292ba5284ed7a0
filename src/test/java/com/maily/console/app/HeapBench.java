package com.maily.console.app;

import com.maily.console.bench.Bench;
import com.maily.console.bench.Child;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What the open console holds on to after a whole run. The sandbox is in this process, the console in another, as it is with real platforms. */
@Tag("bench")
class HeapBench {

    private static final double RATE = 60;

    @TempDir Path folder;

    @Test
    @Timeout(240)
    void afterARegressionRolledBack() throws Exception {
        try (Box box = Box.start("canary-regression", 77, RATE, folder);
             Child console = Child.start(folder, List.of("-Xmx512m"), ConsoleAfterRun.class.getName(), box.workspace().toString(),
                     box.journal().toString())) {
            String line = console.awaitLine(ConsoleAfterRun.USED);
            Bench.record("heap_after_gc_mib", Long.parseLong(line.substring(ConsoleAfterRun.USED.length())) / 1024.0 / 1024.0);
        }
    }
}
