package com.maily.console.sandbox.world;

/**
 * How a version answers.
 *
 * @param errorRate share of requests that end in a 5xx, 0 to 1
 * @param median    seconds
 * @param p99       seconds
 */
public record Behaviour(double errorRate, double median, double p99) {

    /** This behaviour, a {@code share} of the way (0 to 1) towards {@code other}. */
    Behaviour towards(Behaviour other, double share) {
        return new Behaviour(between(errorRate, other.errorRate, share), between(median, other.median, share),
                between(p99, other.p99, share));
    }

    private static double between(double from, double to, double share) {
        return from + (to - from) * share;
    }
}
