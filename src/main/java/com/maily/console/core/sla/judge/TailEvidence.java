package com.maily.console.core.sla.judge;

/**
 * Always-valid evidence that the canary's latencies reach further up, from the counts a histogram gives for free: at several limits,
 * how many requests took longer. A shift moves all of them, a wider spread with the same middle moves the far ones. Each limit is a
 * {@link RatioEvidence}; their average is evidence too, however much they depend on each other (Vovk and Wang, "E-values: calibration,
 * combination and applications", Annals of Statistics 49, 2021).
 */
public final class TailEvidence {

    private TailEvidence() { }

    /**
     * The natural logarithm of the evidence; an alarm is right from {@code ln(1 / alpha)} on.
     *
     * @param tail not empty
     */
    public static double of(Tail tail, double allStable, double allCanary, double tolerance) {
        RatioEvidence at = new RatioEvidence(allStable, allCanary, tolerance);
        double[] logs = new double[tail.canary().size()];
        for (int i = 0; i < logs.length; i++) {
            logs[i] = at.log(tail.stable().get(i), tail.canary().get(i));
        }
        return Mixture.logMean(logs);
    }
}
