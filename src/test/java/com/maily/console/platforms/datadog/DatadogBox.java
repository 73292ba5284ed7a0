package com.maily.console.platforms.datadog;

import com.maily.console.sandbox.SandboxClock;
import com.maily.console.sandbox.datadog.DatadogFace;
import com.maily.console.sandbox.metrics.store.SeriesStore;
import java.time.Duration;
import java.util.Map;

/** A Datadog without metrics on somebody's clock, and a client of it. */
record DatadogBox(DatadogFace face, DatadogClient client) implements AutoCloseable {

    static DatadogBox on(SandboxClock clock) {
        DatadogFace face = new DatadogFace(clock, new SeriesStore(Duration.ofHours(1)), () -> false, DatadogWire.KEY,
                DatadogWire.KEY);
        String key = DatadogWire.key(DatadogWire.KEY);
        return new DatadogBox(face, DatadogClient.of(Map.of("url", face.address().toString(), "api-key", key, "application-key",
                key), clock));
    }

    @Override
    public void close() {
        client.close();
        face.close();
    }
}
