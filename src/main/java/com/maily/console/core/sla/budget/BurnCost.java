package com.maily.console.core.sla.budget;

import com.maily.console.core.model.Objective;
import com.maily.console.core.model.Weight;
import com.maily.console.core.sla.judge.Counts;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What moving a component's canary would cost of its error budgets. The objective that burns fastest at a weight decides there.
 *
 * @param unknown why nobody can tell; empty when somebody can
 */
public record BurnCost(List<ExpectedBurn> burns, String unknown) {

    /** The rates people are told of: as fast as allowed, and those of the two pages. */
    public static final List<Double> MARKS = List.of(1.0, BurnAlert.PAGE_SLOW.times(), BurnAlert.PAGE_FAST.times());
    private static final BurnCost NONE = new BurnCost(List.of(), "");

    public BurnCost {
        burns = List.copyOf(burns);
    }

    /** The weight at which the budget would be spent so many times as fast as allowed. */
    public record Mark(Weight weight, double times) { }

    public static BurnCost unknown(String why) {
        return new BurnCost(List.of(), why);
    }

    /**
     * @param objectives the component's that can be counted on each track; without any there is no cost to tell
     * @param since      when its canary got its present weight
     */
    public static BurnCost of(Collection<Objective> objectives, Map<Objective, TrackShares> known, Optional<Instant> since,
            Instant now) {
        if (objectives.isEmpty()) {
            return NONE;
        }
        if (since.isEmpty()) {
            return unknown("the canary gets no traffic yet");
        }
        List<ExpectedBurn> burns = new ArrayList<>();
        for (Objective objective : objectives) {
            Optional<TrackShares> shares = Optional.ofNullable(known.get(objective))
                    .filter(one -> one.since().equals(since.get()));
            if (shares.isEmpty()) {
                return unknown("too little was counted since the last shift");
            }
            String why = why(shares.get(), now);
            if (!why.isEmpty()) {
                return unknown(why);
            }
            Objective.Counted counted = objective.counted();
            if (counted != null) {
                burns.add(ExpectedBurn.of(objective, counted.allowed() / 100, shares.get().stable().orElseThrow(),
                        shares.get().canary().orElseThrow()));
            }
        }
        return new BurnCost(burns, "");
    }

    private static String why(TrackShares shares, Instant now) {
        if (!shares.fresh(now)) {
            return "what was counted is too old" + (shares.why().isEmpty() ? "" : ": " + shares.why());
        }
        if (none(shares.canary())) {
            return shares.why().isEmpty() ? "no requests were counted at the canary" : shares.why();
        }
        return none(shares.stable()) ? "no requests were counted at the stable track" : "";
    }

    private static boolean none(Optional<Counts> counts) {
        return counts.filter(some -> some.total() > 0).isEmpty();
    }

    public boolean known() {
        return !burns.isEmpty();
    }

    /** The objective whose budget would go fastest. */
    public Optional<ExpectedBurn> worst(Weight weight) {
        return burns.stream().max(Comparator.comparingDouble(burn -> burn.at(weight).times()));
    }

    /**
     * Where the track is to be marked: the lowest weight at which any budget burns so fast, for each rate that is within reach.
     */
    public List<Mark> marks() {
        return MARKS.stream().flatMap(times -> first(times).stream()).toList();
    }

    /** A budget that burns so fast at every weight has no mark: there is no weight below it. */
    private Optional<Mark> first(double times) {
        boolean already = worst(Weight.ZERO).filter(burn -> burn.at(Weight.ZERO).times() >= times).isPresent();
        return already ? Optional.empty() : burns.stream().flatMap(burn -> burn.reaches(times).stream())
                .min(Comparator.naturalOrder()).map(weight -> new Mark(weight, times));
    }
}
