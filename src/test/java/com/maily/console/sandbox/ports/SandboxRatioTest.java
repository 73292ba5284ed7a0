package com.maily.console.sandbox.ports;

import com.maily.console.core.model.Routing;
import com.maily.console.core.port.TrafficRouterContract;
import com.maily.console.core.port.RouterHarness;

/** The contract in memory, by numbers of pods. */
class SandboxRatioTest extends TrafficRouterContract {
    @Override
    protected RouterHarness open() throws Exception {
        return new PortsWorld(Routing.REPLICA_RATIO);
    }
}
