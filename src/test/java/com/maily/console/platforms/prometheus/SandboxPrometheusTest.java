package com.maily.console.platforms.prometheus;

import com.maily.console.core.port.MetricSource;
import com.maily.console.core.port.MetricSourceContract;
import com.maily.console.sandbox.metrics.PrometheusFace;
import com.maily.console.sandbox.world.Scenario;
import com.maily.console.sandbox.world.SmallWorld;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/** The adapter over the wire against the sandbox's Prometheus. */
class SandboxPrometheusTest extends MetricSourceContract {

    @Override
    protected Harness open() {
        SmallWorld world = new SmallWorld(Scenario.SMOOTH, 77);
        world.pass(Duration.ofMinutes(15));
        PrometheusFace face = world.face();
        PrometheusSource source = PrometheusSource.of(Map.of("url", face.address().toString()));
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
                source.close();
                face.close();
            }
        };
    }
}
