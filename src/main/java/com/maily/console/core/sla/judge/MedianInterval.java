package com.maily.console.core.sla.judge;

import org.jspecify.annotations.Nullable;

/**
 * A confidence sequence for the middle of paired differences: all values that the sequential sign test does not reject, as the fixed
 * interval is made from order statistics (Thompson, Annals of Mathematical Statistics 7, 1936).
 */
final class MedianInterval {

    private MedianInterval() { }

    /**
     * @param sorted differences, ascending
     * @param alpha  the risk of ever missing the true middle
     * @return null as long as there are too few to say anything
     */
    static @Nullable Interval of(double[] sorted, double alpha) {
        for (int most = sorted.length / 2; most <= sorted.length; most++) {
            if (most > 0 && LimitEvidence.of(new Counts(most, sorted.length), MinuteRule.EVEN) >= Math.log(2 / alpha)) {
                return new Interval(sorted[sorted.length - most], sorted[most - 1]);
            }
        }
        return null;
    }
}
