package com.maily.console.sandbox.health;

import com.maily.console.sandbox.SandboxClock;
import com.maily.console.sandbox.metrics.promql.Outcome;
import com.maily.console.sandbox.metrics.promql.PromQl;
import com.maily.console.sandbox.metrics.store.SeriesStore;
import com.maily.console.sandbox.world.Backend;
import com.maily.console.sandbox.world.Routes;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What each component's health endpoint would say: 503 without a ready unit, and as slow as the slowest hundredth of its requests
 * in the last minute, because it asks what they ask.
 */
public final class HealthWorld {

    private static final Duration QUICK = Duration.ofMillis(4);
    private static final String P99 = "histogram_quantile(0.99, sum by (le) (rate(http_request_duration_seconds_bucket"
            + "{component=\"%s\",environment=\"%s\"}[1m])))";

    /** @param takes on the wall: nobody's health is measured in a sandbox's time */
    public record Answer(int status, int ready, Duration takes) { }

    private final SandboxClock clock;
    private final PromQl metrics;
    private final Routes routes;
    private final List<String> regions;

    /** @param regions of production; empty for a world with one cluster */
    public HealthWorld(SandboxClock clock, SeriesStore store, Routes routes, List<String> regions) {
        this.clock = clock;
        this.metrics = new PromQl(store);
        this.routes = routes;
        this.regions = List.copyOf(regions);
    }

    /** Empty for what takes no requests here. */
    Optional<Answer> ask(String environment, String component) {
        return clock.locked(() -> {
            List<Backend> backends = Stream.concat(Stream.of(routes), regions.stream().map(routes::in)).distinct()
                    .flatMap(each -> each.backends(environment, component).stream()).toList();
            int ready = backends.stream().mapToInt(Backend::ready).sum();
            return backends.isEmpty() ? Optional.empty()
                    : Optional.of(new Answer(ready > 0 ? 200 : 503, ready, ready > 0 ? p99(environment, component) : QUICK));
        });
    }

    private Duration p99(String environment, String component) {
        Outcome answer = metrics.instant(P99.formatted(component, environment), clock.instant().toEpochMilli());
        double seconds = answer instanceof Outcome.Vector(List<Outcome.Run> runs) && !runs.isEmpty()
                ? runs.getFirst().values()[0] : Double.NaN;
        return Double.isFinite(seconds) ? Duration.ofMillis(Math.round(1000 * seconds)) : QUICK;
    }

    SandboxClock clock() {
        return clock;
    }
}
