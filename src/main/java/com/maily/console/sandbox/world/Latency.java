package com.maily.console.sandbox.world;

/** How durations are spread: log-normal, given by median and 99th percentile. */
record Latency(double median, double p99) {

    /** The normal distribution's own 99th percentile. */
    private static final double Z99 = 2.3263478740408408;

    /** The share of durations up to {@code seconds}. */
    double shareUpTo(double seconds) {
        return normalShare(StrictMath.log(seconds / median) / deviation());
    }

    double mean() {
        return median * StrictMath.exp(deviation() * deviation() / 2);
    }

    private double deviation() {
        return StrictMath.log(p99 / median) / Z99;
    }

    /** Abramowitz and Stegun 7.1.26; off by less than 2e-7. */
    private static double normalShare(double z) {
        double x = Math.abs(z) / StrictMath.sqrt(2);
        double t = 1 / (1 + 0.3275911 * x);
        double series = t * (0.254829592 + t * (-0.284496736 + t * (1.421413741 + t * (-1.453152027 + t * 1.061405429))));
        double tail = series * StrictMath.exp(-x * x) / 2;
        return z > 0 ? 1 - tail : tail;
    }
}
