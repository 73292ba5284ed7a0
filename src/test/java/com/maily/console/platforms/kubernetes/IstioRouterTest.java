package com.maily.console.platforms.kubernetes;

import com.maily.console.core.model.Routing;
import com.maily.console.core.port.RouterHarness;
import com.maily.console.core.port.TrafficRouterContract;

/** The contract over the wire, by the hosts of a VirtualService. */
class IstioRouterTest extends TrafficRouterContract {
    @Override
    protected RouterHarness open() throws Exception {
        var real = KubernetesWorld.real(Routing.ISTIO);
        return real.isPresent() ? real.get() : RoutedWorld.open(Route.ISTIO);
    }
}
