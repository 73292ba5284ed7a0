package com.maily.console.platforms.kubernetes;

import com.maily.console.core.port.DeployerContract;
import com.maily.console.core.port.PortHarness;

/** The contract over the wire, with a Rollout whose template stands in a Deployment as target. */
class RolloutOfDeploymentTest extends DeployerContract {
    @Override
    protected PortHarness open() throws Exception {
        return KindWorld.open("rollout-of-deployment", "rollout/web");
    }
}
