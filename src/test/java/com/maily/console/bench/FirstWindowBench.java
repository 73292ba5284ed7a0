package com.maily.console.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** How long a person waits for the window after the start command: on Maily in a box, from class files, drawn into memory. */
@Tag("bench")
class FirstWindowBench {

    private static final int RUNS = 5;
    private static final String LOGGING = """
            handlers=java.util.logging.ConsoleHandler
            java.util.logging.ConsoleHandler.level=ALL
            com.maily.console.desktop.app.FirstFrame.level=FINE
            """;

    @TempDir Path folder;

    @Test
    @Timeout(400)
    void firstWindow() throws Exception {
        Path logging = Files.writeString(folder.resolve("logging.properties"), LOGGING);
        start(logging);
        List<Double> times = new ArrayList<>();
        for (int i = 0; i < RUNS; i++) {
            times.add(start(logging));
        }
        Bench.record("first_window_ms", Spread.of(times).at(0.5));
    }

    /** @return milliseconds from the start of the process until its first frame was drawn */
    private double start(Path logging) throws Exception {
        long start = System.nanoTime();
        try (Child console = Child.start(folder, List.of("-Djava.util.logging.config.file=" + logging),
                "com.maily.console.app.Main")) {
            console.awaitLine("The first frame");
            return (System.nanoTime() - start) / 1e6;
        }
    }
}
