package com.maily.console.desktop.analysis;

import com.maily.console.core.sla.report.Axis;
import com.maily.console.core.sla.report.Figure;
import com.maily.console.core.sla.report.Figure.Curve;
import com.maily.console.core.sla.report.Figure.Point;
import com.maily.console.core.sla.report.Said;
import com.maily.console.desktop.theme.Palette;
import com.maily.console.desktop.widget.Format;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.text.TextAlignment;

/** Draws the cursor of a figure and the real points it stands at; none is made up in between. */
final class FigureCursor {

    /** How far from the cursor a point may lie to be pointed at, as a share of the axis. */
    private static final double REACH = 0.03;

    private final GraphicsContext canvas;
    private final Palette palette;
    private final FigurePainter painter;
    private final Figure figure;

    FigureCursor(GraphicsContext canvas, Palette palette, FigurePainter painter, Figure figure) {
        this.canvas = canvas;
        this.palette = palette;
        this.painter = painter;
        this.figure = figure;
    }

    void paint(double at, double from, double right, double top, double bottom) {
        double x = FigurePainter.crisp(painter.x(at));
        canvas.setStroke(palette.t1());
        canvas.strokeLine(x, top, x, bottom);
        String values = figure.curves().stream().map(curve -> dot(curve, at)).flatMap(Optional::stream)
                .collect(Collectors.joining(" / "));
        String words = where(at) + "  " + (values.isEmpty() ? "no sample" : values + " " + figure.up().unit());
        double width = words.length() * FigurePainter.CHARACTER + 12;
        double left = Math.max(from, x + 8 + width > right ? x - 8 - width : x + 8);
        canvas.setFill(palette.b4());
        canvas.fillRoundRect(left, bottom - 24, width, 18, 6, 6);
        painter.text(words, left + 6, bottom - 15, palette.t1(), TextAlignment.LEFT);
    }

    private String where(double at) {
        return figure.across().scale() == Axis.Scale.TIME ? Format.clock(Instant.ofEpochSecond((long) at))
                : Said.value(at, figure.across().unit());
    }

    private Optional<String> dot(Curve curve, double at) {
        Axis across = figure.across();
        Optional<Point> near = curve.nearest(at, (across.high() - across.low()) * REACH);
        near.ifPresent(point -> {
            canvas.setStroke(painter.colour(curve.tone()));
            canvas.setFill(palette.b1());
            canvas.fillOval(painter.x(point.x()) - 3.5, painter.y(point.y()) - 3.5, 7, 7);
            canvas.strokeOval(painter.x(point.x()) - 3.5, painter.y(point.y()) - 3.5, 7, 7);
        });
        return near.map(point -> curve.name().replaceAll(",.*", "") + " " + Said.number(point.y()));
    }
}
