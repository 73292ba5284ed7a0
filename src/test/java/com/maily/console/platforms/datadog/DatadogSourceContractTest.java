package com.maily.console.platforms.datadog;

import com.maily.console.core.port.MetricSource;
import com.maily.console.core.port.MetricSourceContract;
import java.time.Duration;
import java.time.Instant;

/** The adapter over the wire against the sandbox's Datadog. */
class DatadogSourceContractTest extends MetricSourceContract {

    static final String WITH_DATA = "sum(last_5m):sum:maily.http.requests{service:api,env:production}.as_count()";
    static final String WITHOUT_DATA = "sum(last_5m):sum:maily.http.requests{service:nobody,env:production}.as_count()";
    static final String BROKEN = "sum(last_5m):sum:maily.http.requests{service:api}.as_count() +";

    @Override
    protected Harness open() {
        DatadogWire wire = new DatadogWire().pass(Duration.ofMinutes(15));
        DatadogSource source = new DatadogSource(wire.client);
        return new Harness() {
            @Override
            public MetricSource source() {
                return source;
            }

            @Override
            public Instant now() {
                return wire.world.clock.instant();
            }

            @Override
            public String queryWithData() {
                return WITH_DATA;
            }

            @Override
            public String queryWithoutData() {
                return WITHOUT_DATA;
            }

            @Override
            public String brokenQuery() {
                return BROKEN;
            }

            @Override
            public void close() {
                wire.close();
            }
        };
    }
}
