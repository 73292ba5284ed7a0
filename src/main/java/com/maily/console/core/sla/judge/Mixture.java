package com.maily.console.core.sla.judge;

import java.util.Arrays;

/**
 * The alternatives a sequential test weighs at once: how many times larger than allowed a rate might be. A test that bets on one size
 * alone is fast there and slow elsewhere; the average over several is nearly as fast everywhere (method of mixtures: Robbins, "Statistical
 * methods related to the law of the iterated logarithm", Annals of Mathematical Statistics 41, 1970).
 */
final class Mixture {

    private static final double[] TIMES = {1.1, 1.25, 1.5, 2, 3, 5, 10, 30};

    private Mixture() { }

    static double[] times() {
        return TIMES.clone();
    }

    /** The logarithm of the mean of {@code exp(logs)}. */
    static double logMean(double[] logs) {
        double largest = Arrays.stream(logs).max().orElseThrow();
        double sum = 0;
        for (double log : logs) {
            sum += Math.exp(log - largest);
        }
        return largest + Math.log(sum) - Math.log(logs.length);
    }
}
