package com.maily.console.platforms.kubernetes;

import com.maily.console.core.port.DeployerContract;
import com.maily.console.core.port.PortHarness;

/** The contract over the wire, with a StatefulSet as target. */
class StatefulSetDeployerTest extends DeployerContract {
    @Override
    protected PortHarness open() throws Exception {
        return KindWorld.open("statefulset", "statefulset/store");
    }
}
