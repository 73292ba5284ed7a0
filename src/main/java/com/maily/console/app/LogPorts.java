package com.maily.console.app;

import com.maily.console.core.port.LogSearch;
import com.maily.console.core.port.Time;
import com.maily.console.platforms.opensearch.OpenSearchLogs;
import com.maily.console.platforms.resilient.Connection;
import com.maily.console.platforms.resilient.Heartbeat;
import com.maily.console.platforms.resilient.ResilientLogSearch;
import com.maily.console.platforms.resilient.Sleeper;
import java.time.Duration;
import java.util.Map;

/** The search of one Elasticsearch or OpenSearch, over one client. */
record LogPorts(OpenSearchLogs client, Connection connection, LogSearch logs, Heartbeat heartbeat) implements AutoCloseable {

    static LogPorts open(Map<String, String> settings, Time time) {
        OpenSearchLogs client = OpenSearchLogs.of(settings);
        Connection connection = new Connection("Logs", Heartbeat.interval(Duration.ofSeconds(30), time), time, Sleeper.on(time),
                7);
        return new LogPorts(client, connection, new ResilientLogSearch(client, connection),
                Heartbeat.start(connection, client::touch, time));
    }

    @Override
    public void close() {
        heartbeat.close();
        client.close();
    }
}
