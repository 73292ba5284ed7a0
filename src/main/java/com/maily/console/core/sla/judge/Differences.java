package com.maily.console.core.sla.judge;

import java.util.Arrays;

/**
 * All differences of a canary point and a stable point, in order, without writing them down: an hour of points has 129,600. The n-th is
 * found by halving the range and counting, in the spirit of Johnson and Mizoguchi, "Selecting the Kth element in X + Y", SIAM Journal on
 * Computing 7, 1978.
 */
final class Differences {

    private static final int HALVINGS = 100;

    private final double[] stable;
    private final double[] canary;

    Differences(double[] stable, double[] canary) {
        this.stable = stable.clone();
        this.canary = canary.clone();
        Arrays.sort(this.stable);
        Arrays.sort(this.canary);
    }

    /** The {@code n}-th smallest difference, counted from 0. */
    double nth(double n) {
        double low = canary[0] - stable[stable.length - 1];
        double high = canary[canary.length - 1] - stable[0];
        if (atMost(low) > n) {
            return low;
        }
        for (int i = 0; i < HALVINGS && low < high; i++) {
            double middle = low + (high - low) / 2;
            if (middle == low || middle == high) {
                break;
            }
            if (atMost(middle) > n) {
                high = middle;
            } else {
                low = middle;
            }
        }
        return high;
    }

    /** Stable points in reach of a canary point lie above a border that only rises with the canary points. */
    private long atMost(double limit) {
        long count = 0;
        int border = 0;
        for (double ours : canary) {
            while (border < stable.length && ours - stable[border] > limit) {
                border++;
            }
            count += stable.length - border;
        }
        return count;
    }
}
