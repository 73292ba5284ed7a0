package com.maily.console.app;

import com.maily.console.core.port.Inspector;
import com.maily.console.core.port.MetricSource;
import com.maily.console.core.port.SourceState;
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

    private static final String NAME = "Prometheus";

    static PrometheusPorts open(Map<String, String> settings, Time time) {
        PrometheusSource client = PrometheusSource.of(settings);
        Connection connection = new Connection(NAME, Heartbeat.interval(Duration.ofSeconds(15), time), time, Sleeper.on(time),
                3);
        return new PrometheusPorts(client, connection, new ResilientMetricSource(client, connection),
                new ResilientInspector(new PrometheusInspector(client), connection),
                Heartbeat.start(connection, client::buildInfo, time));
    }

    /** With a word on its clock where nothing worse is to be told. */
    SourceState state() {
        SourceState state = connection.state();
        return client.clock().sentence(NAME).filter(_ -> state.trouble().isEmpty())
                .map(why -> new SourceState(state.name(), state.interval(), state.lastGood(), why)).orElse(state);
    }

    @Override
    public void close() {
        heartbeat.close();
        client.close();
    }
}
