package com.maily.console.desktop.widget;

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
    static List<TimeChartColumns> of(ChartPoints points, Instant from, Instant to, int width, Duration step) {
        List<TimeChartColumns> columns = new ArrayList<>();
        ChartPyramid.Extremes seen = new ChartPyramid.Extremes();
        long start = from.toEpochMilli();
        double perColumn = Math.max(1, Duration.between(from, to).toMillis()) / (double) Math.max(1, width - 1);
        long widest = 2 * step.toMillis();
        int end = points.index(to.toEpochMilli() + 1);
        for (int i = points.index(start); i < end; ) {
            int x = (int) Math.round((points.at(i) - start) / perColumn);
            int next = Math.clamp(points.index(start + (long) Math.ceil((x + 0.5) * perColumn)), i + 1, end);
            points.look(i, next, seen);
            columns.add(new TimeChartColumns(x, points.value(i), seen.low, seen.high, points.value(next - 1),
                    seen.silence > widest));
            i = next;
        }
        return columns;
    }
}
