package com.maily.console.sandbox;

import com.maily.console.core.model.Failure;
import com.maily.console.core.model.FailureException;
import com.maily.console.sandbox.alertmanager.AlertWorld;
import com.maily.console.sandbox.argocd.ArgoWorld;
import com.maily.console.sandbox.cluster.Cluster;
import com.maily.console.sandbox.cluster.MailyCluster;
import com.maily.console.sandbox.grafana.GrafanaWorld;
import com.maily.console.sandbox.health.HealthWorld;
import com.maily.console.sandbox.logs.LogWorld;
import com.maily.console.sandbox.metrics.store.SeriesStore;
import com.maily.console.sandbox.vercel.VercelWorld;
import com.maily.console.sandbox.world.ClusterRoutes;
import com.maily.console.sandbox.world.Faults;
import com.maily.console.sandbox.world.RegionalRoutes;
import com.maily.console.sandbox.world.Routes;
import com.maily.console.sandbox.world.Scenario;
import com.maily.console.sandbox.world.ScenarioImages;
import com.maily.console.sandbox.world.Traffic;
import com.maily.console.sandbox.world.VercelRoutes;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Maily's whole world on one clock: a cluster with two environments, a Vercel project for each, the traffic between them and what
 * it leaves in the metrics, and the Argo CD that knows what Git says of it. The same scenario and seed always give the same
 * world. In a world with regions, production has a cluster in each, which nothing syncs.
 *
 * @param cluster that of both environments, or of staging alone where there are regions
 * @param regions production's clusters by region; empty for a world without regions
 */
public record MailyBox(SandboxClock clock, Scenario scenario, Cluster cluster, Map<String, Cluster> regions,
        Map<String, VercelWorld> vercel,
                       SeriesStore metrics, Faults faults, ArgoWorld argoCd, HealthWorld health, LogWorld logs, AlertWorld alerts,
                       GrafanaWorld grafana) {

    /** When a drill's clock starts; the night the story of this console is told about. */
    public static final Instant START = Instant.parse("2025-11-20T01:48:00Z");
    public static final String PRODUCTION = "production";
    public static final Map<String, String> NAMESPACES = Map.of(PRODUCTION, "maily", "staging", "maily-staging");
    private static final Map<String, String> STAGING = Map.of("staging", "maily-staging");
    private static final Duration KEPT = Duration.ofHours(7);

    public static MailyBox create(SandboxClock clock, Scenario scenario, long seed) {
        return create(clock, scenario, seed, List.of());
    }

    /** @param names production's regions; empty for one cluster with both environments */
    public static MailyBox create(SandboxClock clock, Scenario scenario, long seed, List<String> names) {
        Faults faults = new Faults(clock);
        Cluster cluster = cluster(clock, scenario, faults, seed, names.isEmpty() ? MailyCluster.NAMESPACES
                : List.copyOf(STAGING.values()));
        Map<String, Cluster> regions = new LinkedHashMap<>();
        names.forEach(name -> regions.put(name, cluster(clock, scenario, faults, seed + 1 + regions.size(),
                List.of(NAMESPACES.get(PRODUCTION)))));
        Map<String, VercelWorld> vercel = Map.of(PRODUCTION, frontend(clock, scenario, seed), "staging",
                frontend(clock, scenario, seed + 1));
        SeriesStore store = new SeriesStore(KEPT);
        Routes routes = new ClusterRoutes(cluster, NAMESPACES).or(new VercelRoutes(vercel));
        Map<String, Routes> regional = new TreeMap<>();
        regions.forEach((name, one) -> regional.put(name, new ClusterRoutes(one, NAMESPACES)));
        Routes all = new RegionalRoutes(routes, regional);
        new Traffic(clock, store, all, scenario, faults, seed, names).start();
        ArgoWorld argoCd = ArgoWorld.create(clock, cluster, names.isEmpty() ? NAMESPACES : STAGING, scenario.previousVersion(),
                scenario.selfHeals());
        return new MailyBox(clock, scenario, cluster, regions, vercel, store, faults, argoCd,
                new HealthWorld(clock, store, all, names), logs(clock, store, cluster, regions), AlertWorld.start(clock, store),
                new GrafanaWorld());
    }

    private static LogWorld logs(SandboxClock clock, SeriesStore store, Cluster cluster, Map<String, Cluster> regions) {
        return new LogWorld(clock, store, Stream.concat(Stream.of(cluster), regions.values().stream()).toList(), NAMESPACES);
    }

    private static Cluster cluster(SandboxClock clock, Scenario scenario, Faults faults, long seed, List<String> namespaces) {
        return MailyCluster.create(clock, new ScenarioImages(clock, faults, seed), seed, scenario.previousVersion(),
                scenario.runningVersion(), namespaces);
    }

    private static VercelWorld frontend(SandboxClock clock, Scenario scenario, long seed) {
        return new VercelWorld(clock, seed, scenario.previousVersion(), scenario.runningVersion());
    }

    /** @param region empty for the cluster that belongs to none */
    public Cluster cluster(String region) {
        Cluster found = region.isEmpty() ? cluster : regions.get(region);
        if (found == null) {
            throw new FailureException(new Failure.Missing("The sandbox has no region " + region,
                    "it has " + String.join(" and ", regions.keySet()) + ".", "Name one of them."));
        }
        return found;
    }

    /** @throws FailureException {@code Rejected} that names the scenarios there are */
    public static Scenario scenario(String key) {
        return Scenario.of(key).orElseThrow(() -> new FailureException(new Failure.Rejected("There is no scenario '" + key + "'",
                "the sandbox knows " + Arrays.stream(Scenario.values()).map(Scenario::key)
                .collect(Collectors.joining(", ")) + ".",
                "Choose one of them.")));
    }
}
