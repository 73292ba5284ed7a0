package com.maily.console.core.model;

import java.util.List;

/**
 * One deployable part of the system, under the name people use for it; {@code target} is the name its platform uses,
 * which may differ ({@code ai-service} is {@code deployment/ai-mesh}).
 *
 * @param platform the platform's key in the workspace file: {@code kubernetes}, {@code vercel}
 * @param target   the platform's own name: {@code deployment/maily-api}, or a Vercel project
 * @param needs    names of components that must be done before this one starts
 * @param ladder   canary weights in order, the last one 100 %; empty for a plain rollout
 */
public record Component(String name, Criticality criticality, String platform, String target, Routing routing,
                        List<String> needs, List<Weight> ladder) {

    public Component {
        needs = List.copyOf(needs);
        ladder = List.copyOf(ladder);
    }

    public boolean critical() {
        return criticality == Criticality.CRITICAL;
    }

    public boolean hasCanary() {
        return routing.canSplit() && !ladder.isEmpty();
    }

    /** The target without its kind: {@code maily-api} for {@code deployment/maily-api}. */
    public String targetName() {
        return target.substring(target.indexOf('/') + 1);
    }

    /** The same component, its traffic split by something else. */
    public Component routedBy(Routing other) {
        return new Component(name, criticality, platform, target, other, needs, ladder);
    }
}
