package com.maily.console.desktop.analysis;

import com.maily.console.core.sla.report.Figure;
import com.maily.console.core.sla.report.Figure.Band;
import com.maily.console.core.sla.report.Figure.Curve;
import com.maily.console.core.sla.report.Figure.Mark;
import com.maily.console.core.sla.report.Figure.Point;
import com.maily.console.core.sla.report.Figure.Tone;
import com.maily.console.core.sla.report.Tick;
import com.maily.console.desktop.theme.Palette;
import java.util.List;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;
import org.jspecify.annotations.Nullable;

/** Draws one figure once. */
final class FigurePainter {

    private static final double LEFT = 58;
    private static final double RIGHT = 8;
    private static final double TOP = 8;
    private static final double BOTTOM = 20;
    static final double CHARACTER = 6.4;

    private final GraphicsContext canvas;
    private final Palette palette;
    private final double right;
    private final double bottom;
    private final Figure figure;

    FigurePainter(GraphicsContext canvas, Palette palette, double width, double height, Figure figure) {
        this.canvas = canvas;
        this.palette = palette;
        this.right = width - RIGHT;
        this.bottom = height - BOTTOM;
        this.figure = figure;
    }

    /** How far along the plot a mouse stands, 0 at its left edge and 1 at its right. */
    static double share(double x, double width) {
        return (x - LEFT) / Math.max(1, width - RIGHT - LEFT);
    }

    void paint(@Nullable Double cursor) {
        canvas.setFont(Font.font("JetBrains Mono", 10.5));
        canvas.setTextBaseline(VPos.CENTER);
        canvas.setLineWidth(1);
        figure.band().ifPresent(this::band);
        axes();
        figure.curves().forEach(this::curve);
        figure.marks().forEach(this::line);
        FigureLabels labels = new FigureLabels(this, TOP, bottom, LEFT, right);
        figure.marks().forEach(mark -> labels.put(mark, x(mark.at()), y(mark.at())));
        if (!figure.note().isEmpty()) {
            label(figure.note(), (LEFT + right - figure.note().length() * CHARACTER) / 2, TOP + (bottom - TOP) / 4, Tone.EVEN);
        }
        if (cursor != null && figure.across().share(cursor) >= 0 && figure.across().share(cursor) <= 1) {
            new FigureCursor(canvas, palette, this, figure).paint(cursor, LEFT, right, TOP, bottom);
        }
    }

    double x(double value) {
        return LEFT + Math.clamp(figure.across().share(value), 0, 1) * (right - LEFT);
    }

    /** What lies outside, such as the end of an interval without one, is drawn up to the edge. */
    double y(double value) {
        return bottom - Math.clamp(figure.up().share(value), 0, 1) * (bottom - TOP);
    }

    private void band(Band band) {
        double top = y(band.high());
        canvas.setFill(palette.run().deriveColor(0, 1, 1, 0.16));
        canvas.fillRect(LEFT, top, right - LEFT, Math.max(1, y(band.low()) - top));
    }

    private void axes() {
        for (Tick tick : figure.up().ticks((int) Math.clamp((bottom - TOP) / 26, 2, 6))) {
            canvas.setStroke(palette.line());
            canvas.strokeLine(LEFT, crisp(y(tick.at())), right, crisp(y(tick.at())));
            text(tick.label(), LEFT - 6, y(tick.at()), palette.t3(), TextAlignment.RIGHT);
        }
        for (Tick tick : figure.across().ticks((int) Math.clamp((right - LEFT) / 76, 1, 8))) {
            double half = tick.label().length() * CHARACTER / 2;
            text(tick.label(), Math.clamp(x(tick.at()), LEFT + half, right - half), bottom + 11, palette.t3(),
                    TextAlignment.CENTER);
        }
    }

    private void curve(Curve curve) {
        Color colour = colour(curve.tone());
        canvas.setStroke(colour);
        canvas.setFill(colour);
        canvas.setLineWidth(curve.tone() == Tone.STABLE ? 1.2 : 1.6);
        canvas.setLineDashes(curve.tone() == Tone.STABLE ? new double[] {4, 3} : new double[0]);
        curve.stretches().forEach(this::stretch);
        canvas.setLineDashes();
        canvas.setLineWidth(1);
    }

    /** A sample alone between two gaps must still be seen. */
    private void stretch(List<Point> points) {
        if (points.size() == 1) {
            canvas.fillOval(x(points.getFirst().x()) - 1.8, y(points.getFirst().y()) - 1.8, 3.6, 3.6);
            return;
        }
        canvas.beginPath();
        canvas.moveTo(x(points.getFirst().x()), y(points.getFirst().y()));
        points.forEach(point -> canvas.lineTo(x(point.x()), y(point.y())));
        canvas.stroke();
    }

    private void line(Mark mark) {
        canvas.setStroke(colour(mark.tone()));
        canvas.setLineDashes(mark.tone() == Tone.LIMIT ? new double[] {6, 4} : new double[0]);
        if (mark.upright()) {
            canvas.strokeLine(crisp(x(mark.at())), TOP, crisp(x(mark.at())), bottom);
        } else {
            canvas.strokeLine(LEFT, crisp(y(mark.at())), right, crisp(y(mark.at())));
        }
        canvas.setLineDashes();
    }

    Color colour(Tone tone) {
        return switch (tone) {
            case STABLE, EVEN -> palette.t3();
            case CANARY -> palette.can();
            case DIFFERENCE, LIMIT -> palette.t2();
            case EFFECT -> palette.run();
        };
    }

    /** A label on a ground of its own, so that what it lies over does not make it unreadable. */
    void label(String words, double left, double middle, Tone tone) {
        canvas.setFill(palette.b1().deriveColor(0, 1, 1, 0.85));
        canvas.fillRect(left - 3, middle - 7, words.length() * CHARACTER + 6, 14);
        text(words, left, middle, colour(tone), TextAlignment.LEFT);
    }

    void text(String words, double x, double y, Color colour, TextAlignment alignment) {
        canvas.setFill(colour);
        canvas.setTextAlign(alignment);
        canvas.fillText(words, x, y);
    }

    static double crisp(double at) {
        return Math.floor(at) + 0.5;
    }
}
