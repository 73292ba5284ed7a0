package com.maily.console.sandbox.ports;

import com.maily.console.core.model.Routing;
import com.maily.console.core.port.EnvironmentLockContract;

/** The contract in memory. */
class SandboxLockTest extends EnvironmentLockContract {
    @Override
    protected Harness open() throws Exception {
        return new PortsWorld(Routing.REPLICA_RATIO);
    }
}
