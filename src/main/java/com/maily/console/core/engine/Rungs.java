package com.maily.console.core.engine;

import com.maily.console.core.model.Weight;
import com.maily.console.core.port.TrafficRouter.Reach;
import java.util.List;
import java.util.Optional;

/** The weights a canary really climbs: its ladder, as far as its router can follow it. Pure. */
record Rungs(List<Weight> weights) {

    /** A router of few weights takes, for each rung, the smallest it can set that is not below it. */
    static Rungs of(List<Weight> ladder, Reach reach) {
        return new Rungs(ladder.stream().flatMap(rung -> reachable(rung, reach).stream())
                .filter(rung -> !rung.isZero()).distinct().sorted().toList());
    }

    /** The ladder as it was planned. */
    static Rungs of(List<Weight> ladder) {
        return of(ladder, new Reach.AnyPercent());
    }

    private static Optional<Weight> reachable(Weight rung, Reach reach) {
        return switch (reach) {
            case Reach.AnyPercent _ -> Optional.of(rung);
            case Reach.Only only -> only.weights().stream().filter(weight -> !rung.isAbove(weight)).min(Weight::compareTo);
        };
    }

    Optional<Weight> above(Weight current) {
        return weights.stream().filter(rung -> rung.isAbove(current)).findFirst();
    }

    /** Where traffic goes back to when {@code current} fails: the rung below, which has passed, or nothing. */
    Weight below(Weight current) {
        return weights.stream().filter(current::isAbove).reduce(Weight.ZERO, (_, later) -> later);
    }
}
