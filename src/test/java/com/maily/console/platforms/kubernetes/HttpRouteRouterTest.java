package com.maily.console.platforms.kubernetes;

import com.maily.console.core.model.Routing;
import com.maily.console.core.port.TrafficRouterContract;
import com.maily.console.core.port.RouterHarness;

/** The contract over the wire, by route weights. */
class HttpRouteRouterTest extends TrafficRouterContract {
    @Override
    protected RouterHarness open() throws Exception {
        return KubernetesWorld.open(Routing.GATEWAY_API);
    }
}
