package com.maily.console.bench.judge;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * One judge on one kind of canary.
 *
 * @param alarms        share of the runs in which it called the canary worse: false alarms when nothing changed
 * @param medianSeconds until it did, null when it did in fewer than half of the runs
 */
record Row(String metric, double shift, double traffic, String judge, int runs, double alarms, @Nullable Double medianSeconds) {

    static Row of(String metric, double shift, double traffic, String judge, int[] alarms) {
        int[] sorted = Arrays.stream(alarms).sorted().toArray();
        long raised = Arrays.stream(alarms).filter(slice -> slice != Sequential.NEVER).count();
        int middle = sorted[sorted.length / 2];
        return new Row(metric, shift, traffic, judge, alarms.length, (double) raised / alarms.length,
                middle == Sequential.NEVER ? null : middle * 10.0);
    }
}
