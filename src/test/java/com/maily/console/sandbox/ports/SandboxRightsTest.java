package com.maily.console.sandbox.ports;

import com.maily.console.core.model.Routing;
import com.maily.console.core.port.RightsContract;

class SandboxRightsTest extends RightsContract {
    @Override
    protected Harness open() {
        return new PortsWorld(Routing.GATEWAY_API);
    }
}
