package com.maily.console.core.model;

import java.util.List;

/**
 * One deployable part of the system, under the name people use for it; {@code target} is the name its platform uses,
 * which may differ ({@code ai-service} is {@code deployment/ai-mesh}). Where an environment has several regions, there is one
 * for each it lives in, named {@code api@eu-west-1} (see {@link Workspace#in}).
 *
 * @param platform the connection's key in the workspace file: {@code kubernetes}, {@code vercel}, {@code kubernetes@eu-west-1}
 * @param target   the platform's own name: {@code deployment/maily-api}, or a Vercel project
 * @param needs    names of components that must be done before this one starts
 * @param ladder   canary weights in order, the last one 100 %; empty for a plain rollout
 * @param regions  the only regions it lives in, where there are regions; empty for all
 * @param wave     when its turn is among its regions; 0 for a component with one home
 */
public record Component(String name, Criticality criticality, String platform, String target, Routing routing,
                        List<String> needs, List<Weight> ladder, List<String> regions, int wave) {

    public Component {
        needs = List.copyOf(needs);
        ladder = List.copyOf(ladder);
        regions = List.copyOf(regions);
    }

    /** One with one home in each environment. */
    public Component(String name, Criticality criticality, String platform, String target, Routing routing,
                     List<String> needs, List<Weight> ladder) {
        this(name, criticality, platform, target, routing, needs, ladder, List.of(), 0);
    }

    /** The name it has in the workspace file and in releases: {@code api} for {@code api@eu-west-1}. */
    public String base() {
        return Region.baseOf(name);
    }

    /** Empty for a component with one home. */
    public String region() {
        return Region.regionOf(name);
    }

    /** Whether {@code asked} means this one: by its name, or by the base that stands for all its regions. */
    public boolean answersTo(String asked) {
        return name.equals(asked) || base().equals(asked);
    }

    /** Whether a new version must have reached {@code other} before this one: it needs it, or is of a later wave. */
    public boolean comesAfter(Component other) {
        return needs.contains(other.name()) || other.base().equals(base()) && other.wave() < wave;
    }

    boolean livesIn(Region region) {
        return regions.isEmpty() || regions.contains(region.name());
    }

    /** This component as it lives in one region. */
    Component in(Region region, List<String> itsNeeds) {
        return new Component(region.of(name), criticality, region.of(platform), target, routing, itsNeeds, ladder, regions,
                region.wave());
    }

    /** The same as its own cluster knows it: on the platform without its region. */
    public Component atHome() {
        return new Component(name, criticality, Region.baseOf(platform), target, routing, needs, ladder, regions, wave);
    }

    Component needing(List<String> others) {
        return new Component(name, criticality, platform, target, routing, others, ladder, regions, wave);
    }

    public boolean critical() {
        return criticality == Criticality.CRITICAL;
    }

    public boolean hasCanary() {
        return routing.canSplit() && !ladder.isEmpty();
    }

    /** What kind of thing the target is on its platform: {@code deployment}; empty where the platform has only one. */
    public String targetKind() {
        return target.substring(0, Math.max(0, target.indexOf('/')));
    }

    /** The target without its kind: {@code maily-api} for {@code deployment/maily-api}. */
    public String targetName() {
        return target.substring(target.indexOf('/') + 1);
    }

    /** The same component, its traffic split by something else. */
    public Component routedBy(Routing other) {
        return new Component(name, criticality, platform, target, other, needs, ladder, regions, wave);
    }
}
