package com.maily.console.platforms.kubernetes;

import com.maily.console.core.model.Routing;
import com.maily.console.core.port.JobRunnerContract;

/** The contract over the wire. */
class KubernetesJobsTest extends JobRunnerContract {
    @Override
    protected Harness open() throws Exception {
        return KubernetesWorld.open(Routing.REPLICA_RATIO);
    }
}
