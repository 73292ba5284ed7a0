package com.maily.console.desktop.widget;

import com.maily.console.core.port.Sample;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * A series cut down to the pixel columns of a chart. Each column keeps its lowest and highest value, so that no spike is hidden
 * however many samples fall into one pixel. Only the samples of the span are looked at, each once.
 *
 * @param x     the column, 0 at the left edge of the plot
 * @param first value at which the line enters the column
 * @param last  value at which it leaves
 * @param gap   whether data is missing between the column before and this one, so that no line may join them
 */
record TimeChartColumns(int x, double first, double low, double high, double last, boolean gap) {

    /** @param step distance of two samples; anything wider than two of them is a gap */
    static List<TimeChartColumns> of(List<Sample> samples, Instant from, Instant to, int width, Duration step) {
        Cutter cutter = new Cutter(from.toEpochMilli(), Math.max(1, Duration.between(from, to).toMillis()), width,
                2 * step.toMillis());
        int end = index(samples, to.toEpochMilli() + 1);
        for (int i = index(samples, from.toEpochMilli()); i < end; i++) {
            cutter.take(samples.get(i));
        }
        return cutter.end();
    }

    /** The first of the samples, which are in time order, that is not before {@code millis}. */
    static int index(List<Sample> samples, long millis) {
        int low = 0;
        int high = samples.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (samples.get(middle).at().toEpochMilli() < millis) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** The column that is being filled, and those that are full. */
    private static final class Cutter {

        private final List<TimeChartColumns> columns = new ArrayList<>();
        private final long from;
        private final double length;
        private final int width;
        private final long widest;
        private long previous = Long.MIN_VALUE;
        private boolean broken;
        private int x = -1;
        private double first;
        private double low;
        private double high;
        private double last;
        private boolean gap;

        Cutter(long from, double length, int width, long widest) {
            this.from = from;
            this.length = length;
            this.width = width;
            this.widest = widest;
        }

        void take(Sample sample) {
            double value = sample.value();
            // A quantile beyond the last bucket is infinite: as little to be drawn as no value at all.
            if (!Double.isFinite(value)) {
                broken = true;
                return;
            }
            long at = sample.at().toEpochMilli();
            boolean missing = broken || previous != Long.MIN_VALUE && at - previous > widest;
            int column = (int) Math.round((at - from) / length * (width - 1));
            if (column != x) {
                close();
                x = column;
                first = low = high = value;
                gap = missing;
            }
            low = Math.min(low, value);
            high = Math.max(high, value);
            last = value;
            gap |= missing;
            previous = at;
            broken = false;
        }

        private void close() {
            if (x >= 0) {
                columns.add(new TimeChartColumns(x, first, low, high, last, gap));
            }
        }

        List<TimeChartColumns> end() {
            close();
            return columns;
        }
    }
}
