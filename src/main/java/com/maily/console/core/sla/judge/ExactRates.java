package com.maily.console.core.sla.judge;

import org.apache.commons.statistics.inference.AlternativeHypothesis;
import org.apache.commons.statistics.inference.BinomialTest;
import org.apache.commons.statistics.inference.FisherExactTest;

/** Exact tests of two rates for one look at a past window, where nobody peeked before. */
public final class ExactRates {

    private ExactRates() { }

    /**
     * The chance to see at least that many of the bad requests at the canary when its rate is no more than {@code 1 + tolerance} times
     * the stable one (conditional binomial test: Przyborowski and Wilenski, Biometrika 31, 1940). Fractions are rounded.
     */
    public static double worse(Counts stable, Counts canary, double tolerance) {
        int ours = (int) Math.round(canary.bad());
        int all = ours + (int) Math.round(stable.bad());
        double allowed = canary.total() * (1 + tolerance);
        return all == 0 || allowed == 0 ? 1 : BinomialTest.withDefaults().with(AlternativeHypothesis.GREATER_THAN)
                .test(all, ours, allowed / (allowed + stable.total())).getPValue();
    }

    /** Fisher's exact test that the canary's share is larger (Fisher 1935): for counts that are not rare. */
    public static double fisher(Counts stable, Counts canary) {
        int[][] table = {row(canary), row(stable)};
        boolean empty = table[0][0] + table[1][0] == 0 || table[0][1] + table[1][1] == 0
                || table[0][0] + table[0][1] == 0 || table[1][0] + table[1][1] == 0;
        return empty ? 1 : FisherExactTest.withDefaults().with(AlternativeHypothesis.GREATER_THAN).test(table).getPValue();
    }

    private static int[] row(Counts counts) {
        int bad = (int) Math.round(counts.bad());
        return new int[] {bad, (int) Math.round(counts.total()) - bad};
    }
}
