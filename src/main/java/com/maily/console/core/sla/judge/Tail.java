package com.maily.console.core.sla.judge;

import java.util.List;

/**
 * How many requests took longer than each of several limits, on both tracks.
 *
 * @param stable one number per limit, ascending limits
 * @param canary the same limits in the same order
 */
public record Tail(List<Double> stable, List<Double> canary) {

    public static final Tail NONE = new Tail(List.of(), List.of());

    /** @throws IllegalArgumentException when a number is unknown, or one track has fewer of them: no data is not zero */
    public Tail {
        stable = List.copyOf(stable);
        canary = List.copyOf(canary);
        if (stable.size() != canary.size() || !known(stable) || !known(canary)) {
            throw new IllegalArgumentException("no tail: " + stable + " and " + canary);
        }
    }

    private static boolean known(List<Double> counts) {
        return counts.stream().allMatch(count -> count >= 0 && Double.isFinite(count));
    }

    boolean isEmpty() {
        return stable.isEmpty();
    }
}
