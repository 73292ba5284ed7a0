package com.maily.console.sandbox.health;

import com.maily.console.core.model.HealthCheck;
import com.maily.console.core.model.Region;
import com.maily.console.core.port.HealthChecks;
import com.maily.console.core.port.HealthReading;
import com.maily.console.core.port.HealthReading.State;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The health endpoints of one environment without a wire: each is asked whenever the readings are, and answers at once. */
public final class SandboxHealth implements HealthChecks {

    private final HealthWorld world;
    private final String environment;
    private final List<HealthCheck> checks;
    private final Map<HealthCheck, HealthReading> before = new HashMap<>();

    public SandboxHealth(HealthWorld world, String environment, List<HealthCheck> checks) {
        this.world = world;
        this.environment = environment;
        this.checks = List.copyOf(checks);
    }

    @Override
    public List<HealthReading> readings() {
        return world.clock().locked(() -> checks.stream().map(this::read).toList());
    }

    private HealthReading read(HealthCheck check) {
        HealthReading now = reading(check, world.clock().instant());
        before.put(check, now);
        return now;
    }

    private HealthReading reading(HealthCheck check, Instant at) {
        HealthWorld.Answer answer = world.ask(environment, Region.baseOf(check.component()))
                .orElse(new HealthWorld.Answer(404, 0, Duration.ZERO));
        boolean slow = answer.takes().compareTo(check.slow()) > 0;
        State state = answer.status() != check.status() ? State.DOWN : slow ? State.DEGRADED : State.UP;
        String sentence = switch (state) {
            case DOWN, UNKNOWN -> "Answered " + answer.status() + " where " + check.status() + " was expected.";
            case DEGRADED -> "Slow: took " + answer.takes().toMillis() + " ms, more than " + check.slow().toMillis() + " ms.";
            case UP -> "Answered " + answer.status() + " in " + answer.takes().toMillis() + " ms.";
        };
        Instant changed = Optional.ofNullable(before.get(check)).filter(old -> old.state() == state).map(HealthReading::changed)
                .orElse(at);
        return new HealthReading(check, state, Optional.of(answer.status()), Optional.of(answer.takes()), Optional.of(at),
                changed,
                Optional.empty(), sentence, List.of(new HealthReading.Past(at, state, Optional.of(answer.takes()))));
    }
}
