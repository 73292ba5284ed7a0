package com.maily.console.sandbox.health;

import com.maily.console.core.port.HealthChecksContract;

/** The contract in memory. */
class SandboxHealthTest extends HealthChecksContract {
    @Override
    protected Harness open() {
        return new BoxedHealth((boxed, checks) -> new SandboxHealth(boxed.box().health(), "production", checks).readings()
                .getFirst());
    }
}
