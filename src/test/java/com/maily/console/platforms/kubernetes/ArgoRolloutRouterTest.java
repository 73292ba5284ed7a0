package com.maily.console.platforms.kubernetes;

import com.maily.console.core.model.Routing;
import com.maily.console.core.port.RouterHarness;
import com.maily.console.core.port.TrafficRouterContract;

/** The contract over the wire, by the steps of a Rollout. */
class ArgoRolloutRouterTest extends TrafficRouterContract {
    @Override
    protected RouterHarness open() throws Exception {
        var real = KubernetesWorld.real(Routing.ARGO_ROLLOUTS);
        return real.isPresent() ? real.get()
                : RolloutWorld.byTraffic("{setCanaryScale: {weight: 50}}, {pause: {}}, {setWeight: 25}, {pause: {}}, {setWeight: 100}, "
                + "{pause: {}}");
    }
}
