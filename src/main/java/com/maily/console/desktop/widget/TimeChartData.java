package com.maily.console.desktop.widget;

import com.maily.console.core.port.Sample;
import com.maily.console.core.port.SourceState;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What a chart shows; immutable, so that it can be made on any thread.
 *
 * @param unit    stands behind each value: {@code %}, {@code ms}
 * @param bands   times in which something was wrong: an alert was open, the limit was missed
 * @param weights the canary weight over time, in percent, drawn as steps on a track of its own; empty for none
 * @param stale   whether all lines stop being the present: they turn grey, with a dashed edge where they end
 * @param floor   the least value that makes sense (0 for a rate), and {@code ceiling} the greatest (100 for a share)
 * @param nothing what stands in the plot while there is no sample in it
 */
public record TimeChartData(String title, String unit, List<Line> lines, Optional<Limit> limit, List<Flag> flags,
        List<Band> bands, List<Sample> weights, Duration step, boolean stale, double floor, double ceiling, String nothing) {

    private static final String NO_SAMPLES = "no samples in this range";

    /**
     * How a line looks: one alone in the state's colour, the lines of further sources, or the two tracks. All differ in dash too,
     * but for a volume, which is filled.
     */
    public enum Look { SINGLE, SECOND, THIRD, VOLUME, STABLE, CANARY }

    /**
     * One curve.
     *
     * @param stale  whether this line alone stopped being the present
     * @param origin where it comes from; empty when the chart's owner tells that itself
     */
    public record Line(String name, Look look, ChartPoints points, boolean stale, Optional<Origin> origin) {

        public Line(String name, Look look, List<Sample> samples) {
            this(name, look, ChartPoints.of(samples), false, Optional.empty());
        }

        public List<Sample> samples() {
            return points.samples();
        }
    }

    /** @param step distance of two of its samples */
    public record Origin(SourceState source, String query, Duration step) { }

    /** @param label stands on the line: {@code SLO 200 ms} */
    public record Limit(double value, String label) { }

    /**
     * A moment that matters.
     *
     * @param label short, stands above the plot: {@code P1}
     * @param state what it meant: a phase that begins is {@code PLANNED}, a run that failed {@code FAILED}
     * @param words the same in full, for those who ask
     */
    public record Flag(Instant at, String label, State state, String words) {

        public Flag(Instant at, String label) {
            this(at, label, State.PLANNED, label);
        }
    }

    /**
     * A time in which something was wrong.
     *
     * @param to    empty while it lasts
     * @param label the alert's name; empty for a limit that was missed
     */
    public record Band(Instant from, Optional<Instant> to, State state, String label) {

        public static Band missed(Instant from, Instant to) {
            return new Band(from, Optional.of(to), State.MARGINAL, "");
        }

        public boolean alert() {
            return !label.isEmpty();
        }
    }

    public TimeChartData {
        lines = List.copyOf(lines);
        flags = List.copyOf(flags);
        bands = List.copyOf(bands);
        weights = List.copyOf(weights);
    }

    public TimeChartData(String title, String unit, List<Line> lines, Optional<Limit> limit, List<Flag> flags, List<Band> bands,
                         List<Sample> weights, Duration step, boolean stale, double floor, double ceiling) {
        this(title, unit, lines, limit, flags, bands, weights, step, stale, floor, ceiling, NO_SAMPLES);
    }

    public static TimeChartData empty(String title, String unit) {
        return new TimeChartData(title, unit, List.of(), Optional.empty(), List.of(), List.of(), List.of(),
                Duration.ofSeconds(15), false, 0, Double.POSITIVE_INFINITY);
    }

    Duration step(Line line) {
        return line.origin().map(Origin::step).orElse(step);
    }

    /** A line's name, with its source where not all have the same. */
    String name(Line line) {
        return line.name() + (severalSources() ? source(line).map(" "::concat).orElse("") : "");
    }

    boolean severalSources() {
        return lines.stream().map(TimeChartData::source).distinct().count() > 1;
    }

    private static Optional<String> source(Line line) {
        return line.origin().map(origin -> origin.source().name());
    }

    boolean stale(Line line) {
        return stale || line.stale();
    }

    /** The sample a cursor at {@code at} points to: the nearest within one and a half steps, never one made up in between. */
    Optional<Sample> nearest(Line line, Instant at) {
        ChartPoints points = line.points();
        long reach = step(line).toMillis() * 3 / 2;
        long wanted = at.toEpochMilli();
        int after = points.index(wanted);
        boolean later = after < points.size() && points.at(after) - wanted <= reach;
        boolean earlier = after > 0 && wanted - points.at(after - 1) <= reach;
        if (!later && !earlier) {
            return Optional.empty();
        }
        int best = !earlier || later && points.at(after) - wanted < wanted - points.at(after - 1) ? after : after - 1;
        return Optional.of(new Sample(Instant.ofEpochMilli(points.at(best)), points.value(best)));
    }

    /** All curves in words, for those who do not see them. */
    public String summary() {
        return TimeChartSummary.of(this);
    }

    /** A limit is written as it was set: 99.99, 200, 10,000. */
    public static String plain(double value) {
        return value >= 1000 ? String.format(Locale.ROOT, "%,.0f", value)
                : BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
    }

    /** Enough digits to tell two neighbouring values apart, no more. */
    public static String number(double value) {
        if (Double.isNaN(value)) {
            return "–";
        }
        double size = Math.abs(value);
        if (size >= 1000) {
            return String.format(Locale.ROOT, "%,.0f", value);
        }
        if (size > 99 && size <= 100 && value != Math.rint(value)) {
            return String.format(Locale.ROOT, "%.4f", value);
        }
        return String.format(Locale.ROOT, size >= 100 || value == Math.rint(value) && size >= 1 ? "%.0f"
                : size >= 10 ? "%.1f" : size >= 1 ? "%.2f" : "%.3f", value);
    }
}
