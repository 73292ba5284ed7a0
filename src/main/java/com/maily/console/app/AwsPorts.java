package com.maily.console.app;

import com.maily.console.core.port.Inspector;
import com.maily.console.core.port.Time;
import com.maily.console.core.port.TrafficRouter;
import com.maily.console.platforms.aws.AwsConnection;
import com.maily.console.platforms.aws.AwsInspector;
import com.maily.console.platforms.aws.ElbRouter;
import com.maily.console.platforms.resilient.Connection;
import com.maily.console.platforms.resilient.Heartbeat;
import com.maily.console.platforms.resilient.ResilientInspector;
import com.maily.console.platforms.resilient.ResilientRouter;
import com.maily.console.platforms.resilient.Sleeper;
import java.time.Duration;
import java.util.Map;

/** Everything asked of one region of AWS, over one set of credentials. */
record AwsPorts(AwsConnection client, Connection connection, TrafficRouter router, Inspector inspector, Heartbeat heartbeat)
        implements AutoCloseable {

    static AwsPorts open(Map<String, String> settings, Time time) {
        AwsConnection client = AwsConnection.open(settings);
        Connection connection = new Connection("AWS", Heartbeat.interval(Duration.ofSeconds(30), time), time, Sleeper.on(time),
                3);
        TrafficRouter router = new ResilientRouter(new ElbRouter(client, time), connection);
        return new AwsPorts(client, connection, router, new ResilientInspector(new AwsInspector(client, router), connection),
                Heartbeat.start(connection, client::caller, time));
    }

    @Override
    public void close() {
        heartbeat.close();
        client.close();
    }
}
