package com.maily.console.core.model;

import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * A place a release runs in, with the connections it is reached through.
 *
 * @param regions     its clusters, first wave first; empty for an environment with one cluster
 * @param jobs        the region whose cluster runs jobs and holds what there is once per environment; empty without regions
 * @param connections by key ({@code kubernetes}, {@code prometheus}, {@code vercel}, {@code webhook}, with regions
 *                    {@code kubernetes@eu-west-1}); each a flat map of settings. Secrets never stand here, only where to find
 *                    them ({@code env:NAME}, {@code file:PATH}).
 * @param guard       what keeps people from changing it by mistake
 * @param health      the endpoints that tell how its components are
 * @param analysis    what the judge of canaries may do there
 * @param muteAlerts  whether its monitoring systems are to call nobody while a deployment goes well there
 * @param recovery    how soon it must be well again, and how much data may be lost
 */
public record Environment(String name, boolean production, List<Region> regions, String jobs,
                          Map<String, Map<String, String>> connections, Guard guard, List<HealthCheck> health,
                          AnalysisPolicy analysis, boolean muteAlerts, Recovery recovery) {

    public Environment {
        regions = regions.stream().sorted(Comparator.comparingInt(Region::wave)).toList();
        jobs = jobs.isEmpty() && !regions.isEmpty() ? regions.getFirst().name() : jobs;
        connections = Collections.unmodifiableMap(new TreeMap<>(connections));
        health = List.copyOf(health);
    }

    /** One without health endpoints, whose judge acts, whose alerts are never muted, with the usual recovery goals. */
    public Environment(String name, boolean production, List<Region> regions, String jobs,
                       Map<String, Map<String, String>> connections, Guard guard) {
        this(name, production, regions, jobs, connections, guard, List.of(), AnalysisPolicy.DEFAULT, false, Recovery.DEFAULT);
    }

    /** One that is guarded by nothing. */
    public Environment(String name, boolean production, List<Region> regions, String jobs,
                       Map<String, Map<String, String>> connections) {
        this(name, production, regions, jobs, connections, Guard.NONE);
    }

    /** One with one cluster, guarded by nothing. */
    public Environment(String name, boolean production, Map<String, Map<String, String>> connections) {
        this(name, production, List.of(), "", connections);
    }

    public boolean readOnly() {
        return guard.readOnly();
    }

    /** Whether its name must be typed before anything is sent there. */
    public boolean protect() {
        return guard.protect();
    }

    public Optional<Weight> largestStep() {
        return guard.largestStep();
    }

    public Environment with(Guard other) {
        return new Environment(name, production, regions, jobs, connections, other, health, analysis, muteAlerts, recovery);
    }

    public Environment with(List<HealthCheck> checks) {
        return new Environment(name, production, regions, jobs, connections, guard, checks, analysis, muteAlerts, recovery);
    }

    public Environment with(AnalysisPolicy other) {
        return new Environment(name, production, regions, jobs, connections, guard, health, other, muteAlerts, recovery);
    }

    /** The same with its alerts muted while a deployment goes well there, or not. */
    public Environment muting(boolean mute) {
        return new Environment(name, production, regions, jobs, connections, guard, health, analysis, mute, recovery);
    }

    /** The settings of one platform; empty when this environment has no such connection. */
    public Map<String, String> connection(String platform) {
        return connections.getOrDefault(platform, Map.of());
    }

    public Optional<Region> region(String region) {
        return regions.stream().filter(one -> one.name().equals(region)).findFirst();
    }

    /** One region as an environment with one cluster: with the connections that are its own. */
    public Environment cluster(Region region) {
        return with(region.name());
    }

    /** What there is once beside the regions. */
    public Environment global() {
        return with("").with(health);
    }

    private Environment with(String region) {
        Map<String, Map<String, String>> own = connections.entrySet().stream()
                .filter(each -> Region.regionOf(each.getKey()).equals(region))
                .collect(Collectors.toMap(each -> Region.baseOf(each.getKey()), Map.Entry::getValue));
        return new Environment(name, production, List.of(), "", own, guard, List.of(), analysis, muteAlerts, recovery);
    }

    /** Whether each region has a connection of its own to that platform. */
    boolean hasRegional(String platform) {
        return regions.stream().anyMatch(region -> connections.containsKey(region.of(platform)));
    }
}
