package com.maily.console.core.engine;

import com.maily.console.core.model.Artifact;
import com.maily.console.core.model.Component;
import com.maily.console.core.model.Failure;
import com.maily.console.core.model.FailureException;
import com.maily.console.core.model.Routing;
import com.maily.console.core.model.Weight;
import com.maily.console.core.port.Deployer;
import com.maily.console.core.port.Platforms;
import com.maily.console.core.port.Revision;
import com.maily.console.core.port.Track;
import com.maily.console.core.port.Traffic;
import com.maily.console.core.port.Workload;
import java.util.List;
import java.util.Optional;

/**
 * What the platforms said of one component when a plan was made.
 *
 * @param routing what splits its traffic, found out where the workspace file leaves it open
 * @param history what it can go back to, newest first
 * @param trouble why it could not be read; the rest is then empty
 */
record Seen(Component component, Optional<Workload> stable, Optional<Workload> canary, Optional<Traffic> traffic,
            Routing routing, List<Revision> history, Optional<Failure> trouble) {

    Seen {
        history = List.copyOf(history);
    }

    static Seen of(Component component, Platforms platforms) {
        try {
            Deployer deployer = platforms.deployer(component);
            boolean splits = component.routing().canSplit();
            return new Seen(component, Optional.of(deployer.observe(component, Track.STABLE)),
                    splits ? Optional.of(deployer.observe(component, Track.CANARY)) : Optional.empty(),
                    splits ? Optional.of(platforms.router(component).observe(component)) : Optional.empty(),
                    splits ? platforms.router(component).routing(component) : component.routing(), deployer.history(component),
                    Optional.empty());
        } catch (FailureException problem) {
            return new Seen(component, Optional.empty(), Optional.empty(), Optional.empty(), component.routing(), List.of(),
                    Optional.of(problem.failure()));
        }
    }

    /** What splits the component's traffic where it was found out; else what the workspace file says. */
    static Routing routing(Component component, List<Seen> seen) {
        return seen.stream().filter(one -> one.component().name().equals(component.name()))
                .map(Seen::routing).findFirst().orElse(component.routing());
    }

    /** Empty when unknown. */
    String version() {
        return stable.flatMap(Workload::artifact).map(Artifact::version).orElse("");
    }

    Weight weight() {
        return traffic.map(one -> one.desired().isAbove(one.observed()) ? one.desired() : one.observed()).orElse(Weight.ZERO);
    }

    /** Whether the component runs the artifact and nothing else: no canary pods, no canary traffic. Unknown is not. */
    boolean isOn(Artifact artifact) {
        boolean idle = weight().isZero() && canary.map(one -> one.wanted() == 0).orElse(true);
        return idle && stable.filter(one -> one.runs(artifact)).isPresent();
    }
}
