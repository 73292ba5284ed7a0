package com.maily.console.sandbox.vercel;

import com.maily.console.core.port.DeployerContract;
import com.maily.console.core.port.PortHarness;

class SandboxVercelDeployerTest extends DeployerContract {
    @Override
    protected PortHarness open() {
        return new InMemoryVercel();
    }
}
