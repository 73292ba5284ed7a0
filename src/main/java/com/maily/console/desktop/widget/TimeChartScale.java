package com.maily.console.desktop.widget;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;

/**
 * A chart's value axis: its ends and the round values that get a line.
 *
 * @param step distance of two ticks
 */
record TimeChartScale(double low, double high, double step, List<Double> ticks) {

    private static final List<Duration> TIME_STEPS = List.of(Duration.ofSeconds(10), Duration.ofSeconds(30),
            Duration.ofMinutes(1),
            Duration.ofMinutes(2), Duration.ofMinutes(5), Duration.ofMinutes(10), Duration.ofMinutes(15), Duration.ofMinutes(30),
            Duration.ofHours(1), Duration.ofHours(2), Duration.ofHours(6), Duration.ofHours(12), Duration.ofDays(1),
            Duration.ofDays(2), Duration.ofDays(5), Duration.ofDays(10));

    /**
     * Holds all {@code values} with some air; {@code floor} is never undercut by the air, so that a rate does not fall below 0.
     */
    static TimeChartScale of(DoubleStream values, int wantedTicks, double floor, double ceiling) {
        var ends = values.filter(Double::isFinite).summaryStatistics();
        double low = ends.getCount() == 0 ? 0 : ends.getMin();
        double high = ends.getCount() == 0 ? 1 : ends.getMax();
        double air = high - low < 1e-9 ? Math.max(Math.abs(high) * 0.02, 1e-3) : (high - low) * 0.08;
        low = Math.max(low - air, Math.min(floor, low));
        high = Math.min(high + air, Math.max(ceiling, high));
        double step = round((high - low) / Math.max(1, wantedTicks));
        List<Double> ticks = new ArrayList<>();
        for (long i = (long) Math.ceil(low / step - 1e-9); i * step <= high + step * 1e-9; i++) {
            ticks.add(i * step);
        }
        return new TimeChartScale(low, high, step, ticks);
    }

    /** The next larger of 1, 2, 5 times a power of ten. */
    private static double round(double raw) {
        double power = Math.pow(10, Math.floor(Math.log10(raw)));
        double digit = raw / power;
        return (digit <= 1 ? 1 : digit <= 2 ? 2 : digit <= 5 ? 5 : 10) * power;
    }

    /** How far up the value stands, 0 at the lower end and 1 at the upper. */
    double share(double value) {
        return (value - low) / (high - low);
    }

    /** As it stands beside the axis: with as many decimals as tell two ticks apart. */
    String label(double tick) {
        if (Math.abs(tick) >= 10_000 && step >= 100) {
            return trim(tick / 1000, step / 1000) + "k";
        }
        return trim(tick, step);
    }

    private static String trim(double value, double step) {
        int decimals = Math.clamp((int) Math.ceil(-Math.log10(step) - 1e-9), 0, 6);
        return String.format(java.util.Locale.ROOT, "%." + decimals + "f", value == 0 ? 0.0 : value);
    }

    /** Round times between the two, at most {@code wanted} of them. */
    static List<Instant> times(Instant from, Instant to, int wanted) {
        Duration span = Duration.between(from, to);
        Duration step = TIME_STEPS.stream().filter(s -> span.dividedBy(Math.max(1, wanted)).compareTo(s) <= 0).findFirst()
                .orElse(TIME_STEPS.getLast());
        List<Instant> times = new ArrayList<>();
        long seconds = step.toSeconds();
        for (long at = Math.ceilDiv(from.getEpochSecond(), seconds) * seconds; at <= to.getEpochSecond(); at += seconds) {
            times.add(Instant.ofEpochSecond(at));
        }
        return times;
    }
}
