package com.maily.console.app;

import com.maily.console.core.model.Environment;
import com.maily.console.core.port.Inspector;
import com.maily.console.core.port.MetricSource;
import com.maily.console.core.port.SourceState;
import com.maily.console.core.port.Time;
import com.maily.console.platforms.aws.AwsConnection;
import com.maily.console.platforms.aws.CloudWatchInspector;
import com.maily.console.platforms.aws.CloudWatchSource;
import com.maily.console.platforms.http.ServerClock;
import com.maily.console.platforms.newrelic.NewRelicInspector;
import com.maily.console.platforms.newrelic.NewRelicSource;
import com.maily.console.platforms.prometheus.PrometheusInspector;
import com.maily.console.platforms.prometheus.PrometheusSource;
import com.maily.console.platforms.resilient.Connection;
import com.maily.console.platforms.resilient.DispensableInspector;
import com.maily.console.platforms.resilient.Heartbeat;
import com.maily.console.platforms.resilient.ResilientInspector;
import com.maily.console.platforms.resilient.ResilientMetricSource;
import com.maily.console.platforms.resilient.Sleeper;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/**
 * Everything asked of one system that only measures.
 *
 * @param clock what its clock shows, beside ours
 * @param end   closes the client
 */
record MetricPorts(Connection connection, MetricSource source, Inspector inspector, Heartbeat heartbeat, ServerClock clock,
                   Runnable end) implements AutoCloseable {

    private static final String PROMETHEUS = "Prometheus";
    private static final String NEW_RELIC = "New Relic";
    private static final String CLOUD_WATCH = "CloudWatch";

    /** Those the environment names, by connection. */
    static Map<String, Opened<MetricPorts>> open(Environment environment, Time time) {
        Map<String, Opened<MetricPorts>> opened = new LinkedHashMap<>();
        put(opened, environment, "prometheus", PROMETHEUS, settings -> prometheus(settings, time));
        put(opened, environment, "newrelic", NEW_RELIC, settings -> newRelic(settings, time));
        put(opened, environment, "cloudwatch", CLOUD_WATCH, settings -> cloudWatch(settings, time));
        return opened;
    }

    private static void put(Map<String, Opened<MetricPorts>> opened, Environment environment, String key, String name,
                            Function<Map<String, String>, MetricPorts> open) {
        Map<String, String> settings = environment.connection(key);
        if (!settings.isEmpty()) {
            opened.put(key, Opened.of(name, () -> open.apply(settings)));
        }
    }

    static MetricPorts prometheus(Map<String, String> settings, Time time) {
        PrometheusSource client = PrometheusSource.of(settings);
        Connection connection = connection(PROMETHEUS, Duration.ofSeconds(15), time, 3);
        return new MetricPorts(connection, new ResilientMetricSource(client, connection),
                new ResilientInspector(new PrometheusInspector(client), connection),
                Heartbeat.start(connection, client::buildInfo, time), client.clock(), client::close);
    }

    private static MetricPorts newRelic(Map<String, String> settings, Time time) {
        NewRelicSource client = NewRelicSource.of(settings);
        Connection connection = connection(NEW_RELIC, Duration.ofSeconds(30), time, 8);
        return new MetricPorts(connection, new ResilientMetricSource(client, connection),
                new DispensableInspector(new NewRelicInspector(client), connection),
                Heartbeat.start(connection, client::user, time), client.clock(), client::close);
    }

    private static MetricPorts cloudWatch(Map<String, String> settings, Time time) {
        AwsConnection aws = AwsConnection.open(settings);
        CloudWatchSource client = new CloudWatchSource(aws);
        Connection connection = connection(CLOUD_WATCH, Duration.ofSeconds(30), time, 9);
        return new MetricPorts(connection, new ResilientMetricSource(client, connection),
                new DispensableInspector(new CloudWatchInspector(aws), connection),
                Heartbeat.start(connection, aws::caller, time), client.clock(), aws::close);
    }

    private static Connection connection(String name, Duration interval, Time time, long seed) {
        return new Connection(name, Heartbeat.interval(interval, time), time, Sleeper.on(time), seed);
    }

    /** With a word on its clock where nothing worse is to be told. */
    SourceState state() {
        SourceState state = connection.state();
        return clock.sentence(state.name()).filter(_ -> state.trouble().isEmpty())
                .map(why -> new SourceState(state.name(), state.interval(), state.lastGood(), why)).orElse(state);
    }

    @Override
    public void close() {
        heartbeat.close();
        end.run();
    }
}
