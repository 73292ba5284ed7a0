package com.maily.console.sandbox.ports;

import com.maily.console.core.model.Routing;
import com.maily.console.core.port.PodsContract;

/** The contract in memory. */
class SandboxPodsTest extends PodsContract {
    @Override
    protected Harness open() throws Exception {
        return new PortsWorld(Routing.REPLICA_RATIO);
    }
}
