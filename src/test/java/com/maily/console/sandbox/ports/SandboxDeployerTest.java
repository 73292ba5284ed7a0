package com.maily.console.sandbox.ports;

import com.maily.console.core.model.Routing;
import com.maily.console.core.port.DeployerContract;
import com.maily.console.core.port.PortHarness;

/** The contract in memory. */
class SandboxDeployerTest extends DeployerContract {
    @Override
    protected PortHarness open() throws Exception {
        return new PortsWorld(Routing.GATEWAY_API);
    }
}
