package com.maily.console.desktop.widget;

import com.maily.console.core.port.Sample;
import com.maily.console.desktop.theme.Theme;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.GraphicsContext;

/** Canary against stable at a glance: the two differ in colour, dash and end dot. */
public final class Sparkline extends PaintedRegion {

    private List<Sample> canary = List.of();
    private List<Sample> stable = List.of();
    private Optional<Double> limit = Optional.empty();
    private boolean stale;

    public Sparkline(Theme theme) {
        super(theme);
        setMinSize(60, 28);
        setPrefSize(160, 36);
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
    }

    /** @param stale whether the newest samples are old: both lines are then grey, without an end dot */
    public void show(List<Sample> newCanary, List<Sample> newStable, Optional<Double> newLimit, boolean isStale) {
        canary = newCanary;
        stable = newStable;
        limit = newLimit;
        stale = isStale;
        setAccessibleText("Canary: " + newCanary.size() + " samples, stable: " + newStable.size() + " samples"
                + (isStale ? ", stale" : ""));
        repaint();
    }

    @Override
    protected void paint(GraphicsContext canvas, double width, double height) {
        List<Instant> times = Stream.concat(canary.stream(), stable.stream()).map(Sample::at).sorted().toList();
        if (times.isEmpty()) {
            return;
        }
        var ends = Stream.concat(canary.stream(), stable.stream()).mapToDouble(Sample::value).filter(Double::isFinite)
                .summaryStatistics();
        // A limit far away would press both lines flat; it is drawn only where it matters.
        Optional<Double> near = limit.filter(l -> ends.getCount() > 0 && l <= ends.getMax() * 1.15 + 1e-9
                && l >= ends.getMin() * 0.85);
        TimeChartScale scale = TimeChartScale.of(DoubleStream.concat(DoubleStream.of(ends.getMin(), ends.getMax()),
                near.stream().mapToDouble(Double::doubleValue)), 2, 0, Double.POSITIVE_INFINITY);
        near.ifPresent(l -> {
            canvas.setStroke(palette().t2());
            canvas.setLineDashes(5, 3);
            canvas.strokeLine(0, y(scale, l, height), width - 6, y(scale, l, height));
        });
        ChartTime.Span span = new ChartTime.Span(times.getFirst(), times.getLast().plusMillis(1));
        line(canvas, scale, span, stable, false, width - 6, height);
        line(canvas, scale, span, canary, true, width - 6, height);
    }

    private void line(GraphicsContext canvas, TimeChartScale scale, ChartTime.Span span, List<Sample> samples, boolean isCanary,
                      double width, double height) {
        List<TimeChartColumns> columns = TimeChartColumns.of(ChartPoints.of(samples), span.from(), span.to(),
                Math.max(2, (int) width), Duration.ofSeconds(15));
        canvas.setStroke(isCanary && !stale ? palette().can() : palette().t3());
        canvas.setLineWidth(isCanary ? 1.6 : 1.2);
        canvas.setLineDashes(isCanary ? new double[0] : new double[] {3, 3});
        canvas.beginPath();
        for (TimeChartColumns column : columns) {
            if (columns.getFirst() == column || column.gap()) {
                canvas.moveTo(column.x(), y(scale, column.first(), height));
            }
            canvas.lineTo(column.x(), y(scale, column.low(), height));
            canvas.lineTo(column.x(), y(scale, column.high(), height));
            canvas.lineTo(column.x(), y(scale, column.last(), height));
        }
        canvas.stroke();
        canvas.setLineDashes();
        canvas.setLineWidth(1);
        if (isCanary && !stale && !columns.isEmpty()) {
            canvas.setFill(palette().can());
            canvas.fillOval(columns.getLast().x() - 2.5, y(scale, columns.getLast().last(), height) - 2.5, 5, 5);
        }
    }

    private static double y(TimeChartScale scale, double value, double height) {
        return 4 + (1 - scale.share(value)) * (height - 8);
    }
}
