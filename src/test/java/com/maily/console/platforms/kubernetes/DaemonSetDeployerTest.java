package com.maily.console.platforms.kubernetes;

import com.maily.console.core.port.DeployerContract;
import com.maily.console.core.port.PortHarness;

/** The contract over the wire, with a DaemonSet as target. */
class DaemonSetDeployerTest extends DeployerContract {
    @Override
    protected PortHarness open() throws Exception {
        return KindWorld.open("daemonset", "daemonset/agent");
    }
}
