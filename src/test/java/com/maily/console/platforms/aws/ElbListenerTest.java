package com.maily.console.platforms.aws;

import com.maily.console.core.port.RouterHarness;
import com.maily.console.core.port.TrafficRouterContract;
import com.maily.console.sandbox.aws.ElbWorld;

/** The contract over the wire, by a listener's default rule. */
class ElbListenerTest extends TrafficRouterContract {
    @Override
    protected RouterHarness open() {
        return new AwsOverTheWire(ElbWorld.LISTENER);
    }
}
