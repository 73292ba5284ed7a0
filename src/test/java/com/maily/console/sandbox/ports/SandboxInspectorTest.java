package com.maily.console.sandbox.ports;

import com.maily.console.core.model.Routing;
import com.maily.console.core.port.InspectorContract;

/** The contract in memory. */
class SandboxInspectorTest extends InspectorContract {
    @Override
    protected Harness open() throws Exception {
        return new PortsWorld(Routing.REPLICA_RATIO);
    }
}
