package com.maily.console.sandbox.health;

import com.maily.console.core.model.Component;
import com.maily.console.core.model.Criticality;
import com.maily.console.core.model.HealthCheck;
import com.maily.console.core.model.Routing;
import com.maily.console.core.port.HealthChecksContract;
import com.maily.console.core.port.HealthReading;
import com.maily.console.core.port.Track;
import com.maily.console.sandbox.MailyBox;
import com.maily.console.sandbox.SandboxClock;
import com.maily.console.sandbox.ports.SandboxDeployer;
import com.maily.console.sandbox.world.Scenario;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

/** A box in which v2.1.0 of the api goes bad, for the contract of the endpoints. */
public final class BoxedHealth implements HealthChecksContract.Harness {

    private final MailyBox box = MailyBox.create(SandboxClock.manual(MailyBox.START), Scenario.ROLLBACK_DRILL, 77);
    private final HealthFace face = new HealthFace(box.health());
    private final BiFunction<BoxedHealth, List<HealthCheck>, HealthReading> reading;

    /** @param reading asks the one endpoint it is given */
    public BoxedHealth(BiFunction<BoxedHealth, List<HealthCheck>, HealthReading> reading) {
        this.reading = reading;
        box.clock().advance(Duration.ofSeconds(60));
    }

    public MailyBox box() {
        return box;
    }

    @Override
    public HealthReading read(String component) {
        URI address = URI.create(face.address("production") + "/health/" + component);
        return reading.apply(this, List.of(new HealthCheck(component, "health", address, 200,
                Optional.of(new HealthCheck.Expected("status", "up")), Duration.ofSeconds(5), Duration.ofMillis(300),
                Duration.ofSeconds(15), Duration.ofDays(21))));
    }

    @Override
    public void stop(String component) {
        Component api = new Component(component, Criticality.CRITICAL, "kubernetes", "deployment/maily-api",
                new Routing("gateway-api", "maily-api"), List.of(), List.of());
        new SandboxDeployer(box.cluster(), box.clock(), "maily").scale(api, Track.STABLE, 0);
        box.clock().advance(Duration.ofSeconds(30));
    }

    @Override
    public void slow(String component) {
        box.clock().advance(Duration.ofMinutes(6));
    }

    @Override
    public void close() {
        face.close();
    }
}
