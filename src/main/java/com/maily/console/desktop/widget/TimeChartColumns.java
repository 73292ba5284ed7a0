package com.maily.console.desktop.widget;

import com.maily.console.core.port.Sample;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * A series cut down to the pixel columns of a chart. Each column keeps its lowest and highest value, so that no spike is hidden
 * however many samples fall into one pixel.
 *
 * @param x     the column, 0 at the left edge of the plot
 * @param first value at which the line enters the column
 * @param last  value at which it leaves
 * @param gap   whether data is missing between the column before and this one, so that no line may join them
 */
record TimeChartColumns(int x, double first, double low, double high, double last, boolean gap) {

    /** @param step distance of two samples; anything wider than two of them is a gap */
    static List<TimeChartColumns> of(List<Sample> samples, Instant from, Instant to, int width, Duration step) {
        List<TimeChartColumns> columns = new ArrayList<>();
        double millis = Math.max(1, Duration.between(from, to).toMillis());
        Instant previous = null;
        boolean broken = false;
        for (Sample sample : samples) {
            if (sample.at().isBefore(from) || sample.at().isAfter(to)) {
                continue;
            }
            if (Double.isNaN(sample.value())) {
                broken = true;
                continue;
            }
            boolean gap = broken || previous != null && Duration.between(previous, sample.at()).compareTo(step.multipliedBy(2)) > 0;
            int x = (int) Math.round(Duration.between(from, sample.at()).toMillis() / millis * (width - 1));
            add(columns, x, sample.value(), gap);
            previous = sample.at();
            broken = false;
        }
        return columns;
    }

    private static void add(List<TimeChartColumns> columns, int x, double value, boolean gap) {
        if (columns.isEmpty() || columns.getLast().x != x) {
            columns.add(new TimeChartColumns(x, value, value, value, value, gap));
            return;
        }
        TimeChartColumns column = columns.removeLast();
        columns.add(new TimeChartColumns(x, column.first, Math.min(column.low, value), Math.max(column.high, value), value,
                column.gap || gap));
    }
}
