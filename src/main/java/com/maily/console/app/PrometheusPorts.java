package com.maily.console.app;

import com.maily.console.core.port.Inspector;
import com.maily.console.core.port.MetricSource;
import com.maily.console.core.port.Time;
import com.maily.console.platforms.prometheus.PrometheusInspector;
import com.maily.console.platforms.prometheus.PrometheusSource;
import com.maily.console.platforms.resilient.Connection;
import com.maily.console.platforms.resilient.Heartbeat;
import com.maily.console.platforms.resilient.ResilientInspector;
import com.maily.console.platforms.resilient.ResilientMetricSource;
import com.maily.console.platforms.resilient.Sleeper;
import java.time.Duration;
import java.util.Map;

/** Everything asked of one Prometheus, over one client. */
record PrometheusPorts(PrometheusSource client, Connection connection, MetricSource source, Inspector inspector,
                       Heartbeat heartbeat) implements AutoCloseable {

    static PrometheusPorts open(Map<String, String> settings, Time time) {
        PrometheusSource client = PrometheusSource.of(settings);
        Connection connection = new Connection("Prometheus", Heartbeat.interval(Duration.ofSeconds(15), time), time, Sleeper.on(time), 3);
        return new PrometheusPorts(client, connection, new ResilientMetricSource(client, connection),
                new ResilientInspector(new PrometheusInspector(client), connection), Heartbeat.start(connection, client::buildInfo, time));
    }

    @Override
    public void close() {
        heartbeat.close();
        client.close();
    }
}
