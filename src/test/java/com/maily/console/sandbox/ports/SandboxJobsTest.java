package com.maily.console.sandbox.ports;

import com.maily.console.core.model.Routing;
import com.maily.console.core.port.JobRunnerContract;

/** The contract in memory. */
class SandboxJobsTest extends JobRunnerContract {
    @Override
    protected Harness open() throws Exception {
        return new PortsWorld(Routing.REPLICA_RATIO);
    }
}
