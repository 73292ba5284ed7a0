package com.maily.console.sandbox.world;

import com.maily.console.core.port.MetricSource;
import com.maily.console.core.port.Track;
import com.maily.console.sandbox.SandboxClock;
import com.maily.console.sandbox.datadog.SandboxDatadog;
import com.maily.console.sandbox.metrics.PrometheusFace;
import com.maily.console.sandbox.metrics.SandboxMetrics;
import com.maily.console.sandbox.metrics.store.SeriesStore;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Maily's traffic with routes that a test sets by hand. */
public final class SmallWorld {

    public final SandboxClock clock;
    public final SeriesStore store = new SeriesStore(Duration.ofHours(6));
    public final Faults faults;
    public final SandboxMetrics metrics;
    public final SandboxDatadog datadog;
    private final Map<String, List<Backend>> routes = new HashMap<>();

    public SmallWorld(Scenario scenario, long seed) {
        this(scenario, seed, SandboxClock.manual(Instant.parse("2026-11-21T09:00:00Z")));
    }

    public SmallWorld(Scenario scenario, long seed, SandboxClock clock) {
        this.clock = clock;
        this.faults = new Faults(clock);
        this.metrics = new SandboxMetrics(clock, store, faults);
        this.datadog = new SandboxDatadog(clock, store, faults);
        Routes known = (environment, component) -> routes.getOrDefault(environment + component,
                List.of(new Backend(Track.STABLE, scenario.runningVersion(), 3, 1)));
        new Traffic(clock, store, known, scenario, faults, seed).start();
    }

    public PrometheusFace face() {
        return PrometheusFace.open(clock, store, faults);
    }

    /** From now on {@code percent} of production's requests to the component go to the new version. */
    public void canary(String component, double percent, int ready) {
        List<Backend> backends = new ArrayList<>();
        backends.add(new Backend(Track.STABLE, Scenario.OLD, 3, 100 - percent));
        backends.add(new Backend(Track.CANARY, Scenario.NEW, ready, percent));
        clock.locked(() -> routes.put("production" + component, backends));
    }

    /** @param key of a connection, as objectives name it */
    public MetricSource source(String key) {
        return key.equals("datadog") ? datadog : metrics;
    }

    public void pass(Duration time) {
        clock.advance(time);
    }

    public double ask(String query) {
        return metrics.instant(query, clock.instant()).single();
    }
}
