package com.maily.console.core.sla.report;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.DoubleStream;
import java.util.stream.LongStream;

/** A round value of an axis with what stands beside it. */
public record Tick(double at, String label) {

    private static final long[] SECONDS = {10, 30, 60, 120, 300, 600, 900, 1_800, 3_600, 7_200, 21_600, 43_200, 86_400, 604_800};
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter FINE = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM", Locale.ENGLISH).withZone(ZoneOffset.UTC);
    private static final double[] DIGITS = {1, 2, 5};

    static List<Tick> linear(Axis axis, int wanted) {
        double step = round((axis.high() - axis.low()) / Math.max(1, wanted));
        int decimals = Math.clamp((int) Math.ceil(-Math.log10(step) - 1e-9), 0, 9);
        List<Tick> ticks = new ArrayList<>();
        for (long i = (long) Math.ceil(axis.low() / step - 1e-9); i * step <= axis.high() + step * 1e-9; i++) {
            ticks.add(new Tick(i * step, String.format(Locale.ROOT, "%,." + decimals + "f", i == 0 ? 0.0 : i * step)));
        }
        return ticks;
    }

    /** The next larger of 1, 2, 5 times a power of ten. */
    private static double round(double raw) {
        double power = Math.pow(10, Math.floor(Math.log10(raw)));
        double digit = raw / power;
        return (digit <= 1 ? 1 : digit <= 2 ? 2 : digit <= 5 ? 5 : 10) * power;
    }

    /** 1, 2 and 5 times the powers of ten; the powers alone when these are too many. */
    static List<Tick> ratio(Axis axis, int wanted) {
        List<Tick> all = ratios(axis, DIGITS);
        return all.size() <= wanted + 2 ? all : ratios(axis, new double[] {1});
    }

    private static List<Tick> ratios(Axis axis, double[] digits) {
        List<Tick> ticks = new ArrayList<>();
        for (int power = (int) Math.floor(Math.log10(axis.low())); power <= Math.ceil(Math.log10(axis.high())); power++) {
            double of = Math.pow(10, power);
            DoubleStream.of(digits).map(digit -> digit * of).filter(at -> at >= axis.low() && at <= axis.high())
                    .forEach(at -> ticks.add(new Tick(at, times(at))));
        }
        return ticks;
    }

    private static String times(double ratio) {
        int decimals = ratio >= 1 ? 0 : Math.clamp((int) Math.ceil(-Math.log10(ratio) - 1e-9), 1, 6);
        return String.format(Locale.ROOT, "%,." + decimals + "f×", ratio);
    }

    static List<Tick> time(Axis axis, int wanted) {
        double raw = (axis.high() - axis.low()) / Math.max(1, wanted);
        long step = LongStream.of(SECONDS).filter(seconds -> seconds >= raw).findFirst().orElse(SECONDS[SECONDS.length - 1]);
        DateTimeFormatter format = step < 60 ? FINE : step < 86_400 ? CLOCK : DAY;
        List<Tick> ticks = new ArrayList<>();
        for (long at = (long) Math.ceil(axis.low() / step) * step; at <= axis.high(); at += step) {
            ticks.add(new Tick(at, format.format(Instant.ofEpochSecond(at))));
        }
        return ticks;
    }
}
