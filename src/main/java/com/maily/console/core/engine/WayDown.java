package com.maily.console.core.engine;

import com.maily.console.core.model.Routing;
import com.maily.console.core.model.Weight;
import com.maily.console.core.port.TrafficRouter.Reach;
import com.maily.console.core.port.Workload;
import java.util.Comparator;
import java.util.List;

/**
 * How far traffic may go back to the stable track by itself: never to more of it than its ready pods can carry. What a person
 * lowers by hand does not ask here. Pure.
 */
record WayDown(String component, Routing routing, Weight from, Reach reach, Workload stable, Workload canary) {

    /** As many as a rolling update takes away at once unless told otherwise (Kubernetes' maxUnavailable of 25 %). */
    private static final int QUARTER = 4;

    /** The weight to send on the way to {@code goal}; {@link #from} when nothing may be sent now. */
    Weight towards(Weight goal) {
        if (routing.kind().equals(Routing.REPLICA_RATIO)) {
            return byPods(goal);
        }
        if (routing.scalesItself() || !lowest().isAbove(goal)) {
            return goal;
        }
        return weights().stream().filter(weight -> !lowest().isAbove(weight)).min(Comparator.naturalOrder())
                .filter(from::isAbove).orElse(from);
    }

    /** What is awaited: {@code 5 of 10 ready stable pods carry at most 50 %}. */
    String awaited() {
        if (routing.kind().equals(Routing.REPLICA_RATIO)) {
            return component + ": " + stable.ready() + " of " + stable.wanted()
                    + " stable pods are ready; the canary's leave as theirs come";
        }
        String scaled = stable.wanted() < needed() ? ", and only " + stable.wanted() + " are asked for" : "";
        return component + ": " + Math.min(stable.ready(), needed()) + " of " + needed() + " ready stable pods carry at most "
                + carried() + scaled + "; the rest of the traffic stays on the canary until they are ready";
    }

    /** Whether nothing would answer what goes back now. */
    boolean nobodyReady() {
        return !routing.scalesItself() && needed() > 0 && stable.ready() == 0;
    }

    /** The stable track may have been scaled down while the canary had the traffic; then the canary tells how many it takes. */
    int needed() {
        return Math.max(stable.wanted(), canary.wanted());
    }

    private Weight carried() {
        return needed() == 0 ? Weight.FULL
                : Weight.ofPercent(Math.floor(100.0 * Math.min(stable.ready(), needed()) / needed()));
    }

    private Weight lowest() {
        return new Weight(Weight.FULL.basisPoints() - carried().basisPoints());
    }

    private List<Weight> weights() {
        return switch (reach) {
            case Reach.AnyPercent _ -> List.of(lowest());
            case Reach.Only only -> only.weights();
        };
    }

    /** Both tracks change by pods: each that leaves is missed until the one that takes its place is ready. */
    private Weight byPods(Weight goal) {
        List<Weight> below = weights().stream().filter(weight -> from.isAbove(weight) && !goal.isAbove(weight)).sorted().toList();
        int pods = Math.max(1, weights().size() - 1);
        int missing = Math.max(0, stable.wanted() - stable.ready());
        int leaving = Math.min(below.size(), Math.max(1, pods / QUARTER) - missing);
        return leaving <= 0 ? from : below.get(below.size() - leaving);
    }
}
