package com.maily.console.core.model;

/**
 * A share of traffic in hundredths of a percent, so that observed shares such as 24.6 % are exact.
 *
 * @param basisPoints 0 to 10,000
 */
public record Weight(int basisPoints) implements Comparable<Weight> {

    public static final Weight ZERO = new Weight(0);
    public static final Weight FULL = new Weight(10_000);

    /** @throws IllegalArgumentException outside 0 to 10,000 */
    public Weight {
        if (basisPoints < 0 || basisPoints > 10_000) {
            throw new IllegalArgumentException("A weight lies between 0 % and 100 %, not " + basisPoints / 100.0 + " %.");
        }
    }

    public static Weight ofPercent(double percent) {
        return new Weight((int) Math.round(percent * 100));
    }

    /** The share {@code part / whole}; zero when there is no traffic at all. */
    public static Weight ofShare(double part, double whole) {
        return whole <= 0 ? ZERO : new Weight((int) Math.round(10_000 * Math.clamp(part / whole, 0, 1)));
    }

    public double percent() {
        return basisPoints / 100.0;
    }

    public boolean isZero() {
        return basisPoints == 0;
    }

    public boolean isFull() {
        return basisPoints == 10_000;
    }

    public boolean isAbove(Weight other) {
        return basisPoints > other.basisPoints;
    }

    @Override
    public int compareTo(Weight other) {
        return Integer.compare(basisPoints, other.basisPoints);
    }

    /** As people write it: {@code 25 %}, {@code 24.6 %}. */
    @Override
    public String toString() {
        return basisPoints % 100 == 0 ? basisPoints / 100 + " %" : Math.round(basisPoints / 10.0) / 10.0 + " %";
    }
}
