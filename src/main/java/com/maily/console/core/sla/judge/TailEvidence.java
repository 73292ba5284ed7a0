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
     * @param stable requests of the stable track above each limit
     * @param canary the same of the canary, limits in the same order
     */
    public static double of(double[] stable, double allStable, double[] canary, double allCanary, double tolerance) {
        RatioEvidence at = new RatioEvidence(allStable, allCanary, tolerance);
        double[] logs = new double[stable.length];
        for (int i = 0; i < logs.length; i++) {
            logs[i] = at.log(stable[i], canary[i]);
        }
        return Mixture.logMean(logs);
    }
}
