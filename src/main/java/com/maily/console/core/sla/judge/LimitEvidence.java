package com.maily.console.core.sla.judge;

/**
 * Always-valid evidence that a share of bad requests is above what is allowed, without any baseline: the binomial likelihood ratio
 * of larger shares against the allowed one, averaged over a grid (Wald, "Sequential tests of statistical hypotheses", 1945, with the
 * mixture of Robbins 1970; validity at every look by Ville's inequality, as in {@link RatioEvidence}).
 */
public final class LimitEvidence {

    private static final double LARGEST = 0.999;

    private LimitEvidence() { }

    /**
     * The natural logarithm of the evidence; an alarm is right from {@code ln(1 / alpha)} on.
     *
     * @param allowed share of bad requests that keeps the limit, above 0 and below 1
     */
    public static double of(Counts counts, double allowed) {
        double[] times = Mixture.times();
        double[] logs = new double[times.length];
        for (int i = 0; i < times.length; i++) {
            double share = Math.max(allowed, Math.min(LARGEST, allowed * times[i]));
            logs[i] = counts.bad() * Math.log(share / allowed)
                    + (counts.total() - counts.bad()) * (Math.log1p(-share) - Math.log1p(-allowed));
        }
        return Mixture.log(logs);
    }
}
