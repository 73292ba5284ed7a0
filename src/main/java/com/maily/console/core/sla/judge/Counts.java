package com.maily.console.core.sla.judge;

/**
 * How many of a track's requests were bad, so that tests of rates cannot mix up the two numbers. Sources that extrapolate give
 * fractions of a request; they are kept.
 *
 * @param bad   requests that failed, or took longer than their limit
 * @param total all requests
 */
public record Counts(double bad, double total) {

    /** @throws IllegalArgumentException when a number is negative or unknown: no data is not zero */
    public Counts {
        if (!(bad >= 0 && total >= 0 && Double.isFinite(bad) && Double.isFinite(total))) {
            throw new IllegalArgumentException("no counts: " + bad + " of " + total);
        }
        bad = Math.min(bad, total);
    }

    /** Bad requests per request, 0 to 1; NaN when nothing was asked. */
    public double share() {
        return total == 0 ? Double.NaN : bad / total;
    }

    public Counts plus(Counts other) {
        return new Counts(bad + other.bad, total + other.total);
    }
}
