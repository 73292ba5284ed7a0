package com.maily.console.app;

import com.maily.console.core.port.Inspector;
import com.maily.console.core.port.MetricSource;
import com.maily.console.core.port.Time;
import com.maily.console.platforms.prometheus.PrometheusInspector;
import com.maily.console.platforms.prometheus.PrometheusSource;
import com.maily.console.platforms.resilient.Connection;
import com.maily.console.platforms.resilient.ResilientInspector;
import com.maily.console.platforms.resilient.ResilientMetricSource;
import com.maily.console.platforms.resilient.Sleeper;
import java.time.Duration;
import java.util.Map;

/** Everything asked of one Prometheus, over one client. */
record PrometheusPorts(PrometheusSource client, Connection connection, MetricSource source, Inspector inspector) implements AutoCloseable {

    static PrometheusPorts open(Map<String, String> settings, Time time) {
        PrometheusSource client = PrometheusSource.of(settings);
        Connection connection = new Connection("Prometheus", Duration.ofSeconds(15), time, Sleeper.on(time), 3);
        return new PrometheusPorts(client, connection, new ResilientMetricSource(client, connection),
                new ResilientInspector(new PrometheusInspector(client), connection));
    }

    @Override
    public void close() {
        client.close();
    }
}
