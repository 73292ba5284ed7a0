package com.maily.console.platforms.datadog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.maily.console.core.model.Component;
import com.maily.console.core.model.Failure;
import com.maily.console.core.model.FailureException;
import com.maily.console.core.model.Inspection;
import com.maily.console.platforms.resilient.Connection;
import com.maily.console.platforms.resilient.ResilientMetricSource;
import com.maily.console.sandbox.datadog.WireFault;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Datadog's request budgets: read, kept, and told of. */
class RateLimitsTest {

    private static final String QUERY = "sum:maily.http.requests{service:api,env:production}.as_count()";

    private final DatadogWire wire = new DatadogWire().pass(Duration.ofMinutes(10));
    private final DatadogSource source = new DatadogSource(wire.client);

    @AfterEach
    void close() {
        wire.close();
    }

    private double ask() {
        return source.instant(QUERY, wire.world.clock.instant()).single();
    }

    private Failure.Throttled throttled() {
        return (Failure.Throttled) catchThrowableOfType(FailureException.class, this::ask).failure();
    }

    @Test
    void aBudgetThatIsUsedUpIsNotAskedBeforeItsReset() {
        wire.face.limit(2);
        ask();
        ask();
        wire.asked.clear();
        Failure.Throttled failure = throttled();
        assertThat(wire.asked).isEmpty();
        assertThat(failure.what()).startsWith("Datadog is not asked before 09:11:00 UTC");
        assertThat(failure.why()).isEqualTo("The budget \"query\" of 2 requests in 60 s is used up.");
        assertThat(failure.retryAfter()).isEqualTo(Duration.ofMinutes(1));
        wire.client.validate();
        wire.pass(Duration.ofSeconds(59));
        throttled();
        wire.pass(Duration.ofSeconds(1));
        assertThat(ask()).isPositive();
    }

    @Test
    void a429MeansThatNothingIsLeftUntilItsReset() {
        wire.face.inject(new WireFault.Throttled(30));
        assertThat(throttled().advice()).isEqualTo("It is asked again in 30 s.");
        wire.face.heal();
        wire.asked.clear();
        throttled();
        assertThat(wire.asked).isEmpty();
        wire.pass(Duration.ofSeconds(30));
        assertThat(ask()).isPositive();
    }

    @Test
    void aQuestionWaitsForTheResetAndTheLampSaysWhyUntilThen() {
        Connection connection = new Connection("Datadog", Duration.ofSeconds(30), wire.world.clock, wire.world::pass, 1);
        ResilientMetricSource resilient = new ResilientMetricSource(source, connection);
        wire.face.limit(1);
        ask();
        wire.asked.clear();
        assertThat(resilient.instant(QUERY, wire.world.clock.instant()).single()).isPositive();
        assertThat(wire.asked).as("asked once, after the reset").hasSize(1);
        wire.face.inject(new WireFault.Throttled(3600));
        catchThrowableOfType(FailureException.class, () -> resilient.instant(QUERY, wire.world.clock.instant()));
        assertThat(connection.state().trouble()).contains("The budget \"query\"", "is used up");
    }

    @Test
    void theInspectionTellsWhatIsLeft() {
        wire.face.limit(10);
        ask();
        assertThat(new DatadogInspector(wire.client).inspect(Inspection.CONNECTIONS, List.<Component>of()).getFirst().detail())
                .contains("9 of 10 requests of the budget");
    }
}
