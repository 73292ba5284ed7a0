package com.maily.console.sandbox.world;

import java.util.SplittableRandom;

/**
 * Chance that can be repeated: the same seed, name and time always give the same number, whatever else was drawn in between.
 * Bound to no state, so that a change in one component leaves the others' numbers alone.
 */
final class Noise {

    private static final long MIX = 0x9E3779B97F4A7C15L;

    private final long seed;

    Noise(long seed) {
        this.seed = seed;
    }

    /** 0 to below 1. */
    double uniform(String name, long moment) {
        return source(name, moment).nextDouble();
    }

    /** Roughly normal, with mean 0 and deviation 1, never beyond 3.5. */
    double normal(String name, long moment) {
        SplittableRandom random = source(name, moment);
        double sum = 0;
        for (int i = 0; i < 4; i++) {
            sum += random.nextDouble();
        }
        return (sum - 2) * StrictMath.sqrt(3);
    }

    /** Like {@link #normal}, but wandering from one value to the next in {@code period} steps of {@code moment}. */
    double slow(String name, long moment, long period) {
        long step = Math.floorDiv(moment, period);
        double part = Math.floorMod(moment, period) / (double) period;
        double smooth = part * part * (3 - 2 * part);
        return normal(name, step) * (1 - smooth) + normal(name, step + 1) * smooth;
    }

    private SplittableRandom source(String name, long moment) {
        return new SplittableRandom(((seed * MIX) ^ name.hashCode()) * MIX + moment);
    }
}
