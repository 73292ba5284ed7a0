package com.maily.console.core.sla.judge;

import java.util.Arrays;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.apache.commons.statistics.inference.MannWhitneyUTest;

/**
 * Whether the canary's points tend to lie higher than the stable ones, for one fixed window: Mann and Whitney, Annals of Mathematical
 * Statistics 18, 1947, two-sided, with the correction for ties (Hollander, Wolfe and Chicken, "Nonparametric Statistical Methods",
 * 4.1). Looking at it again and again inflates its false alarms.
 *
 * @param u       pairs in which the canary's point is the higher one, ties counting half
 * @param p       chance of a difference at least this large between equals
 * @param higher  common language effect size: the chance that a canary point lies above a stable one, ties half (McGraw and Wong,
 *                Psychological Bulletin 111, 1992)
 * @param shift   Hodges-Lehmann estimate of the difference, in the unit of the points (Annals of Mathematical Statistics 34, 1963)
 * @param between the interval of that difference
 */
public record RankTest(double u, double p, double higher, double shift, Interval between) {

    /** @param confidence of the interval, 0.98 for 98 % */
    public static RankTest of(double[] stable, double[] canary, double confidence) {
        MannWhitneyUTest.Result result = MannWhitneyUTest.withDefaults().test(canary, stable);
        double pairs = (double) stable.length * canary.length;
        Differences differences = new Differences(stable, canary);
        double middle = (differences.nth(Math.floor((pairs - 1) / 2)) + differences.nth(Math.ceil((pairs - 1) / 2))) / 2;
        return new RankTest(result.getStatistic(), same(stable, canary) ? 1 : result.getPValue(),
                result.getStatistic() / pairs, middle, interval(stable, canary, confidence, differences));
    }

    /** Only one value anywhere: there is nothing to rank. */
    private static boolean same(double[] stable, double[] canary) {
        double first = stable[0];
        return Arrays.stream(stable).allMatch(x -> x == first) && Arrays.stream(canary).allMatch(x -> x == first);
    }

    /** Order statistics of the pairwise differences, by the normal approximation (Hollander, Wolfe and Chicken, 4.3). */
    private static Interval interval(double[] stable, double[] canary, double confidence, Differences differences) {
        double pairs = (double) stable.length * canary.length;
        double z = NormalDistribution.of(0, 1).inverseSurvivalProbability((1 - confidence) / 2);
        double width = z * Math.sqrt(pairs * (stable.length + canary.length + 1) / 12);
        double first = Math.max(0, Math.floor(pairs / 2 - width));
        return new Interval(differences.nth(first), differences.nth(pairs - 1 - first));
    }
}
