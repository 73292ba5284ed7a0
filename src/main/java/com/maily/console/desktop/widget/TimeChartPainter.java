package com.maily.console.desktop.widget;

import com.maily.console.desktop.theme.Palette;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.DoubleStream;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;

/** Draws one chart once, but for what follows the mouse. */
final class TimeChartPainter {

    private static final double RIGHT = 8;
    private static final double TOP = 18;
    private static final double AXIS = 20;
    private static final double TRACK = 12;
    private static final double TRACK_GAP = 4;
    private static final DateTimeFormatter SECONDS = format("HH:mm:ss");
    private static final DateTimeFormatter MINUTES = format("HH:mm");
    private static final DateTimeFormatter DAYS = format("d MMM");

    private final GraphicsContext canvas;
    private final Palette palette;
    private final TimeChartData data;
    private final List<List<TimeChartColumns>> columns;
    private final TimeChartPlot plot;

    TimeChartPainter(GraphicsContext canvas, Palette palette, double width, double height, ChartTime.Span span,
                     TimeChartData data) {
        this.canvas = canvas;
        this.palette = palette;
        this.data = data;
        double foot = height - AXIS;
        double bottom = data.weights().isEmpty() ? foot : foot - TRACK - TRACK_GAP;
        this.columns = data.lines().stream().map(line -> TimeChartColumns.of(line.points(), span.from(), span.to(),
                (int) (width - RIGHT - left(width)), data.step(line))).toList();
        int ticks = (int) Math.clamp((bottom - TOP) / 28, 2, 6);
        TimeChartScale scale = TimeChartScale.of(values(), ticks, data.floor(), data.ceiling());
        this.plot = new TimeChartPlot(left(width), width - RIGHT, TOP, bottom, foot, span, scale);
    }

    /** Always the same for one width, so that the plots of equal charts stand in line. */
    private static double left(double width) {
        return width < 280 ? 48 : 60;
    }

    private static DateTimeFormatter format(String pattern) {
        return DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH).withZone(ZoneOffset.UTC);
    }

    TimeChartPlot plot() {
        return plot;
    }

    List<List<TimeChartColumns>> columns() {
        return columns;
    }

    private DoubleStream values() {
        DoubleStream samples = columns.stream().flatMap(List::stream).flatMapToDouble(one -> DoubleStream.of(one.low(),
                one.high()));
        return DoubleStream.concat(samples, data.limit().stream().mapToDouble(TimeChartData.Limit::value));
    }

    void paint() {
        letter(canvas);
        TimeChartMarks marks = new TimeChartMarks(canvas, palette, plot, data);
        marks.bands();
        axes();
        marks.weights();
        marks.flags();
        TimeChartLines lines = new TimeChartLines(canvas, palette, plot, data);
        for (int i = 0; i < columns.size(); i++) {
            lines.paint(data.lines().get(i), columns.get(i));
        }
        marks.staleEdge();
        marks.limit();
        marks.alertNames();
        if (columns.stream().allMatch(List::isEmpty)) {
            double left = (plot.left() + plot.right() - TimeChartPlot.width(data.nothing())) / 2;
            covering(canvas, data.nothing(), left, (plot.top() + plot.bottom()) / 2, palette.t2(), palette);
        }
    }

    private void axes() {
        canvas.setLineWidth(1);
        canvas.setLineDashes();
        canvas.setStroke(palette.line());
        for (double tick : plot.scale().ticks()) {
            double y = TimeChartPlot.crisp(plot.y(tick));
            canvas.strokeLine(plot.left(), y, plot.right(), y);
            // The weight's own label stands right below the plot.
            double beside = plot.foot() > plot.bottom() ? Math.min(y, plot.bottom() - 5) : y;
            text(canvas, plot.scale().label(tick), plot.left() - 6, beside, palette.t3(), TextAlignment.RIGHT);
        }
        int wanted = (int) Math.clamp((plot.right() - plot.left()) / 70, 1, 8);
        for (Instant at : TimeChartScale.times(plot.span().from(), plot.span().to(), wanted)) {
            String label = label(at, plot.span().length());
            double half = TimeChartPlot.width(label) / 2;
            double x = Math.clamp(plot.x(at), plot.left() + half, plot.right() - half);
            text(canvas, label, x, plot.foot() + 11, palette.t3(), TextAlignment.CENTER);
        }
    }

    /** A clock time says nothing about which day: midnight is written as its day. */
    private static String label(Instant at, Duration span) {
        boolean midnight = at.getEpochSecond() % Duration.ofDays(1).toSeconds() == 0;
        return (span.toMinutes() < 5 ? SECONDS : midnight ? DAYS : MINUTES).format(at);
    }

    static void letter(GraphicsContext canvas) {
        canvas.setFont(Font.font("JetBrains Mono", 10.5));
        canvas.setTextBaseline(VPos.CENTER);
    }

    static void text(GraphicsContext canvas, String text, double x, double y, Color colour, TextAlignment alignment) {
        canvas.setFill(colour);
        canvas.setTextAlign(alignment);
        canvas.fillText(text, x, y);
    }

    /** On a ground of its own, so that no line goes through it. */
    static void covering(GraphicsContext canvas, String text, double left, double y, Color colour, Palette palette) {
        canvas.setFill(palette.b1().deriveColor(0, 1, 1, 0.85));
        canvas.fillRect(left - 4, y - 7, TimeChartPlot.width(text) + 8, 14);
        text(canvas, text, left, y, colour, TextAlignment.LEFT);
    }
}
