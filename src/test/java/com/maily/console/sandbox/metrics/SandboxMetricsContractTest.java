package com.maily.console.sandbox.metrics;

import com.maily.console.core.port.MetricSource;
import com.maily.console.core.port.MetricSourceContract;
import com.maily.console.sandbox.world.Scenario;
import com.maily.console.sandbox.world.SmallWorld;
import java.time.Instant;

class SandboxMetricsContractTest extends MetricSourceContract {

    @Override
    protected Harness open() {
        SmallWorld world = new SmallWorld(Scenario.SMOOTH, 77);
        return new Harness() {
            @Override
            public MetricSource source() {
                return world.metrics;
            }

            @Override
            public Instant now() {
                return world.clock.instant();
            }

            @Override
            public String queryWithData() {
                return "sum(rate(http_requests_total{component=\"api\",environment=\"production\"}[5m]))";
            }

            @Override
            public String queryWithoutData() {
                return "sum(rate(http_requests_total{component=\"nobody\"}[5m]))";
            }

            @Override
            public String brokenQuery() {
                return "sum(rate(http_requests_total[5m])";
            }

            @Override
            public void close() {
                // Nothing was opened.
            }
        };
    }
}
