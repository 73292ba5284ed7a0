package com.maily.console.core.journal;

import com.maily.console.core.model.Weight;
import com.maily.console.core.sla.Verdict;
import java.time.Instant;
import java.util.Optional;

/**
 * One component in one deployment, as the journal tells it.
 *
 * @param desired   the canary weight last sent to the router
 * @param observed  the canary weight the router last reported
 * @param why       why they differ, in the router's words; empty when they do not
 * @param shiftedAt when the desired weight last changed; the bake of a rung counts from here
 * @param settledAt when the router first reported the desired weight
 * @param verdict   the newest one since the last shift
 * @param stable    the version the platform last reported on the stable track, empty when not yet read
 */
public record ComponentState(Weight desired, Weight observed, String why, Optional<Instant> shiftedAt, Optional<Instant> settledAt,
                             Optional<Verdict> verdict, String stable, String canary) {

    public static final ComponentState UNTOUCHED = new ComponentState(Weight.ZERO, Weight.ZERO, "", Optional.empty(),
            Optional.empty(), Optional.empty(), "", "");

    ComponentState shifted(Weight to, Instant at) {
        return new ComponentState(to, observed, why, Optional.of(at), Optional.empty(), Optional.empty(), stable, canary);
    }

    ComponentState reported(Weight routerDesired, Weight routerObserved, String reason, Instant at) {
        boolean settled = routerDesired.equals(routerObserved);
        return new ComponentState(routerDesired, routerObserved, reason, shiftedAt,
                settled ? Optional.of(settledAt.orElse(at)) : Optional.empty(), verdict, stable, canary);
    }

    ComponentState judged(Verdict newest) {
        return new ComponentState(desired, observed, why, shiftedAt, settledAt, Optional.of(newest), stable, canary);
    }

    ComponentState runs(boolean stableTrack, String version) {
        return new ComponentState(desired, observed, why, shiftedAt, settledAt, verdict,
                stableTrack ? version : stable, stableTrack ? canary : version);
    }
}
