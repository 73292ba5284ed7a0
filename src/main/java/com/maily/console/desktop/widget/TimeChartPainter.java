package com.maily.console.desktop.widget;

import com.maily.console.core.port.Sample;
import com.maily.console.desktop.theme.Palette;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.DoubleStream;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;
import org.jspecify.annotations.Nullable;

/** Draws one chart once. */
final class TimeChartPainter {

    private static final double LEFT = 60;
    private static final double RIGHT = 8;
    private static final double TOP = 18;
    private static final double BOTTOM = 20;
    static final double CHARACTER = 6.4;
    private static final DateTimeFormatter MINUTES = DateTimeFormatter.ofPattern("HH:mm").withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter SECONDS = DateTimeFormatter.ofPattern("HH:mm:ss").withZone(ZoneOffset.UTC);

    private final GraphicsContext canvas;
    private final Palette palette;
    private final double right;
    private final double bottom;
    private final ChartTime.Span span;
    private final TimeChartData data;
    private final List<List<TimeChartColumns>> columns;
    private final TimeChartScale scale;

    TimeChartPainter(GraphicsContext canvas, Palette palette, double width, double height, ChartTime.Span span, TimeChartData data) {
        this.canvas = canvas;
        this.palette = palette;
        this.right = width - RIGHT;
        this.bottom = height - BOTTOM;
        this.span = span;
        this.data = data;
        this.columns = data.lines().stream().map(line -> TimeChartColumns.of(line.samples(), span.from(), span.to(), (int) (right - LEFT),
                data.step())).toList();
        this.scale = TimeChartScale.of(values(), (int) Math.clamp((bottom - TOP) / 28, 2, 6), data.floor(), data.ceiling());
    }

    /** How far along the plot a mouse stands, 0 at its left edge and 1 at its right. */
    static double share(double x, double width) {
        return (x - LEFT) / Math.max(1, width - RIGHT - LEFT);
    }

    private DoubleStream values() {
        DoubleStream samples = columns.stream().flatMap(List::stream).flatMapToDouble(one -> DoubleStream.of(one.low(), one.high()));
        return DoubleStream.concat(samples, data.limit().stream().mapToDouble(TimeChartData.Limit::value));
    }

    void paint(@Nullable Instant cursor) {
        canvas.setFont(Font.font("JetBrains Mono", 10.5));
        canvas.setTextBaseline(VPos.CENTER);
        alerts();
        axes();
        weights();
        flags();
        if (columns.stream().allMatch(List::isEmpty)) {
            text("no samples in this range", (LEFT + right) / 2, (TOP + bottom) / 2, palette.t3(), TextAlignment.CENTER);
        }
        for (int i = 0; i < columns.size(); i++) {
            line(data.lines().get(i), columns.get(i));
        }
        staleEdge();
        data.limit().ifPresent(this::limit);
        if (cursor != null && !cursor.isBefore(span.from()) && !cursor.isAfter(span.to())) {
            new TimeChartCursor(canvas, palette, this, data).paint(cursor, LEFT, right, TOP, bottom);
        }
    }

    double x(Instant at) {
        return LEFT + span.share(at) * (right - LEFT);
    }

    double y(double value) {
        return bottom - scale.share(value) * (bottom - TOP);
    }

    private void axes() {
        canvas.setLineWidth(1);
        canvas.setLineDashes();
        for (double tick : scale.ticks()) {
            canvas.setStroke(palette.line());
            canvas.strokeLine(LEFT, crisp(y(tick)), right, crisp(y(tick)));
            text(scale.label(tick), LEFT - 6, y(tick), palette.t3(), TextAlignment.RIGHT);
        }
        int wanted = (int) Math.clamp((right - LEFT) / 70, 1, 8);
        DateTimeFormatter format = span.length().toMinutes() < 5 ? SECONDS : MINUTES;
        for (Instant at : TimeChartScale.times(span.from(), span.to(), wanted)) {
            double x = Math.clamp(x(at), LEFT + 16, right - 16);
            text(format.format(at), x, bottom + 11, palette.t3(), TextAlignment.CENTER);
        }
    }

    private void alerts() {
        canvas.setFill(palette.waiting().deriveColor(0, 1, 1, 0.18));
        for (TimeChartData.Band band : data.alerts()) {
            double from = Math.max(LEFT, x(band.from()));
            double to = Math.min(right, x(band.to()));
            if (to >= from) {
                canvas.fillRect(from, TOP, Math.max(3, to - from), bottom - TOP);
            }
        }
    }

    /** The canary weight as steps in the lowest fifth of the plot; a small share is still seen. */
    private void weights() {
        canvas.setFill(palette.can().deriveColor(0, 1, 1, 0.3));
        for (int i = 0; i < data.weights().size(); i++) {
            Sample weight = data.weights().get(i);
            double from = Math.max(LEFT, x(weight.at()));
            double to = i + 1 < data.weights().size() ? Math.min(right, x(data.weights().get(i + 1).at())) : right;
            double height = weight.value() > 0 ? Math.max(2, (bottom - TOP) / 5 * weight.value() / 100) : 0;
            if (to > from) {
                canvas.fillRect(from, bottom - height, to - from, height);
            }
        }
    }

