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
 * @param leaving   the lower weight the router was told and has not reported yet, since it was first told
 * @param lost      that this does not happen, once that was said
 */
public record ComponentState(Weight desired, Weight observed, String why, Optional<Instant> shiftedAt,
        Optional<Instant> settledAt, Optional<Verdict> verdict, String stable, String canary, List<Shift> shifts,
        Optional<Shift> leaving, Optional<Lost> lost) {

    /** Since when a weight was desired. @param by who told it, empty when somebody past the console did */
    public record Shift(Weight to, Instant at, String by) {

        private static final int STRAY = 100;

        /** Whether more than this goes to the canary; a measured share strays a little, but nothing is nothing. */
        public boolean missedBy(Weight share) {
            return share.basisPoints() > to.basisPoints() + (to.isZero() ? 0 : STRAY);
        }
    }

    /** Traffic that was told to leave the canary and has not. */
    public record Lost(Weight told, Weight observed, String why, Instant at) {
        public String sentence() {
            return "told " + told + ", the router reports " + observed;
        }
    }

    public static final ComponentState UNTOUCHED = new ComponentState(Weight.ZERO, Weight.ZERO, "", Optional.empty(),
            Optional.empty(), Optional.empty(), "", "", List.of(), Optional.empty(), Optional.empty());

    public ComponentState {
        shifts = List.copyOf(shifts);
    }

    /** The router was told. Told the same lower weight again, it has had its time since the first. */
    ComponentState told(Weight from, Weight to, Instant at, String by) {
        Optional<Shift> first = leaving.filter(one -> one.to().equals(to)).or(() -> Optional.of(new Shift(to, at, by)));
        boolean down = from.isAbove(to);
        return shifted(to, at, by).leaving(down ? first : Optional.empty(), lost.filter(_ -> down));
    }

    private ComponentState shifted(Weight to, Instant at, String by) {
        return new ComponentState(to, observed, why, Optional.of(at), Optional.empty(), Optional.empty(), stable, canary,
                Stream.concat(shifts.stream(), Stream.of(new Shift(to, at, by))).toList(), leaving, lost);
    }

    private ComponentState leaving(Optional<Shift> still, Optional<Lost> missed) {
        return new ComponentState(desired, observed, why, shiftedAt, settledAt, verdict, stable, canary, shifts, still, missed);
    }

    /** A desired weight that is not ours was set by somebody else: that is a shift too, and what was judged before it is void. */
    ComponentState reported(Weight routerDesired, Weight routerObserved, String reason, Instant at) {
        ComponentState base = routerDesired.equals(desired) ? this : shifted(routerDesired, at, "");
        Optional<Instant> settled = routerDesired.equals(routerObserved) ? Optional.of(base.settledAt.orElse(at))
                : Optional.empty();
        Optional<Shift> still = leaving.or(() -> lowered(at))
                .filter(told -> told.missedBy(routerObserved) || told.missedBy(routerDesired));
        return new ComponentState(routerDesired, routerObserved, reason, base.shiftedAt, settled, base.verdict, stable, canary,
                base.shifts, still, lost.filter(_ -> still.isPresent()));
    }

    /** The newest weight, if the console told it to go down: it may come back after it was seen to be gone. */
    private Optional<Shift> lowered(Instant at) {
        Weight before = shifts.size() < 2 ? Weight.ZERO : shifts.get(shifts.size() - 2).to();
        return shifts.isEmpty() || shifts.getLast().by().isEmpty() || !before.isAbove(shifts.getLast().to()) ? Optional.empty()
                : Optional.of(new Shift(shifts.getLast().to(), at, shifts.getLast().by()));
    }

    ComponentState notRecovered(Lost missed) {
        return leaving(leaving, Optional.of(missed));
    }

    ComponentState judged(Verdict newest) {
        return new ComponentState(desired, observed, why, shiftedAt, settledAt, Optional.of(newest), stable, canary,
                shifts, leaving,
                lost);
    }

    ComponentState runs(boolean stableTrack, String version) {
        return new ComponentState(desired, observed, why, shiftedAt, settledAt, verdict,
                stableTrack ? version : stable, stableTrack ? canary : version, shifts, leaving, lost);
    }

    /** Who told the present weight, empty when somebody past the console did. */
    public String toldBy() {
        return shifts.isEmpty() ? "" : shifts.getLast().by();
    }
}
