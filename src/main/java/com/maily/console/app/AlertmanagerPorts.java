package com.maily.console.app;

import com.maily.console.core.port.Alerts;
import com.maily.console.core.port.Inspector;
import com.maily.console.core.port.Mutes;
import com.maily.console.core.port.Time;
import com.maily.console.platforms.alertmanager.AlertmanagerClient;
import com.maily.console.platforms.alertmanager.AlertmanagerInspector;
import com.maily.console.platforms.alertmanager.FiringAlerts;
import com.maily.console.platforms.alertmanager.Scope;
import com.maily.console.platforms.alertmanager.SilencedWindows;
import com.maily.console.platforms.resilient.Connection;
import com.maily.console.platforms.resilient.Heartbeat;
import com.maily.console.platforms.resilient.ResilientAlerts;
import com.maily.console.platforms.resilient.ResilientMutes;
import com.maily.console.platforms.resilient.Sleeper;
import com.maily.console.platforms.resilient.ToleratedInspector;
import java.time.Duration;
import java.util.Map;

/** Everything asked of one Alertmanager, over one client. */
record AlertmanagerPorts(AlertmanagerClient client, Connection connection, Alerts alerts, Mutes mutes, Inspector inspector,
                         Heartbeat heartbeat) implements AutoCloseable {

    static final String NAME = "Alertmanager";

    static AlertmanagerPorts open(Map<String, String> settings, String environment, Time time) {
        Scope scope = Scope.of(settings, environment);
        AlertmanagerClient client = AlertmanagerClient.of(settings);
        Connection connection = new Connection(NAME, Heartbeat.interval(Duration.ofSeconds(15), time), time, Sleeper.on(time), 7);
        return new AlertmanagerPorts(client, connection, new ResilientAlerts(new FiringAlerts(client, scope), connection),
                new ResilientMutes(new SilencedWindows(client, scope, environment, time), connection),
                new ToleratedInspector(new AlertmanagerInspector(client), connection),
                Heartbeat.start(connection, client::version, time));
    }

    @Override
    public void close() {
        heartbeat.close();
        client.close();
    }
}