    private void flags() {
        for (TimeChartData.Flag flag : data.flags()) {
            double x = crisp(x(flag.at()));
            if (x >= LEFT && x <= right) {
                canvas.setStroke(palette.t3());
                canvas.setLineDashes(2, 3);
                canvas.strokeLine(x, TOP - 4, x, bottom);
                canvas.setLineDashes();
                double width = flag.label().length() * CHARACTER + 6;
                double left = Math.clamp(x - width / 2, LEFT, right - width);
                canvas.setFill(palette.b4());
                canvas.fillRoundRect(left, 1, width, 14, 4, 4);
                text(flag.label(), left + width / 2, 8, palette.t1(), TextAlignment.CENTER);
            }
        }
    }

    Color colour(TimeChartData.Look look) {
        return data.stale() ? palette.t3() : switch (look) {
            case SINGLE -> palette.ok();
            case VOLUME -> palette.run();
            case STABLE -> palette.t3();
            case CANARY -> palette.can();
        };
    }

    private void line(TimeChartData.Line line, List<TimeChartColumns> columns) {
        if (line.look() == TimeChartData.Look.VOLUME && !data.stale()) {
            area(columns);
        }
        canvas.setStroke(colour(line.look()));
        canvas.setLineWidth(line.look() == TimeChartData.Look.STABLE ? 1.2 : 1.6);
        boolean dashed = line.look() == TimeChartData.Look.STABLE || data.stale() && line.look() == TimeChartData.Look.CANARY;
        canvas.setLineDashes(dashed ? new double[] {4, 3} : new double[0]);
        canvas.beginPath();
        for (TimeChartColumns column : columns) {
            trace(column, columns.getFirst() == column);
        }
        canvas.stroke();
        canvas.setLineDashes();
        canvas.setLineWidth(1);
        if (!columns.isEmpty() && line.look() == TimeChartData.Look.CANARY) {
            canvas.setFill(colour(line.look()));
            canvas.fillOval(LEFT + columns.getLast().x() - 2.5, y(columns.getLast().last()) - 2.5, 5, 5);
        }
    }

    private void trace(TimeChartColumns column, boolean first) {
        double x = LEFT + column.x();
        if (first || column.gap()) {
            canvas.moveTo(x, y(column.first()));
            // A sample alone between two gaps must still be seen.
            canvas.lineTo(x + 0.5, y(column.first()));
        } else {
            canvas.lineTo(x, y(column.first()));
        }
        if (column.low() != column.high()) {
            canvas.lineTo(x, y(column.low()));
            canvas.lineTo(x, y(column.high()));
            canvas.lineTo(x, y(column.last()));
        }
    }

    private void area(List<TimeChartColumns> columns) {
        canvas.setFill(palette.runTint());
        for (int i = 1; i < columns.size(); i++) {
            TimeChartColumns left = columns.get(i - 1);
            TimeChartColumns column = columns.get(i);
            if (!column.gap()) {
                canvas.fillPolygon(new double[] {LEFT + left.x(), LEFT + column.x() + 0.5, LEFT + column.x() + 0.5, LEFT + left.x()},
                        new double[] {y(left.last()), y(column.first()), bottom, bottom}, 4);
            }
        }
    }

    private void staleEdge() {
        if (!data.stale()) {
            return;
        }
        data.lines().stream().flatMap(line -> line.samples().reversed().stream().filter(s -> !Double.isNaN(s.value())).limit(1))
                .map(Sample::at).max(Instant::compareTo).map(this::x).filter(x -> x < right).ifPresent(x -> {
                    double edge = Math.max(LEFT, x);
                    canvas.setFill(palette.b3());
                    canvas.fillRect(edge, TOP, right - edge, bottom - TOP);
                    canvas.setStroke(palette.t3());
                    canvas.setLineDashes(3, 3);
                    canvas.strokeLine(crisp(edge), TOP, crisp(edge), bottom);
                    canvas.setLineDashes();
                });
    }

    private void limit(TimeChartData.Limit limit) {
        double y = crisp(y(limit.value()));
        canvas.setStroke(palette.t2());
        canvas.setLineDashes(6, 4);
        canvas.strokeLine(LEFT, y, right, y);
        canvas.setLineDashes();
        // Below the line unless that leaves the plot.
        double label = y + 9 > bottom - 6 ? y - 9 : y + 9;
        double width = limit.label().length() * CHARACTER + 8;
        canvas.setFill(palette.b1().deriveColor(0, 1, 1, 0.85));
        canvas.fillRect(LEFT + 4, label - 7, width, 14);
        text(limit.label(), LEFT + 8, label, palette.t2(), TextAlignment.LEFT);
    }

    void text(String text, double x, double y, Color colour, TextAlignment alignment) {
        canvas.setFill(colour);
        canvas.setTextAlign(alignment);
        canvas.fillText(text, x, y);
    }

    static double crisp(double at) {
        return Math.floor(at) + 0.5;
    }
}
