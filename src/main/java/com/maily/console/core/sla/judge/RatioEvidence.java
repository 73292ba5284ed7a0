package com.maily.console.core.sla.judge;

/**
 * Always-valid evidence that the canary's rate of bad requests is more than {@code 1 + tolerance} times the stable one's.
 *
 * <p>Given that a request was bad, it was the canary's with probability {@code p = r n / (r n + m)} for {@code n} canary and {@code m}
 * stable requests and a ratio of rates {@code r} (conditional test of two Poisson rates: Przyborowski and Wilenski, Biometrika 31, 1940; for
 * common events it errs on the side of silence, since Hoeffding's hypergeometric is less spread than the binomial, JASA 58, 1963). The
 * evidence is the likelihood ratio of larger {@code r} against {@code 1 + tolerance}, averaged over a grid: a non-negative
 * supermartingale under every smaller ratio. By Ville's inequality it ever reaches {@code 1 / alpha} with probability {@code alpha}
 * at most, however often one looks (Wald 1945; Howard, Ramdas, McAuliffe and Sekhon, Annals of Statistics 49, 2021). The shares of traffic must
 * be about constant over the counted time, as they are on one rung.
 */
public final class RatioEvidence {

    private final double[] ours;
    private final double[] theirs;

    /**
     * @param stable    requests of the stable track
     * @param canary    requests of the canary in the same time
     * @param tolerance the increase that does not matter: 0.1 for 10 %
     */
    public RatioEvidence(double stable, double canary, double tolerance) {
        double[] times = Mixture.times();
        this.ours = new double[times.length];
        this.theirs = new double[times.length];
        double allowed = canary * (1 + tolerance);
        for (int i = 0; i < times.length; i++) {
            double gain = Math.log((allowed + stable) / (allowed * times[i] + stable));
            ours[i] = Math.log(times[i]) + gain;
            theirs[i] = gain;
        }
    }

    public static double of(Counts stable, Counts canary, double tolerance) {
        return new RatioEvidence(stable.total(), canary.total(), tolerance).log(stable.bad(), canary.bad());
    }

    /** The natural logarithm of the evidence; an alarm is right from {@code ln(1 / alpha)} on. */
    public double log(double badStable, double badCanary) {
        double[] logs = new double[ours.length];
        for (int i = 0; i < logs.length; i++) {
            logs[i] = badCanary * ours[i] + badStable * theirs[i];
        }
        return Mixture.log(logs);
    }
}
