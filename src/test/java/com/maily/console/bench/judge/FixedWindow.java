package com.maily.console.bench.judge;

import com.maily.console.core.sla.judge.RankTest;
import java.util.Arrays;

/**
 * The rule public canary judges use: the canary is worse when the 98 % interval of the Hodges-Lehmann difference lies wholly above a quarter
 * of its estimate. It is asked at the end of each window.
 *
 * @param slices length of a window, 10 s each; the hour is cut into windows
 */
record FixedWindow(Series series, int slices) {

    private static final double CONFIDENCE = 0.98;
    private static final double TOLERANCE = 0.25;
    /** The upper 1 % point of the normal distribution. */
    private static final double Z = 2.3263478740408408;

    /** The slice after which it calls the canary worse, or none: {@link Sequential#NEVER}. */
    int alarm(Hour hour) {
        for (int from = 0; from + slices <= Hour.SLICES; from += slices) {
            if (worse(series.points(hour.stable, from, from + slices), series.points(hour.canary, from, from + slices))) {
                return from + slices;
            }
        }
        return Sequential.NEVER;
    }

    /** The same rule asked every 10 s about all points so far, from ten minutes on: what looking does to it. */
    int impatientAlarm(Hour hour) {
        for (int to = slices; to <= Hour.SLICES; to++) {
            if (worse(series.points(hour.stable, 0, to), series.points(hour.canary, 0, to))) {
                return to;
            }
        }
        return Sequential.NEVER;
    }

    private static boolean worse(double[] stable, double[] canary) {
        if (stable.length == 0 || canary.length == 0 || !couldBe(stable, canary)) {
            return false;
        }
        RankTest rank = RankTest.of(stable, canary, CONFIDENCE);
        return rank.between().lower() > TOLERANCE * Math.abs(rank.shift());
    }

    /** Saves the costly interval where its lower end cannot lie above zero: it does only if enough pairs are strictly higher. */
    private static boolean couldBe(double[] stable, double[] canary) {
        double[] theirs = stable.clone();
        double[] ours = canary.clone();
        Arrays.sort(theirs);
        Arrays.sort(ours);
        long higher = 0;
        int below = 0;
        for (double our : ours) {
            while (below < theirs.length && theirs[below] < our) {
                below++;
            }
            higher += below;
        }
        double pairs = (double) ours.length * theirs.length;
        return higher > pairs / 2 + Z * Math.sqrt(pairs * (ours.length + theirs.length + 1) / 12) - 1;
    }
}
