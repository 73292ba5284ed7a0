package com.maily.console.desktop.widget;

import com.maily.console.core.port.Sample;
import java.time.Instant;
import java.util.AbstractList;
import java.util.Arrays;
import java.util.List;

/**
 * The samples of one line in the form a chart draws them from: plain arrays with a {@link ChartPyramid} over them. Made once, on
 * any thread but the FX thread; immutable.
 */
public final class ChartPoints {

    public static final ChartPoints NONE = new ChartPoints(new long[0], new double[0]);

    private final long[] rawAt;
    private final double[] raw;
    private final long[] at;
    private final double[] values;
    private final ChartPyramid pyramid;

    private ChartPoints(long[] rawAt, double[] raw) {
        this.rawAt = rawAt;
        this.raw = raw;
        int known = (int) Arrays.stream(raw).filter(Double::isFinite).count();
        boolean all = known == raw.length;
        this.at = all ? rawAt : new long[known];
        this.values = all ? raw : new double[known];
        long[] silence = new long[known];
        boolean broken = false;
        for (int i = 0, kept = 0; i < raw.length; i++) {
            // A quantile beyond the last bucket is infinite: as little to be drawn as no value at all.
            if (!Double.isFinite(raw[i])) {
                broken = true;
                continue;
            }
            at[kept] = rawAt[i];
            values[kept] = raw[i];
            silence[kept] = broken ? Long.MAX_VALUE : kept == 0 ? 0 : at[kept] - at[kept - 1];
            broken = false;
            kept++;
        }
        this.pyramid = new ChartPyramid(values, silence);
    }

    /** @param samples in time order; one without a value is a gap */
    public static ChartPoints of(List<Sample> samples) {
        if (samples.isEmpty()) {
            return NONE;
        }
        long[] at = new long[samples.size()];
        double[] values = new double[samples.size()];
        int i = 0;
        for (Sample sample : samples) {
            at[i] = sample.at().toEpochMilli();
            values[i++] = sample.value();
        }
        return new ChartPoints(at, values);
    }

    /** @param at milliseconds since 1970, ascending; neither array may be changed afterwards */
    public static ChartPoints of(long[] at, double[] values) {
        if (at.length != values.length) {
            throw new IllegalArgumentException(at.length + " times for " + values.length + " values");
        }
        return new ChartPoints(at, values);
    }

    /** Everything the source answered, also what has no value. */
    public List<Sample> samples() {
        return new AbstractList<>() {
            @Override
            public Sample get(int index) {
                return new Sample(Instant.ofEpochMilli(rawAt[index]), raw[index]);
            }

            @Override
            public int size() {
                return raw.length;
            }
        };
    }

    /** How many have a value; only those are numbered. */
    int size() {
        return values.length;
    }

    long at(int index) {
        return at[index];
    }

    double value(int index) {
        return values[index];
    }

    /** The first that is not before {@code millis}. */
    int index(long millis) {
        return search(at, millis);
    }

    /** The samples from {@code from} to {@code to}, both included. */
    List<Sample> between(Instant from, Instant to) {
        return samples().subList(search(rawAt, from.toEpochMilli()), search(rawAt, to.toEpochMilli() + 1));
    }

    void look(int from, int to, ChartPyramid.Extremes seen) {
        pyramid.look(from, to, seen);
    }

    private static int search(long[] times, long millis) {
        int found = Arrays.binarySearch(times, millis);
        return found < 0 ? -found - 1 : found;
    }

    @Override
    public boolean equals(Object other) {
        return other == this || other instanceof ChartPoints points && Arrays.equals(rawAt, points.rawAt)
                && Arrays.equals(raw, points.raw);
    }

    @Override
    public int hashCode() {
        return 31 * raw.length + (raw.length == 0 ? 0 : Long.hashCode(rawAt[raw.length - 1]));
    }
}
