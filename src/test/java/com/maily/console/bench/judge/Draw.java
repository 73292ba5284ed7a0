package com.maily.console.bench.judge;

import java.util.SplittableRandom;

/** Draws counts fast enough for hundreds of millions: exact where counts are small, by the normal approximation where they are large. */
final class Draw {

    private static final double LARGE = 30;
    private final SplittableRandom random;

    Draw(long seed) {
        this.random = new SplittableRandom(seed);
    }

    /** How many of {@code n} happen, each with probability {@code p}. */
    int binomial(int n, double p) {
        if (n == 0 || p <= 0) {
            return 0;
        }
        if (p > 0.5) {
            return n - binomial(n, 1 - p);
        }
        double mean = n * p;
        if (mean > LARGE) {
            long drawn = Math.round(mean + Math.sqrt(mean * (1 - p)) * random.nextGaussian());
            return (int) Math.max(0, Math.min(n, drawn));
        }
        return inverted(n, p);
    }

    /** Walks up the distribution function until it passes a uniform draw. */
    private int inverted(int n, double p) {
        double odds = p / (1 - p);
        double probability = Math.exp(n * Math.log1p(-p));
        double left = random.nextDouble() - probability;
        int count = 0;
        while (left > 0 && count < n) {
            count++;
            probability *= odds * (n - count + 1) / count;
            left -= probability;
        }
        return count;
    }

    double gaussian() {
        return random.nextGaussian();
    }
}
