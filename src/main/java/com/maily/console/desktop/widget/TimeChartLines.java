package com.maily.console.desktop.widget;

import com.maily.console.desktop.theme.Palette;
import java.util.List;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;

/** Draws the curves of a chart. */
final class TimeChartLines {

    /** A curve that crosses this many pixels in each column is drawn as bars: no eye can tell, and it is much cheaper. */
    private static final double DENSE = 6;

    private final GraphicsContext canvas;
    private final Palette palette;
    private final TimeChartPlot plot;
    private final TimeChartData data;

    TimeChartLines(GraphicsContext canvas, Palette palette, TimeChartPlot plot, TimeChartData data) {
        this.canvas = canvas;
        this.palette = palette;
        this.plot = plot;
        this.data = data;
    }

    static Color colour(TimeChartData.Look look, boolean stale, Palette palette) {
        return stale ? palette.t3() : switch (look) {
            case SINGLE -> palette.ok();
            case SECOND, VOLUME -> palette.run();
            case THIRD -> palette.waiting();
            case STABLE -> palette.t3();
            case CANARY -> palette.can();
        };
    }

    /** The dash tells lines apart without colour, also where all are grey. */
    static double[] dash(TimeChartData.Look look, boolean stale) {
        return switch (look) {
            case SINGLE, VOLUME -> new double[0];
            case CANARY -> stale ? new double[] {7, 2, 1, 2} : new double[0];
            case SECOND -> new double[] {8, 3};
            case THIRD -> new double[] {2, 2};
            case STABLE -> new double[] {4, 3};
        };
    }

    void paint(TimeChartData.Line line, List<TimeChartColumns> columns) {
        boolean stale = data.stale(line);
        if (line.look() == TimeChartData.Look.VOLUME && !stale) {
            area(columns);
        }
        Color colour = colour(line.look(), stale, palette);
        if (dense(columns)) {
            bars(columns, colour);
        } else {
            curve(columns, colour, line.look(), stale);
        }
        if (!columns.isEmpty() && line.look() == TimeChartData.Look.CANARY) {
            canvas.setFill(colour);
            canvas.fillOval(plot.left() + columns.getLast().x() - 2.5, plot.y(columns.getLast().last()) - 2.5, 5, 5);
        }
    }

    private boolean dense(List<TimeChartColumns> columns) {
        if (columns.isEmpty() || columns.size() < 0.8 * (columns.getLast().x() - columns.getFirst().x() + 1)) {
            return false;
        }
        double height = columns.stream().mapToDouble(column -> column.high() - column.low()).sum();
        double perPixel = (plot.scale().high() - plot.scale().low()) / Math.max(1, plot.height());
        return height / perPixel > DENSE * columns.size();
    }

    private void curve(List<TimeChartColumns> columns, Color colour, TimeChartData.Look look, boolean stale) {
        canvas.setStroke(colour);
        canvas.setLineWidth(look == TimeChartData.Look.STABLE ? 1.2 : 1.6);
        canvas.setLineDashes(dash(look, stale));
        canvas.beginPath();
        for (TimeChartColumns column : columns) {
            trace(column, columns.getFirst() == column);
        }
        canvas.stroke();
        canvas.setLineDashes();
        canvas.setLineWidth(1);
    }

    private void trace(TimeChartColumns column, boolean first) {
        double x = plot.left() + column.x();
        double y = plot.y(column.first());
        if (first || column.gap()) {
            canvas.moveTo(x, y);
            // A sample alone between two gaps must still be seen.
            canvas.lineTo(x + 0.5, y);
        } else {
            canvas.lineTo(x, y);
        }
        if (column.low() != column.high()) {
            canvas.lineTo(x, plot.y(column.low()));
            canvas.lineTo(x, plot.y(column.high()));
            canvas.lineTo(x, plot.y(column.last()));
        }
    }

    /** One bar a column, long enough to meet the one before. */
    private void bars(List<TimeChartColumns> columns, Color colour) {
        canvas.setFill(colour);
        double before = Double.NaN;
        for (TimeChartColumns column : columns) {
            boolean joined = !column.gap() && !Double.isNaN(before);
            double upper = plot.y(joined ? Math.max(column.high(), before) : column.high());
            double lower = plot.y(joined ? Math.min(column.low(), before) : column.low());
            canvas.fillRect(plot.left() + column.x(), upper, 1, Math.max(1.6, lower - upper));
            before = column.last();
        }
    }

    private void area(List<TimeChartColumns> columns) {
        canvas.setFill(palette.runTint());
        for (int i = 1; i < columns.size(); i++) {
            TimeChartColumns from = columns.get(i - 1);
            TimeChartColumns to = columns.get(i);
            if (!to.gap()) {
                double left = plot.left() + from.x();
                double right = plot.left() + to.x() + 0.5;
                canvas.fillPolygon(new double[] {left, right, right, left},
                        new double[] {plot.y(from.last()), plot.y(to.first()), plot.bottom(), plot.bottom()}, 4);
            }
        }
    }
}
