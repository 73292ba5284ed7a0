package com.maily.console.app;

import com.maily.console.core.port.Alerts;
import com.maily.console.core.port.Announcer;
import com.maily.console.core.port.Inspector;
import com.maily.console.core.port.MetricSource;
import com.maily.console.core.port.MonitorSetUp;
import com.maily.console.core.port.Mutes;
import com.maily.console.core.port.ServiceLevels;
import com.maily.console.core.port.Time;
import com.maily.console.platforms.datadog.DatadogAnnouncer;
import com.maily.console.platforms.datadog.DatadogClient;
import com.maily.console.platforms.datadog.DatadogDowntimes;
import com.maily.console.platforms.datadog.DatadogInspector;
import com.maily.console.platforms.datadog.DatadogMonitors;
import com.maily.console.platforms.datadog.DatadogServiceLevels;
import com.maily.console.platforms.datadog.DatadogSetUp;
import com.maily.console.platforms.datadog.DatadogSource;
import com.maily.console.platforms.resilient.Connection;
import com.maily.console.platforms.resilient.DispensableInspector;
import com.maily.console.platforms.resilient.Heartbeat;
import com.maily.console.platforms.resilient.ResilientAlerts;
import com.maily.console.platforms.resilient.ResilientAnnouncer;
import com.maily.console.platforms.resilient.ResilientMetricSource;
import com.maily.console.platforms.resilient.ResilientMonitorSetUp;
import com.maily.console.platforms.resilient.ResilientMutes;
import com.maily.console.platforms.resilient.ResilientServiceLevels;
import com.maily.console.platforms.resilient.Sleeper;
import java.time.Duration;
import java.util.Map;

/** Everything asked of one Datadog organization, over one client. */
record DatadogPorts(DatadogClient client, String environment, String scope, Connection connection, Heartbeat heartbeat)
        implements AutoCloseable {

    static final String NAME = "Datadog";

    static DatadogPorts open(Map<String, String> settings, String environment, Time time) {
        DatadogClient client = DatadogClient.of(settings, time);
        Connection connection = new Connection(NAME, Heartbeat.interval(Duration.ofSeconds(30), time), time,
                Sleeper.on(time), 5);
        return new DatadogPorts(client, environment, settings.getOrDefault("scope", "env:" + environment), connection,
                Heartbeat.start(connection, client::validate, time));
    }

    MetricSource source() {
        return new ResilientMetricSource(new DatadogSource(client), connection);
    }

    Inspector inspector() {
        return new DispensableInspector(new DatadogInspector(client), connection);
    }

    Alerts alerts() {
        return new ResilientAlerts(new DatadogMonitors(client, environment), connection);
    }

    Mutes mutes() {
        return new ResilientMutes(new DatadogDowntimes(client, scope), connection);
    }

    Announcer announcer() {
        return new ResilientAnnouncer(new DatadogAnnouncer(client), connection);
    }

    MonitorSetUp setUp() {
        return new ResilientMonitorSetUp(new DatadogSetUp(client, environment), connection);
    }

    ServiceLevels serviceLevels() {
        return new ResilientServiceLevels(new DatadogServiceLevels(client, environment), connection);
    }

    @Override
    public void close() {
        heartbeat.close();
        client.close();
    }
}
