package com.maily.console.core.sla.judge;

import java.util.Arrays;

/**
 * The alternatives a sequential test weighs at once: how many times larger than allowed a rate might be. A test that bets on one size
 * alone is fast there and slow elsewhere; the average over several is nearly as fast everywhere (method of mixtures: Robbins, "Statistical
 * methods related to the law of the iterated logarithm", Annals of Mathematical Statistics 41, 1970).
 */
final class Mixture {

    private static final double[] TIMES = {1.1, 1.25, 1.5, 2, 3, 5, 10, 30};
    /** Small increases take long to prove and get more of the weight; large ones are proven in moments whatever they get. */
    private static final double[] WEIGHTS = {0.14, 0.24, 0.22, 0.16, 0.1, 0.07, 0.04, 0.03};

    private Mixture() { }

    static double[] times() {
        return TIMES.clone();
    }

    /** The logarithm of the mixture of {@code exp(logs)}, one for each of the times. */
    static double log(double[] logs) {
        return logMean(logs, WEIGHTS);
    }

    /** The logarithm of the mean of {@code exp(logs)}. */
    static double logMean(double... logs) {
        double[] equal = new double[logs.length];
        Arrays.fill(equal, 1.0 / logs.length);
        return logMean(logs, equal);
    }

    private static double logMean(double[] logs, double[] weights) {
        double largest = Arrays.stream(logs).max().orElseThrow();
        double sum = 0;
        for (int i = 0; i < logs.length; i++) {
            sum += weights[i] * Math.exp(logs[i] - largest);
        }
        return largest + Math.log(sum);
    }
}
