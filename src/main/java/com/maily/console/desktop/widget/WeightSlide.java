package com.maily.console.desktop.widget;

import com.maily.console.core.model.Weight;
import com.maily.console.core.sla.budget.BurnCost;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What a weight slider shows, apart from what is being proposed on it.
 *
 * @param next     the weight that comes next by itself, and {@code nextWhen} what it waits for: {@code next, on approval}
 * @param barred   why it cannot go up now, a sentence; empty when it can. Down it can always go
 * @param stale    whether nobody knows the weight now
 * @param uptake   how far the platform is with the desired weight
 * @param editable whether the weight can be moved at all
 * @param limit    how far up it may be moved at once
 * @param costs    where the error budget would go so many times as fast as allowed; none where nobody can tell
 */
public record WeightSlide(Weight observed, Weight desired, Optional<Weight> next, String nextWhen, WeightSnap snap, String barred,
                          boolean stale, Uptake uptake, boolean editable, Limit limit, List<BurnCost.Mark> costs) {

    public WeightSlide {
        costs = List.copyOf(costs);
    }

    /** One without a budget. */
    public WeightSlide(Weight observed, Weight desired, Optional<Weight> next, String nextWhen, WeightSnap snap, String barred,
                       boolean stale, Uptake uptake, boolean editable, Limit limit) {
        this(observed, desired, next, nextWhen, snap, barred, stale, uptake, editable, limit, List.of());
    }

    /** The highest weight that may be proposed now, and why it is not all of it; empty where there is no limit. */
    public record Limit(Weight highest, String why) {
        public static final Limit NONE = new Limit(Weight.FULL, "");
    }

    /** LATE: it was told long enough ago that it should have happened. */
    public enum Uptake { SETTLED, SETTLING, LATE }

    /** A proposal that is allowed: going up can be barred or limited, going down never is. */
    public Weight allowed(Weight wanted) {
        if (!wanted.isAbove(desired)) {
            return wanted;
        }
        return !barred.isEmpty() ? desired : wanted.isAbove(limit.highest()) ? snap.below(limit.highest(), desired) : wanted;
    }

    /** The same, but not to go up, unless that is barred already. */
    public WeightSlide bar(String why) {
        return barred.isEmpty() ? new WeightSlide(observed, desired, next, nextWhen, snap, why, stale, uptake, editable, limit,
                costs)
                : this;
    }

    /** The same with marks for what it would cost. */
    public WeightSlide costing(List<BurnCost.Mark> marks) {
        return new WeightSlide(observed, desired, next, nextWhen, snap, barred, stale, uptake, editable, limit, marks);
    }

    /** The slider in words, for those who do not see it. */
    public String sentence(Optional<Weight> proposed) {
        return "Canary weight " + desired + ", observed " + (stale ? "unknown, last " : "") + observed
                + (uptake == Uptake.LATE ? ", not taken up yet" : "")
                + proposed.map(weight -> ", proposed " + weight + ", nothing sent yet").orElse("")
                + next.map(weight -> ", next " + weight).orElse("") + (barred.isEmpty() ? "" : ". " + barred)
                + (limit.why().isEmpty() ? "" : ". " + limit.why())
                + costs.stream().map(mark -> ". The budget burns " + BurnBar.text(mark.times()) + " from " + mark.weight()
                        + " on")
                        .collect(Collectors.joining());
    }
}
