package com.maily.console.core.sla.judge;

/**
 * A confidence sequence for the ratio of two rates: at every look it holds the true ratio, all looks together with the promised confidence.
 * It is the {@link ShareInterval} of the chance that a bad request is the canary's, carried over to the ratio of rates.
 */
public final class RatioInterval {

    private RatioInterval() { }

    /** @param alpha the risk of ever missing the true ratio, 0.01 for 99 % */
    public static Interval of(Counts stable, Counts canary, double alpha) {
        double bad = stable.bad() + canary.bad();
        if (bad == 0 || stable.total() == 0 || canary.total() == 0) {
            return new Interval(0, Double.POSITIVE_INFINITY);
        }
        double even = canary.total() / (canary.total() + stable.total());
        // The prior weighs like one bad request, shared as the traffic is.
        Interval ours = ShareInterval.of(canary.bad(), stable.bad(), even, 1 - even, alpha);
        double exposure = stable.total() / canary.total();
        return new Interval(exposure * ours.lower() / (1 - ours.lower()), ours.upper() >= 1 ? Double.POSITIVE_INFINITY
                : exposure * ours.upper() / (1 - ours.upper()));
    }
}
