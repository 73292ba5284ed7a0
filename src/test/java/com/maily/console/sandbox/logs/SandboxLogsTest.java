package com.maily.console.sandbox.logs;

import com.maily.console.core.port.LogSearchContract;

/** The contract in memory. */
class SandboxLogsTest extends LogSearchContract {
    @Override
    protected Harness open() {
        return new BoxedLogs(world -> new SandboxLogs(world, "production"));
    }
}
