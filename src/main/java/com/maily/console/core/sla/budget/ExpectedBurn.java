package com.maily.console.core.sla.budget;

import com.maily.console.core.model.Objective;
import com.maily.console.core.model.Weight;
import com.maily.console.core.sla.judge.Counts;
import com.maily.console.core.sla.judge.Interval;
import com.maily.console.core.sla.judge.ShareInterval;
import java.util.Optional;

/**
 * What a canary's weight would cost of one objective's budget, if both tracks go on as they did since the last shift: {@code
 * burn(w) = (w * canary share + (1 - w) * stable share) / allowed share}. The interval holds the true burn at every look and
 * every weight at once, since both shares' confidence sequences do.
 *
 * @param canaryShare where the canary's share of bad requests lies, and {@code stableShare} the stable track's
 */
public record ExpectedBurn(Objective objective, double allowed, Counts stable, Counts canary, Interval stableShare,
        Interval canaryShare) {

    /** The risk that the interval ever misses, shared by both tracks. */
    public static final double RISK = 0.01;

    static ExpectedBurn of(Objective objective, double allowed, Counts stable, Counts canary) {
        return new ExpectedBurn(objective, allowed, stable, canary, ShareInterval.of(stable, allowed, RISK / 2),
                ShareInterval.of(canary, allowed, RISK / 2));
    }

    public BurnRate at(Weight weight) {
        return mixed(weight.percent() / 100, canary.share(), stable.share());
    }

    public Interval interval(Weight weight) {
        double share = weight.percent() / 100;
        return new Interval(mixed(share, canaryShare.lower(), stableShare.lower()).times(),
                mixed(share, canaryShare.upper(), stableShare.upper()).times());
    }

    private BurnRate mixed(double weight, double ofCanary, double ofStable) {
        return BurnRate.of(weight * ofCanary + (1 - weight) * ofStable, allowed);
    }

    /** The weight at which the budget would be spent so fast; empty where no weight does, or every one does. */
    public Optional<Weight> reaches(double times) {
        double more = canary.share() - stable.share();
        double share = (new BurnRate(times).badShare(allowed) - stable.share()) / more;
        return more > 0 && share > 0 && share <= 1 ? Optional.of(Weight.ofPercent(share * 100)) : Optional.empty();
    }
}
