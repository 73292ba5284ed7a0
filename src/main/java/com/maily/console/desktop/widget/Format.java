package com.maily.console.desktop.widget;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** How numbers, times and ages are written everywhere on screen. */
public final class Format {
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter SHORT = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM", Locale.ENGLISH).withZone(ZoneOffset.UTC);

    private Format() {
    }

    /** {@code 12s}, {@code 1m 12s}, {@code 2h 05m}, {@code 3d 4h}. */
    public static String duration(Duration duration) {
        long seconds = Math.max(0, duration.toSeconds());
        if (seconds < 60) {
            return seconds + "s";
        }
        if (seconds < 3600) {
            return String.format(Locale.ROOT, "%dm %02ds", seconds / 60, seconds % 60);
        }
        return seconds < 86_400 ? String.format(Locale.ROOT, "%dh %02dm", seconds / 3600, seconds / 60 % 60)
                : seconds / 86_400 + "d " + seconds / 3600 % 24 + "h";
    }

    /** {@code +3m}, {@code -40s}, {@code on plan} within 30 seconds. */
    public static String difference(Duration overPlan) {
        if (overPlan.abs().toSeconds() < 30) {
            return "on plan";
        }
        String sign = overPlan.isNegative() ? "-" : "+";
        long seconds = overPlan.abs().toSeconds();
        return seconds < 60 ? sign + seconds + "s" : sign + Math.round(seconds / 60.0) + "m";
    }

    /** {@code 3:46}, {@code 1:24:46}: for what runs. */
    public static String stopwatch(Duration duration) {
        long seconds = Math.max(0, duration.toSeconds());
        return seconds < 3600 ? String.format(Locale.ROOT, "%d:%02d", seconds / 60, seconds % 60)
                : String.format(Locale.ROOT, "%d:%02d:%02d", seconds / 3600, seconds / 60 % 60, seconds % 60);
    }

    public static String age(Instant then, Instant now) {
        return duration(Duration.between(then, now));
    }

    /** {@code 03:12:46}, UTC. */
    public static String clock(Instant at) {
        return CLOCK.format(at);
    }

    /** {@code 03:12}, UTC. */
    public static String hourMinute(Instant at) {
        return SHORT.format(at);
    }

    /** {@code 20 Nov}. */
    public static String day(Instant at) {
        return DAY.format(at);
    }

    /** {@code 41,208}. */
    public static String number(long value) {
        return String.format(Locale.ROOT, "%,d", value);
    }

    /** With as many digits as matter: {@code 99.997}, {@code 164}, {@code 0.008}. */
    public static String decimal(double value) {
        double size = Math.abs(value);
        if (size >= 1000 || value == Math.rint(value)) {
            return number(Math.round(value));
        }
        boolean fine = size < 1 || size > 99 && size < 100;
        return String.format(Locale.ROOT, fine ? "%.3f" : size < 10 ? "%.2f" : size < 100 ? "%.1f" : "%.0f", value);
    }

    /** {@code 164 ms}, {@code 25 %}. */
    public static String value(double value, String unit) {
        return unit.isEmpty() ? decimal(value) : decimal(value) + " " + unit;
    }

    /** {@code 1 s}, {@code 1.5 s}: how long to hold. */
    public static String seconds(Duration duration) {
        double seconds = duration.toMillis() / 1000.0;
        return (seconds == Math.rint(seconds) ? String.valueOf((long) seconds) : String.format(Locale.ROOT, "%.1f", seconds))
                + " s";
    }
}
