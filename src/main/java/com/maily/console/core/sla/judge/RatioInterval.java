package com.maily.console.core.sla.judge;

import org.apache.commons.numbers.gamma.LogBeta;

/**
 * A confidence sequence for the ratio of two rates: at every look it holds the true ratio, all looks together with the promised confidence.
 * It is what a beta-binomial mixture cannot reject of {@code p}, the chance that a bad request is the canary's (Robbins 1970; Howard
 * and others 2021, section on the beta-binomial mixture), carried over to the ratio of rates.
 */
public final class RatioInterval {

    private static final int HALVINGS = 60;

    private RatioInterval() { }

    /** @param alpha the risk of ever missing the true ratio, 0.01 for 99 % */
    public static Interval of(Counts stable, Counts canary, double alpha) {
        double bad = stable.bad() + canary.bad();
        if (bad == 0 || stable.total() == 0 || canary.total() == 0) {
            return new Interval(0, Double.POSITIVE_INFINITY);
        }
        double even = canary.total() / (canary.total() + stable.total());
        double guess = canary.bad() / bad;
        double lower = edge(canary.bad(), stable.bad(), even, alpha, 0, guess);
        double upper = edge(canary.bad(), stable.bad(), even, alpha, 1, guess);
        double exposure = stable.total() / canary.total();
        return new Interval(exposure * lower / (1 - lower), upper >= 1 ? Double.POSITIVE_INFINITY
                : exposure * upper / (1 - upper));
    }

    /** Between {@code outside}, which is rejected, and {@code inside}, which is not, the probability at which rejection begins. */
    private static double edge(double ours, double theirs, double even, double alpha, double outside, double inside) {
        double out = outside;
        double in = inside;
        for (int i = 0; i < HALVINGS; i++) {
            double middle = (out + in) / 2;
            if (log(ours, theirs, even, middle) < -Math.log(alpha)) {
                in = middle;
            } else {
                out = middle;
            }
        }
        return in;
    }

    /** The mixture's evidence against {@code p}; its prior weighs like one bad request, shared as the traffic is. */
    private static double log(double ours, double theirs, double even, double p) {
        double prior = LogBeta.value(even, 1 - even);
        double evidence = LogBeta.value(even + ours, 1 - even + theirs) - prior;
        return evidence - term(ours, p) - term(theirs, 1 - p);
    }

    private static double term(double count, double probability) {
        return count == 0 ? 0 : count * Math.log(probability);
    }
}
