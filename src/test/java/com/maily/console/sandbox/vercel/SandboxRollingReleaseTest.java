package com.maily.console.sandbox.vercel;

import com.maily.console.core.port.RouterHarness;
import com.maily.console.core.port.TrafficRouterContract;

class SandboxRollingReleaseTest extends TrafficRouterContract {
    @Override
    protected RouterHarness open() {
        return new InMemoryVercel();
    }
}
