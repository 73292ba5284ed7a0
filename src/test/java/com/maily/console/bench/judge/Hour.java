package com.maily.console.bench.judge;

/**
 * One hour of a canary beside its stable track, in 360 slices of 10 s: requests, errors and a latency histogram of each. Traffic is 240
 * requests/s with a wave of 20 % in the hour; 0.5 % errors; latencies log-normal with a median of 60 ms and a p99 of 192 ms.
 */
final class Hour {

    static final int SLICES = 360;
    static final double[] BOUNDS = {25, 50, 75, 100, 125, 150, 175, 200, 250, 300, 400, 500, 750, 1000, 2500, 10_000};
    private static final double PER_SLICE = 2_400;
    private static final double ERRORS = 0.005;
    private static final double MEDIAN = 60;
    private static final double SIGMA = 0.5;
    private static final double[] STABLE = shares(1);

    final Track stable = new Track();
    final Track canary = new Track();

    /** What one track served in each slice. */
    static final class Track {
        final int[] requests = new int[SLICES];
        final int[] errors = new int[SLICES];
        final int[][] slower = new int[SLICES][BOUNDS.length];

        /** Several slices as one. */
        Track together(int from, int to) {
            Track sum = new Track();
            for (int i = from; i < to; i++) {
                sum.requests[0] += requests[i];
                sum.errors[0] += errors[i];
                for (int k = 0; k < BOUNDS.length; k++) {
                    sum.slower[0][k] += slower[i][k];
                }
            }
            return sum;
        }
    }

    /** Fills this hour anew. @param jitter how much each track's error rate wobbles by itself, as a share */
    void live(Draw draw, double weight, double errorShift, double slowShift, double jitter) {
        double[] slow = slowShift == 1 ? STABLE : shares(slowShift);
        for (int i = 0; i < SLICES; i++) {
            int all = (int) Math.round(PER_SLICE * (1 + 0.2 * Math.sin(2 * Math.PI * i / SLICES)));
            int ours = draw.binomial(all, weight);
            fill(draw, canary, i, ours, ERRORS * errorShift * wobble(draw, jitter), slow);
            fill(draw, stable, i, all - ours, ERRORS * wobble(draw, jitter), STABLE);
        }
    }

    private static double wobble(Draw draw, double jitter) {
        return jitter == 0 ? 1 : Math.exp(jitter * draw.gaussian() - jitter * jitter / 2);
    }

    private static void fill(Draw draw, Track track, int slice, int requests, double errors, double[] slow) {
        track.requests[slice] = requests;
        track.errors[slice] = draw.binomial(requests, errors);
        int left = requests;
        double above = 1;
        for (int i = 0; i < BOUNDS.length; i++) {
            left = slow[i] == 0 ? 0 : draw.binomial(left, slow[i] / above);
            above = slow[i];
            track.slower[slice][i] = left;
        }
    }

    /** The share of requests slower than each bound, when all take {@code shift} times as long. */
    private static double[] shares(double shift) {
        var normal = org.apache.commons.statistics.distribution.NormalDistribution.of(Math.log(MEDIAN * shift), SIGMA);
        double[] shares = new double[BOUNDS.length];
        for (int i = 0; i < shares.length; i++) {
            shares[i] = normal.survivalProbability(Math.log(BOUNDS[i]));
        }
        return shares;
    }
}
