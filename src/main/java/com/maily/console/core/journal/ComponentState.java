package com.maily.console.core.journal;

import com.maily.console.core.model.Weight;
import com.maily.console.core.sla.Verdict;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One component in one deployment, as the journal tells it.
 *
 * @param desired   the canary weight last sent to the router, or that it was last told by somebody else
 * @param observed  the canary weight the router last reported
 * @param why       why they differ, in the router's words; empty when they do not
 * @param shiftedAt when the desired weight last changed; the bake of a rung counts from here
 * @param settledAt since when the router has reported the desired weight, empty while it does not
 * @param verdict   the newest one since the last shift
 * @param stable    the version the platform last reported on the stable track, empty when not yet read
 * @param shifts    every desired weight there was, oldest first
 */
public record ComponentState(Weight desired, Weight observed, String why, Optional<Instant> shiftedAt,
        Optional<Instant> settledAt, Optional<Verdict> verdict, String stable, String canary, List<Shift> shifts) {

    /** Since when a weight was desired. */
    public record Shift(Weight to, Instant at) { }

    public static final ComponentState UNTOUCHED = new ComponentState(Weight.ZERO, Weight.ZERO, "", Optional.empty(),
            Optional.empty(), Optional.empty(), "", "", List.of());

    public ComponentState {
        shifts = List.copyOf(shifts);
    }

    ComponentState shifted(Weight to, Instant at) {
        return new ComponentState(to, observed, why, Optional.of(at), Optional.empty(), Optional.empty(), stable, canary,
                Stream.concat(shifts.stream(), Stream.of(new Shift(to, at))).toList());
    }

    /** A desired weight that is not ours was set by somebody else: that is a shift too, and what was judged before it is void. */
    ComponentState reported(Weight routerDesired, Weight routerObserved, String reason, Instant at) {
        ComponentState base = routerDesired.equals(desired) ? this : shifted(routerDesired, at);
        Optional<Instant> settled = routerDesired.equals(routerObserved) ? Optional.of(base.settledAt.orElse(at))
                : Optional.empty();
        return new ComponentState(routerDesired, routerObserved, reason, base.shiftedAt, settled, base.verdict, stable, canary,
                base.shifts);
    }

    ComponentState judged(Verdict newest) {
        return new ComponentState(desired, observed, why, shiftedAt, settledAt, Optional.of(newest), stable, canary, shifts);
    }

    ComponentState runs(boolean stableTrack, String version) {
        return new ComponentState(desired, observed, why, shiftedAt, settledAt, verdict,
                stableTrack ? version : stable, stableTrack ? canary : version, shifts);
    }
}
