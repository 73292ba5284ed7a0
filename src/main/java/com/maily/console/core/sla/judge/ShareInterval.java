package com.maily.console.core.sla.judge;

import org.apache.commons.numbers.gamma.LogBeta;

/**
 * A confidence sequence for one share: at every look it holds the true one, all looks together with the promised confidence. It
 * is what a beta-binomial mixture cannot reject (Robbins, Annals of Mathematical Statistics 41, 1970; Howard, Ramdas, McAuliffe
 * and Sekhon, Annals of Statistics 49, 2021).
 */
public final class ShareInterval {

    private static final int HALVINGS = 60;

    private ShareInterval() { }

    /**
     * Where a track's share of bad requests lies.
     *
     * @param expected the share the mixture is centred on, above 0 and below 1: the interval is always valid, and shortest near
     * it
     * @param alpha    the risk of ever missing the true share, 0.01 for 99 %
     */
    public static Interval of(Counts counts, double expected, double alpha) {
        double good = counts.total() - counts.bad();
        return counts.total() == 0 ? new Interval(0, 1) : of(counts.bad(), good, 0.5, 0.5 * (1 - expected) / expected, alpha);
    }

    /**
     * The probabilities of {@code ours} that {@code ours} of {@code ours + theirs} do not speak against; the prior weighs like
     * that many.
     */
    static Interval of(double ours, double theirs, double priorOurs, double priorTheirs, double alpha) {
        double guess = ours / (ours + theirs);
        double evidence = LogBeta.value(priorOurs + ours, priorTheirs + theirs) - LogBeta.value(priorOurs, priorTheirs);
        return new Interval(edge(ours, theirs, evidence + Math.log(alpha), 0, guess), edge(ours, theirs, evidence
                + Math.log(alpha), 1, guess));
    }

    /**
     * Between {@code outside}, which is rejected, and {@code inside}, which is not, the probability at which rejection begins.
     */
    private static double edge(double ours, double theirs, double least, double outside, double inside) {
        double out = outside;
        double in = inside;
        for (int i = 0; i < HALVINGS; i++) {
            double middle = (out + in) / 2;
            if (term(ours, middle) + term(theirs, 1 - middle) > least) {
                in = middle;
            } else {
                out = middle;
            }
        }
        return in;
    }

    private static double term(double count, double probability) {
        return count == 0 ? 0 : count * Math.log(probability);
    }
}
