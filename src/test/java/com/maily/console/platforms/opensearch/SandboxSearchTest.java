package com.maily.console.platforms.opensearch;

import com.maily.console.core.port.LogSearch;
import com.maily.console.core.port.LogSearchContract;
import com.maily.console.sandbox.logs.BoxedLogs;
import com.maily.console.sandbox.logs.LogWorld;
import com.maily.console.sandbox.logs.LogsFace;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;

/** The contract over the wire against the sandbox's search. */
class SandboxSearchTest extends LogSearchContract {

    @TempDir
    private Path folder;
    private final List<AutoCloseable> opened = new ArrayList<>();

    @Override
    protected Harness open() {
        return new BoxedLogs(this::overTheWire);
    }

    private LogSearch overTheWire(LogWorld world) {
        try {
            Path key = Files.writeString(folder.resolve("key"), "sandbox");
            LogsFace face = new LogsFace(world, "sandbox");
            OpenSearchLogs logs = OpenSearchLogs.of(Map.of("url", face.address().toString(), "index", "logs-maily-production-*",
                    "api-key", "file:" + key));
            opened.addAll(List.of(logs, face));
            return logs;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @AfterEach
    void closeAll() throws Exception {
        for (AutoCloseable one : opened) {
            one.close();
        }
    }
}
