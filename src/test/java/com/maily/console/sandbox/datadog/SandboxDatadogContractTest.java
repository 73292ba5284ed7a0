package com.maily.console.sandbox.datadog;

import com.maily.console.core.port.MetricSource;
import com.maily.console.core.port.MetricSourceContract;
import com.maily.console.sandbox.world.Scenario;
import com.maily.console.sandbox.world.SmallWorld;
import java.time.Instant;

class SandboxDatadogContractTest extends MetricSourceContract {

    @Override
    protected Harness open() {
        SmallWorld world = new SmallWorld(Scenario.SMOOTH, 77);
        SandboxDatadog source = new SandboxDatadog(world.clock, world.store, world.faults);
        return new Harness() {
            @Override
            public MetricSource source() {
                return source;
            }

            @Override
            public Instant now() {
                return world.clock.instant();
            }

            @Override
            public String queryWithData() {
                return "sum(last_5m):sum:maily.http.requests{service:api,env:production}.as_count()";
            }

            @Override
            public String queryWithoutData() {
                return "sum(last_5m):sum:maily.http.requests{service:nobody,env:production}.as_count()";
            }

            @Override
            public String brokenQuery() {
                return "sum(last_5m):sum:maily.http.requests{service:api}.as_count() +";
            }

            @Override
            public void close() {
                // Nothing was opened.
            }
        };
    }
}
