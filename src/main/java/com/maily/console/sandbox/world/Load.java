package com.maily.console.sandbox.world;

import com.maily.console.sandbox.metrics.store.Labels;
import java.util.List;
import java.util.stream.Stream;

/**
 * How much one component of one environment has to do, and how it does it while all is well.
 *
 * @param requestsPerSecond on an ordinary day
 * @param region            where it is, in a world with several regions; otherwise empty
 */
public record Load(String environment, String component, double requestsPerSecond, Behaviour healthy, String region) {

    private static final double STAGING_SHARE = 0.05;
    /** Not in a cluster, so in no region. */
    private static final String FRONTEND = "frontend";

    public Load(String environment, String component, double requestsPerSecond, Behaviour healthy) {
        this(environment, component, requestsPerSecond, healthy, "");
    }

    /** Maily's components in staging and production. Rarely used ones fail less often, or one error would be an outage. */
    static List<Load> maily() {
        return List.of(
                load("api", 240, 0.00005, 0.055, 0.160), load("ai-service", 60, 0.00002, 0.230, 0.600),
                load("frontend", 150, 0.00004, 0.045, 0.140), load("email", 40, 0.00002, 0.070, 0.220),
                load("campaign", 20, 0.000001, 0.060, 0.190), load("analytics", 15, 0.000001, 0.090, 0.310),
                load("blockchain", 10, 0.000001, 0.180, 0.480))
                .stream().flatMap(production -> Stream.of(production, production.inStaging())).toList();
    }

    /** The same with production in several regions, each with all of an ordinary day's work. */
    static List<Load> maily(List<String> regions) {
        return regions.isEmpty() ? maily() : maily().stream()
                .flatMap(load -> !load.production() || load.component().equals(FRONTEND)
                ? Stream.of(load) : regions.stream().map(load::in)).toList();
    }

    private Load in(String where) {
        return new Load(environment, component, requestsPerSecond, healthy, where);
    }

    /** Labels of what it is measured by. */
    Labels labels(String metric, String... pairs) {
        Labels labels = Labels.named(metric, pairs);
        return region.isEmpty() ? labels : labels.with("region", region);
    }

    private static Load load(String component, double requestsPerSecond, double errorRate, double median, double p99) {
        return new Load("production", component, requestsPerSecond, new Behaviour(errorRate, median, p99));
    }

    private Load inStaging() {
        // A twentieth of the requests would turn one stray error into a breach, so that staging fails less.
        Behaviour calm = new Behaviour(healthy.errorRate() * STAGING_SHARE, healthy.median(), healthy.p99());
        return new Load("staging", component, requestsPerSecond * STAGING_SHARE, calm);
    }

    /** Whether it runs in pods. */
    boolean inCluster() {
        return !component.equals(FRONTEND);
    }

    boolean production() {
        return environment.equals("production");
    }
}
