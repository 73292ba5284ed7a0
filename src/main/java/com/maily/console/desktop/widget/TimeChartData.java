package com.maily.console.desktop.widget;

import com.maily.console.core.port.Sample;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What a chart shows; immutable, so that it can be made on any thread.
 *
 * @param unit    stands behind each value: {@code %}, {@code ms}
 * @param weights the canary weight over time, in percent, drawn as steps at the foot; empty for none
 * @param stale   whether the lines stop being the present: they turn grey, with a dashed edge where they end
 * @param floor   the least value that makes sense (0 for a rate), and {@code ceiling} the greatest (100 for a share)
 */
public record TimeChartData(String title, String unit, List<Line> lines, Optional<Limit> limit, List<Flag> flags,
        List<Band> alerts,
                            List<Sample> weights, Duration step, boolean stale, double floor, double ceiling) {

    /** How a line looks: one alone in the state's colour, or the two tracks, which also differ in dash. */
    public enum Look { SINGLE, VOLUME, STABLE, CANARY }

    public record Line(String name, Look look, List<Sample> samples) {
        public Line {
            samples = List.copyOf(samples);
        }
    }

    /** @param label stands on the line: {@code SLO 200 ms} */
    public record Limit(double value, String label) { }

    /** @param label {@code P1} */
    public record Flag(Instant at, String label) { }

    /** A time in which an alert was open. */
    public record Band(Instant from, Instant to) { }

    public TimeChartData {
        lines = List.copyOf(lines);
        flags = List.copyOf(flags);
        alerts = List.copyOf(alerts);
        weights = List.copyOf(weights);
    }

    public static TimeChartData empty(String title, String unit) {
        return new TimeChartData(title, unit, List.of(), Optional.empty(), List.of(), List.of(), List.of(),
                Duration.ofSeconds(15),
                false, 0, Double.POSITIVE_INFINITY);
    }

    /** The sample a cursor at {@code at} points to: the nearest within one and a half steps, never one made up in between. */
    Optional<Sample> nearest(Line line, Instant at) {
        List<Sample> near = line.samples();
        long reach = step.toMillis() * 3 / 2;
        Sample best = null;
        for (int i = TimeChartColumns.index(near, at.toEpochMilli() - reach); i < near.size() && distance(near.get(i),
                at) <= reach; i++) {
            Sample sample = near.get(i);
            if (!Double.isNaN(sample.value()) && (best == null || distance(sample, at) < distance(best, at))) {
                best = sample;
            }
        }
        return Optional.ofNullable(best);
    }

    private static long distance(Sample sample, Instant at) {
        return Math.abs(Duration.between(sample.at(), at).toMillis());
    }

    /** One line for those who do not see the curve. */
    public String summary() {
        if (lines.stream().allMatch(line -> line.samples().isEmpty())) {
            return title + ": no samples in this range";
        }
        StringBuilder text = new StringBuilder(title);
        for (Line line : lines) {
            var ends = line.samples().stream().mapToDouble(Sample::value).filter(Double::isFinite).summaryStatistics();
            if (ends.getCount() > 0) {
                text.append(", ").append(line.name()).append(" now ").append(number(lastValue(line))).append(' ').append(unit)
                        .append(", between ").append(number(ends.getMin())).append(" and ").append(number(ends.getMax()));
            }
        }
        limit.ifPresent(l -> text.append("; ").append(l.label()));
        return text + (stale ? "; stale" : "");
    }

    private static double lastValue(Line line) {
        return line.samples().reversed().stream().mapToDouble(Sample::value).filter(Double::isFinite).findFirst()
                .orElse(Double.NaN);
    }

    /** A limit is written as it was set: 99.99, 200, 10,000. */
    public static String plain(double value) {
        return value >= 1000 ? String.format(java.util.Locale.ROOT, "%,.0f", value)
                : java.math.BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
    }

    /** Enough digits to tell two neighbouring values apart, no more. */
    public static String number(double value) {
        if (Double.isNaN(value)) {
            return "–";
        }
        double size = Math.abs(value);
        if (size >= 1000) {
            return String.format(java.util.Locale.ROOT, "%,.0f", value);
        }
        if (size > 99 && size <= 100 && value != Math.rint(value)) {
            return String.format(java.util.Locale.ROOT, "%.4f", value);
        }
        return String.format(java.util.Locale.ROOT, size >= 100 || value == Math.rint(value) && size >= 1 ? "%.0f"
                : size >= 10 ? "%.1f" : size >= 1 ? "%.2f" : "%.3f", value);
    }
}
