package com.maily.console.bench.judge;

import com.maily.console.core.model.Objective.Bound;
import com.maily.console.core.sla.Verdict.Word;
import com.maily.console.core.sla.judge.CountRule;
import com.maily.console.core.sla.judge.MinuteRule;
import com.maily.console.core.sla.judge.Room;
import java.util.Arrays;

/** Our judge where a metric has no counts: a point for each minute, looked at when it is there. */
record Minutes(Series series) {

    private static final int PER_MINUTE = 6;
    private static final MinuteRule RULE = new MinuteRule(new Room(Bound.AT_MOST, 200, false), CountRule.TOLERANCE, 1, CountRule.RISK / 2);

    /** The slice after which it calls the canary worse, or {@link Sequential#NEVER}. */
    int alarm(Hour hour) {
        double[] stable = points(hour.stable);
        double[] canary = points(hour.canary);
        for (int minute = 1; minute <= canary.length; minute++) {
            if (RULE.judge(Arrays.copyOf(stable, minute), Arrays.copyOf(canary, minute)).word() == Word.FAIL) {
                return minute * PER_MINUTE;
            }
        }
        return Sequential.NEVER;
    }

    private double[] points(Hour.Track track) {
        double[] points = new double[Hour.SLICES / PER_MINUTE];
        Arrays.setAll(points, minute -> series.value(track.together(minute * PER_MINUTE, (minute + 1) * PER_MINUTE), 0));
        return points;
    }
}
