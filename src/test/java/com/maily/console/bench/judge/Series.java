package com.maily.console.bench.judge;

import java.util.Arrays;

/** One value per slice, as a metric source would hand it to a judge of points. */
enum Series {
    ERROR_RATE {
        @Override
        double value(Hour.Track track, int slice) {
            return (double) track.errors[slice] / track.requests[slice];
        }
    },
    MEAN_LATENCY {
        @Override
        double value(Hour.Track track, int slice) {
            double sum = 0;
            int above = track.requests[slice];
            double from = 0;
            for (int i = 0; i < Hour.BOUNDS.length; i++) {
                sum += (above - track.slower[slice][i]) * (from + Hour.BOUNDS[i]) / 2;
                above = track.slower[slice][i];
                from = Hour.BOUNDS[i];
            }
            return sum / track.requests[slice];
        }
    },
    P99_LATENCY {
        @Override
        double value(Hour.Track track, int slice) {
            double rank = track.requests[slice] * 0.01;
            int above = track.requests[slice];
            double from = 0;
            for (int i = 0; i < Hour.BOUNDS.length; i++) {
                int next = track.slower[slice][i];
                if (next <= rank) {
                    return from + (Hour.BOUNDS[i] - from) * (above - rank) / (above - next);
                }
                above = next;
                from = Hour.BOUNDS[i];
            }
            return from;
        }
    };

    /** NaN where nothing was served. */
    abstract double value(Hour.Track track, int slice);

    /** The known values of the slices from one to before the other. */
    double[] points(Hour.Track track, int from, int to) {
        double[] points = new double[to - from];
        int known = 0;
        for (int i = from; i < to; i++) {
            if (track.requests[i] > 0) {
                points[known++] = value(track, i);
            }
        }
        return Arrays.copyOf(points, known);
    }
}
