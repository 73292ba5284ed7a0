package com.maily.console.platforms.health;

import com.maily.console.core.model.HealthCheck;
import com.maily.console.core.port.HealthChecksContract;
import com.maily.console.core.port.HealthReading;
import com.maily.console.core.port.Time;
import com.maily.console.platforms.resilient.Connection;
import com.maily.console.platforms.resilient.Sleeper;
import com.maily.console.sandbox.health.BoxedHealth;
import java.util.List;

/** The contract over the wire against the sandbox's endpoints. */
class SandboxEndpointsTest extends HealthChecksContract {

    @Override
    protected Harness open() {
        return new BoxedHealth((_, checks) -> read(checks));
    }

    private static HealthReading read(List<HealthCheck> checks) {
        Connection connection = new Connection("Health", checks.getFirst().interval(), Time.WALL, Sleeper.on(Time.WALL), 1);
        try (HealthPolls polls = HealthPolls.start(checks, HealthProbe.usual(), connection, Time.WALL)) {
            return polls.awaited().getFirst();
        }
    }
}
