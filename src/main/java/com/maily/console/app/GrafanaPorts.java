package com.maily.console.app;

import com.maily.console.core.port.Announcer;
import com.maily.console.core.port.Inspector;
import com.maily.console.core.port.Links;
import com.maily.console.core.port.Time;
import com.maily.console.platforms.grafana.AnnotationAnnouncer;
import com.maily.console.platforms.grafana.GrafanaClient;
import com.maily.console.platforms.grafana.GrafanaInspector;
import com.maily.console.platforms.grafana.GrafanaLinks;
import com.maily.console.platforms.resilient.Connection;
import com.maily.console.platforms.resilient.Heartbeat;
import com.maily.console.platforms.resilient.ResilientAnnouncer;
import com.maily.console.platforms.resilient.Sleeper;
import com.maily.console.platforms.resilient.ToleratedInspector;
import java.time.Duration;
import java.util.Map;

/** Everything asked of one Grafana, over one client. */
record GrafanaPorts(GrafanaClient client, Connection connection, Announcer announcer, Links links, Inspector inspector,
                    Heartbeat heartbeat) implements AutoCloseable {

    static final String NAME = "Grafana";

    static GrafanaPorts open(Map<String, String> settings, Time time) {
        GrafanaClient client = GrafanaClient.of(settings);
        Connection connection = new Connection(NAME, Heartbeat.interval(Duration.ofSeconds(30), time), time, Sleeper.on(time), 8);
        return new GrafanaPorts(client, connection, new ResilientAnnouncer(new AnnotationAnnouncer(client), connection),
                new GrafanaLinks(settings), new ToleratedInspector(new GrafanaInspector(client), connection),
                Heartbeat.start(connection, client::tryToken, time));
    }

    @Override
    public void close() {
        heartbeat.close();
        client.close();
    }
}
