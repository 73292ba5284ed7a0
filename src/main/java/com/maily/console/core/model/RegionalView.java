package com.maily.console.core.model;

import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/**
 * The components and objectives of a workspace as an environment with several regions has them: once per region for those on a
 * platform that has a connection per region, once for all others.
 */
record RegionalView(Workspace workspace, Environment environment, List<Region> regions) {

    static Workspace of(Workspace workspace, Environment environment, Collection<String> leftOut) {
        if (environment.regions().isEmpty()) {
            return workspace;
        }
        List<Region> taking = environment.regions().stream().filter(region -> !leftOut.contains(region.name())).toList();
        RegionalView view = new RegionalView(workspace, environment, taking);
        return workspace.with(workspace.components().stream().flatMap(view::homes).toList(),
                workspace.objectives().stream().flatMap(view::homes).toList());
    }

    private boolean regional(Component component) {
        return environment.hasRegional(component.platform());
    }

    private Stream<Component> homes(Component component) {
        return regional(component) ? regionsOf(component).map(region -> component.in(region, needs(component, region)))
                : Stream.of(component.needing(component.needs().stream().flatMap(this::everywhere).toList()));
    }

    private Stream<Region> regionsOf(Component component) {
        return regions.stream().filter(component::livesIn);
    }

    /** In the same region where there is one of them, otherwise wherever it is. */
    private List<String> needs(Component component, Region region) {
        return component.needs().stream().flatMap(need -> workspace.component(need).stream()
                .flatMap(other -> regional(other) && regionsOf(other).anyMatch(region::equals) ? Stream.of(region.of(need))
                        : everywhere(need))).toList();
    }

    private Stream<String> everywhere(String component) {
        return workspace.component(component).filter(this::regional)
                .map(one -> regionsOf(one).map(region -> region.of(component)))
                .orElseGet(() -> Stream.of(component));
    }

    /** Asked of the region's own source where it has one, otherwise of the environment's. */
    private Stream<Objective> homes(Objective objective) {
        return workspace.component(objective.component()).filter(this::regional)
                .map(component -> regionsOf(component).map(region -> objective.of(region.of(component.name()),
                        source(objective, region))))
                .orElseGet(() -> Stream.of(objective));
    }

    private String source(Objective objective, Region region) {
        String own = region.of(objective.source());
        return environment.connections().containsKey(own) ? own : objective.source();
    }
}
