package com.maily.console.sandbox.world;

import com.maily.console.core.port.Track;
import com.maily.console.sandbox.SandboxClock;
import com.maily.console.sandbox.metrics.store.Family;
import com.maily.console.sandbox.metrics.store.SeriesStore;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Maily's visitors: every five seconds they send their requests, which go where the routes say and are measured by what answers
 * them. Lives in the sandbox clock's lock.
 */
public final class Traffic {

    static final Duration STEP = Duration.ofSeconds(5);
    private static final Duration HISTORY = Duration.ofHours(3);
    private static final Duration HISTORY_STEP = Duration.ofSeconds(15);

    private record Version(Load load, Track track, String version) { }

    /** @param requests that arrive in one environment for one component during {@code length} */
    private record Moment(Instant at, Duration length, double requests) { }

    private final SandboxClock clock;
    private final SeriesStore store;
    private final Routes routes;
    private final VersionBehaviour behaviour;
    private final Faults faults;
    private final Noise noise;
    private final Visitors visitors;
    private final SpecialMetrics special;
    private final List<Load> loads;
    private final Map<Version, RequestMeters> meters = new HashMap<>();
    private final Map<Version, Strain> strains = new HashMap<>();
    private final Map<Load, ResourceMeters> resources = new HashMap<>();
    private final Instant began;

    public Traffic(SandboxClock clock, SeriesStore store, Routes routes, VersionBehaviour behaviour, Faults faults, long seed) {
        this(clock, store, routes, behaviour, faults, seed, List.of());
    }

    /** @param regions of production; empty for one cluster */
    public Traffic(SandboxClock clock, SeriesStore store, Routes routes, VersionBehaviour behaviour, Faults faults, long seed,
                   List<String> regions) {
        this.loads = Load.maily(regions);
        this.clock = clock;
        this.store = store;
        this.routes = routes;
        this.behaviour = behaviour;
        this.faults = faults;
        this.noise = new Noise(seed);
        store.declare(new Family("http_requests_total", Family.Kind.COUNTER, "Requests answered, by code."));
        store.declare(new Family("http_request_duration_seconds", Family.Kind.HISTOGRAM, "Time until a request was answered."));
        this.visitors = new Visitors(store, noise);
        this.special = new SpecialMetrics(store, noise);
        ResourceMeters.declare(store);
        loads.stream().filter(Load::inCluster).forEach(load -> resources.put(load, new ResourceMeters(store, load)));
        this.began = clock.instant();
    }

    /** Fills in three hours of history with the present routes, then lets requests come. */
    public void start() {
        clock.locked(() -> {
            for (Instant at = began.minus(HISTORY); at.isBefore(began); at = at.plus(HISTORY_STEP)) {
                step(at, HISTORY_STEP);
                store.sample(at);
            }
            clock.every(STEP, this::tick);
        });
    }

    private void tick() {
        Instant at = clock.instant();
        step(at, STEP);
        if (!faults.metricsGap()) {
            store.sample(at);
        }
    }

    private void step(Instant at, Duration length) {
        visitors.count(at);
        special.price(at);
        double wave = visitors.wave(at);
        for (Load load : loads) {
            double jitter = noise.normal(load.environment() + load.component() + load.region(), at.getEpochSecond());
            double requests = load.requestsPerSecond() * length.toSeconds() * wave * (1 + 0.015 * jitter);
            spread(load, new Moment(at, length, requests));
        }
    }

    private void spread(Load load, Moment moment) {
        List<Backend> backends = routes.in(load.region()).backends(load.environment(), load.component());
        double whole = backends.stream().mapToDouble(Backend::share).sum();
        for (Backend backend : backends) {
            // A route without any weight refuses all there is.
            double share = whole > 0 ? backend.share() / whole : 1.0 / backends.size();
            if (share > 0) {
                arrive(load, backend, share, whole > 0 && backend.ready() > 0, moment);
            }
            used(load).ifPresent(meter -> meter.runs(backend.ready()));
        }
        used(load).ifPresent(meter -> meter.settle(moment.length().toSeconds()));
    }

    private Optional<ResourceMeters> used(Load load) {
        return Optional.ofNullable(resources.get(load));
    }

    private void arrive(Load load, Backend backend, double share, boolean answered, Moment moment) {
        Version version = new Version(load, backend.track(), backend.version());
        RequestMeters meter = meters.computeIfAbsent(version, _ -> new RequestMeters(store, load, backend));
        if (!answered) {
            meter.refuse(moment.requests() * share);
            return;
        }
        // The load of an ordinary day decides, not this moment's: a limit that flickers would teach nothing.
        Behaviour settled = behaviour.of(load, backend.version(), load.requestsPerSecond() * share,
                Duration.between(began, moment.at()));
        Behaviour now = strains.computeIfAbsent(version, _ -> new Strain(load.healthy()))
                .after(moment.length().toSeconds(), settled);
        double jitter = noise.normal(backend.track().key() + load.environment() + load.component() + load.region(),
                moment.at().getEpochSecond());
        long served = meter.serve(moment.requests() * share, now, jitter);
        special.served(load, backend, served, now, moment.at());
        used(load).ifPresent(pods -> pods.served(served, now, moment.length().toSeconds()));
    }
}
