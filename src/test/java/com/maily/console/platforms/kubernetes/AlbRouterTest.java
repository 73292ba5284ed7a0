package com.maily.console.platforms.kubernetes;

import com.maily.console.core.port.RouterHarness;
import com.maily.console.core.port.TrafficRouterContract;

/** The contract over the wire, by the action of an Ingress. */
class AlbRouterTest extends TrafficRouterContract {
    @Override
    protected RouterHarness open() throws Exception {
        return RoutedWorld.open(Route.ALB);
    }
}
