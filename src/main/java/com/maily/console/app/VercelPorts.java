package com.maily.console.app;

import com.maily.console.core.port.Deployer;
import com.maily.console.core.port.Inspector;
import com.maily.console.core.port.Time;
import com.maily.console.core.port.TrafficRouter;
import com.maily.console.platforms.resilient.Connection;
import com.maily.console.platforms.resilient.Heartbeat;
import com.maily.console.platforms.resilient.ResilientDeployer;
import com.maily.console.platforms.resilient.ResilientInspector;
import com.maily.console.platforms.resilient.ResilientRouter;
import com.maily.console.platforms.resilient.Sleeper;
import com.maily.console.platforms.vercel.RollingReleaseRouter;
import com.maily.console.platforms.vercel.VercelClient;
import com.maily.console.platforms.vercel.VercelDeployer;
import com.maily.console.platforms.vercel.VercelInspector;
import java.time.Duration;
import java.util.Map;

/** Everything asked of one Vercel team, over one client. */
record VercelPorts(VercelClient client, Connection connection, Deployer deployer, TrafficRouter router, Inspector inspector,
                   Heartbeat heartbeat) implements AutoCloseable {

    static VercelPorts open(Map<String, String> settings, Time time) {
        VercelClient client = VercelClient.of(settings);
        Connection connection = new Connection("Vercel", Heartbeat.interval(Duration.ofSeconds(30), time), time, Sleeper.on(time), 2);
        Deployer deployer = new ResilientDeployer(new VercelDeployer(client, time), connection);
        return new VercelPorts(client, connection, deployer, new ResilientRouter(new RollingReleaseRouter(client, time), connection),
                new ResilientInspector(new VercelInspector(client, deployer), connection), Heartbeat.start(connection, client::user, time));
    }

    @Override
    public void close() {
        heartbeat.close();
        client.close();
    }
}
