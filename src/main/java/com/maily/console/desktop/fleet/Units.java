package com.maily.console.desktop.fleet;

import java.time.Duration;
import java.time.Instant;

/** How amounts and ages of pods are written: short, as kubectl does. */
final class Units {

    private static final long MEBI = 1L << 20;

    private Units() { }

    /** {@code 412 Mi}, {@code 2.5 Gi}. */
    static String bytes(long bytes) {
        long mebi = Math.round((double) bytes / MEBI);
        return mebi < 10_000 ? mebi + " Mi" : String.format(java.util.Locale.ROOT, "%.1f Gi", mebi / 1024.0);
    }

    /** {@code 14s}, {@code 3m}, {@code 5h}, {@code 6d}. */
    static String age(Instant since, Instant now) {
        long seconds = Math.max(0, Duration.between(since, now).toSeconds());
        return seconds < 60 ? seconds + "s" : seconds < 3600 ? seconds / 60 + "m" : seconds < 86_400 ? seconds / 3600 + "h"
                : seconds / 86_400 + "d";
    }
}
