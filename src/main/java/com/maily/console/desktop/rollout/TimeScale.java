package com.maily.console.desktop.rollout;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Turns time into pixels, and finds round times to mark. */
record TimeScale(Instant from, Instant to, double left, double width) {
    private static final long[] STEPS = {60, 120, 300, 600, 900, 1800, 3600, 7200, 14_400, 28_800, 86_400};
    private static final double ROOM = 68;

    double x(Instant at) {
        double whole = Math.max(1, Duration.between(from, to).toMillis());
        return left + width * Duration.between(from, at).toMillis() / whole;
    }

    /** The moment at a pixel. */
    Instant at(double x) {
        return from.plusMillis((long) (Duration.between(from, to).toMillis() * (x - left) / Math.max(1, width)));
    }

    List<Instant> ticks() {
        long whole = Math.max(1, Duration.between(from, to).toSeconds());
        long step = STEPS[STEPS.length - 1];
        for (int index = STEPS.length - 1; index >= 0 && width * STEPS[index] / whole >= ROOM; index--) {
            step = STEPS[index];
        }
        List<Instant> ticks = new ArrayList<>();
        for (long at = Math.ceilDiv(from.getEpochSecond(), step) * step; at <= to.getEpochSecond(); at += step) {
            ticks.add(Instant.ofEpochSecond(at));
        }
        return ticks;
    }
}
