package com.maily.console.platforms.kubernetes;

import com.maily.console.core.model.Routing;
import com.maily.console.core.port.PodsContract;

/** The contract over the wire. */
class KubernetesPodsTest extends PodsContract {
    @Override
    protected Harness open() throws Exception {
        return KubernetesWorld.open(Routing.REPLICA_RATIO);
    }
}
