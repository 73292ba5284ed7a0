package com.maily.console.desktop.widget;

import com.maily.console.core.port.Sample;
import com.maily.console.desktop.theme.Palette;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.text.TextAlignment;

/** Draws the cursor of a chart and the real samples it points to. */
final class TimeChartCursor {

    private final GraphicsContext canvas;
    private final Palette palette;
    private final TimeChartPainter chart;
    private final TimeChartData data;

    TimeChartCursor(GraphicsContext canvas, Palette palette, TimeChartPainter chart, TimeChartData data) {
        this.canvas = canvas;
        this.palette = palette;
        this.chart = chart;
        this.data = data;
    }

    /** @param at a time inside the span */
    void paint(Instant at, double from, double right, double top, double bottom) {
        double x = TimeChartPainter.crisp(chart.x(at));
        canvas.setStroke(palette.t1());
        canvas.strokeLine(x, top, x, bottom);
        String values = data.lines().stream().map(line -> data.nearest(line, at).map(s -> dot(line, s)))
                .flatMap(Optional::stream).collect(Collectors.joining(" / "));
        String label = values.isEmpty() ? "no sample" : values + " " + data.unit();
        double width = label.length() * TimeChartPainter.CHARACTER + 12;
        double left = x + 8 + width > right ? x - 8 - width : x + 8;
        left = Math.max(from, left);
        canvas.setFill(palette.b4());
        canvas.fillRoundRect(left, bottom - 24, width, 18, 6, 6);
        chart.text(label, left + 6, bottom - 15, palette.t1(), TextAlignment.LEFT);
    }

    private String dot(TimeChartData.Line line, Sample sample) {
        canvas.setStroke(chart.colour(line.look()));
        canvas.setFill(palette.b1());
        canvas.setLineWidth(1.6);
        canvas.fillOval(chart.x(sample.at()) - 3.5, chart.y(sample.value()) - 3.5, 7, 7);
        canvas.strokeOval(chart.x(sample.at()) - 3.5, chart.y(sample.value()) - 3.5, 7, 7);
        canvas.setLineWidth(1);
        return TimeChartData.number(sample.value());
    }
}
