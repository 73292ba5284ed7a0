package com.maily.console.app;

import com.maily.console.core.model.HealthCheck;
import com.maily.console.core.port.Time;
import com.maily.console.platforms.health.HealthPolls;
import com.maily.console.platforms.health.HealthProbe;
import com.maily.console.platforms.resilient.Connection;
import com.maily.console.platforms.resilient.Sleeper;
import java.util.List;

/** The health endpoints of one environment, asked from the moment it is opened. */
record HealthPorts(HealthPolls polls, Connection connection) implements AutoCloseable {

    static HealthPorts open(List<HealthCheck> checks, Time time) {
        Connection connection = new Connection("Health", HealthPolls.interval(checks, time), time, Sleeper.on(time), 8);
        return new HealthPorts(HealthPolls.start(checks, HealthProbe.usual(), connection, time), connection);
    }

    @Override
    public void close() {
        polls.close();
    }
}
