package com.maily.console.platforms.kubernetes;

import com.maily.console.core.model.Routing;
import com.maily.console.core.port.DeployerContract;
import com.maily.console.core.port.PortHarness;

/** The contract over the wire. */
class KubernetesDeployerTest extends DeployerContract {
    @Override
    protected PortHarness open() throws Exception {
        return KubernetesWorld.open(Routing.REPLICA_RATIO);
    }
}
