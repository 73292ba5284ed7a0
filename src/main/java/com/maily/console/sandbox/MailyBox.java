package com.maily.console.sandbox;

import com.maily.console.core.model.Failure;
import com.maily.console.core.model.FailureException;
import com.maily.console.sandbox.argocd.ArgoWorld;
import com.maily.console.sandbox.cluster.Cluster;
import com.maily.console.sandbox.cluster.MailyCluster;
import com.maily.console.sandbox.metrics.store.SeriesStore;
import com.maily.console.sandbox.vercel.VercelWorld;
import com.maily.console.sandbox.world.ClusterRoutes;
import com.maily.console.sandbox.world.Faults;
import com.maily.console.sandbox.world.Scenario;
import com.maily.console.sandbox.world.ScenarioImages;
import com.maily.console.sandbox.world.Traffic;
import com.maily.console.sandbox.world.VercelRoutes;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Maily's whole world on one clock: a cluster with two environments, a Vercel project for each, the traffic between them and what it leaves
 * in the metrics, and the Argo CD that knows what Git says of it. The same scenario and seed always give the same world.
 */
public record MailyBox(SandboxClock clock, Scenario scenario, Cluster cluster, Map<String, VercelWorld> vercel, SeriesStore metrics,
                       Faults faults, ArgoWorld argoCd) {

    /** When a drill's clock starts; the night the story of this console is told about. */
    public static final Instant START = Instant.parse("2025-11-20T01:48:00Z");
    public static final Map<String, String> NAMESPACES = Map.of("production", "maily", "staging", "maily-staging");
    private static final Duration KEPT = Duration.ofHours(7);

    public static MailyBox create(SandboxClock clock, Scenario scenario, long seed) {
        Faults faults = new Faults(clock);
        Cluster cluster = MailyCluster.create(clock, new ScenarioImages(clock, faults, seed), seed, scenario.previousVersion(),
                scenario.runningVersion());
        Map<String, VercelWorld> vercel = Map.of("production", frontend(clock, scenario, seed), "staging", frontend(clock, scenario, seed + 1));
        SeriesStore store = new SeriesStore(KEPT);
        new Traffic(clock, store, new ClusterRoutes(cluster, NAMESPACES).or(new VercelRoutes(vercel)), scenario, faults, seed).start();
        ArgoWorld argoCd = ArgoWorld.create(clock, cluster, NAMESPACES, scenario.previousVersion(), scenario.selfHeals());
        return new MailyBox(clock, scenario, cluster, vercel, store, faults, argoCd);
    }

    private static VercelWorld frontend(SandboxClock clock, Scenario scenario, long seed) {
        return new VercelWorld(clock, seed, scenario.previousVersion(), scenario.runningVersion());
    }

    /** @throws FailureException {@code Rejected} that names the scenarios there are */
    public static Scenario scenario(String key) {
        return Scenario.of(key).orElseThrow(() -> new FailureException(new Failure.Rejected("There is no scenario '" + key + "'",
                "the sandbox knows " + Arrays.stream(Scenario.values()).map(Scenario::key).collect(Collectors.joining(", ")) + ".",
                "Choose one of them.")));
    }
}
