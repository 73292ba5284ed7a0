package com.maily.console.core.port;

import static org.assertj.core.api.Assertions.assertThat;

import com.maily.console.core.port.HealthReading.State;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every {@link HealthChecks} must do; run over the wire against the sandbox's endpoints and by the sandbox in memory. */
public abstract class HealthChecksContract {

    /** A world whose {@code api} and {@code email} are well, with an endpoint for each. */
    public interface Harness extends AutoCloseable {
        /** Asked anew, each once at least. */
        HealthReading read(String component);

        /** From now on no unit of {@code component} is ready. */
        void stop(String component);

        /** From now on its answers take longer than its endpoint may. */
        void slow(String component);

        @Override
        void close();
    }

    private Harness harness;

    protected abstract Harness open();

    @BeforeEach
    void openHarness() {
        harness = open();
    }

    @AfterEach
    void closeHarness() {
        harness.close();
    }

    @Test
    void aWellComponentIsUpWithCodeLatencyAndTime() {
        HealthReading reading = harness.read("api");
        assertThat(reading.state()).as(reading.sentence()).isEqualTo(State.UP);
        assertThat(reading.code()).contains(200);
        assertThat(reading.latency()).isPresent();
        assertThat(reading.checked()).isPresent();
        assertThat(reading.past().getLast().state()).isEqualTo(State.UP);
    }

    @Test
    void withoutAReadyUnitItIsDownWithItsCodeAndTheOthersAreNot() {
        harness.stop("api");
        HealthReading reading = harness.read("api");
        assertThat(reading.state()).isEqualTo(State.DOWN);
        assertThat(reading.code()).contains(503);
        assertThat(reading.sentence()).isEqualTo("Answered 503 where 200 was expected.");
        assertThat(harness.read("email").state()).isEqualTo(State.UP);
    }

    @Test
    void aSlowOneIsDegradedNotDown() {
        harness.slow("api");
        HealthReading reading = harness.read("api");
        assertThat(reading.state()).isEqualTo(State.DEGRADED);
        assertThat(reading.sentence()).startsWith("Slow: took ");
        assertThat(reading.latency().orElseThrow()).isGreaterThan(reading.check().slow());
    }
}
