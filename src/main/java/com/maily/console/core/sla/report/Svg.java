package com.maily.console.core.sla.report;

import com.maily.console.core.sla.report.Figure.Band;
import com.maily.console.core.sla.report.Figure.Curve;
import com.maily.console.core.sla.report.Figure.Mark;
import com.maily.console.core.sla.report.Figure.Point;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Draws a figure as SVG text. Colours come from the style sheet of the page it stands in, by the names of the tones. */
final class Svg {

    private static final double WIDTH = 640;
    private static final double HEIGHT = 220;
    private static final double LEFT = 64;
    private static final double RIGHT = WIDTH - 12;
    private static final double TOP = 12;
    private static final double BOTTOM = HEIGHT - 26;

    private final Figure figure;
    private final StringBuilder text = new StringBuilder();

    private Svg(Figure figure) {
        this.figure = figure;
    }

    static String of(Figure figure) {
        return new Svg(figure).draw();
    }

    private String draw() {
        text.append(String.format(Locale.ROOT, "<svg viewBox=\"0 0 %.0f %.0f\" role=\"img\" aria-label=\"%s\">%n", WIDTH, HEIGHT,
                Html.escaped(figure.summary())));
        figure.band().ifPresent(this::band);
        figure.up().ticks(5).forEach(tick -> {
            line("grid", LEFT, y(tick.at()), RIGHT, y(tick.at()));
            label("end", LEFT - 6, y(tick.at()) + 3.5, tick.label());
        });
        figure.across().ticks(7).forEach(tick -> label("middle", x(tick.at()), HEIGHT - 8, tick.label()));
        figure.marks().forEach(this::mark);
        figure.curves().forEach(this::curve);
        if (!figure.note().isEmpty()) {
            label("middle", (LEFT + RIGHT) / 2, TOP + (BOTTOM - TOP) / 4, figure.note());
        }
        return text.append("</svg>").toString();
    }

    private void band(Band band) {
        double top = y(band.high());
        text.append(String.format(Locale.ROOT, "<rect class=\"band\" x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\"/>%n",
                LEFT, top, RIGHT - LEFT, Math.max(1, y(band.low()) - top)));
    }

    private void mark(Mark mark) {
        String tone = mark.tone().name().toLowerCase(Locale.ROOT);
        if (mark.upright()) {
            line("mark " + tone, x(mark.at()), TOP, x(mark.at()), BOTTOM);
            boolean left = x(mark.at()) > (LEFT + RIGHT) / 2;
            label(left ? "end" : "start", x(mark.at()) + (left ? -4 : 4), TOP + 12, mark.label());
        } else {
            line("mark " + tone, LEFT, y(mark.at()), RIGHT, y(mark.at()));
            double above = y(mark.at()) - (y(mark.at()) < TOP + 14 ? -12 : 4);
            double below = y(mark.at()) + (y(mark.at()) > BOTTOM - 14 ? -4 : 12);
            // Each kind has a place of its own across, for they may lie close together.
            switch (mark.tone()) {
                case EFFECT -> label("end", RIGHT - 4, above, mark.label());
                case EVEN -> label("middle", (LEFT + RIGHT) / 2, below, mark.label());
                case STABLE, CANARY, DIFFERENCE, LIMIT -> label("start", LEFT + 4, above, mark.label());
            }
        }
    }

    private void curve(Curve curve) {
        String tone = curve.tone().name().toLowerCase(Locale.ROOT);
        for (List<Point> stretch : curve.stretches()) {
            if (stretch.size() == 1) {
                text.append(String.format(Locale.ROOT, "<circle class=\"dot %s\" cx=\"%.1f\" cy=\"%.1f\" r=\"1.8\"/>%n", tone,
                        x(stretch.getFirst().x()), y(stretch.getFirst().y())));
            } else {
                text.append("<polyline class=\"curve ").append(tone).append("\" points=\"").append(stretch.stream().map(point ->
                        String.format(Locale.ROOT, "%.1f,%.1f", x(point.x()), y(point.y()))).collect(Collectors.joining(" ")))
                        .append("\"/>\n");
            }
        }
    }

    private void line(String style, double fromX, double fromY, double toX, double toY) {
        text.append(String.format(Locale.ROOT, "<line class=\"%s\" x1=\"%.1f\" y1=\"%.1f\" x2=\"%.1f\" y2=\"%.1f\"/>%n", style,
                fromX, fromY,
                toX, toY));
    }

    private void label(String anchor, double x, double y, String words) {
        text.append(String.format(Locale.ROOT, "<text text-anchor=\"%s\" x=\"%.1f\" y=\"%.1f\">%s</text>%n", anchor, x, y,
                Html.escaped(words)));
    }

    private double x(double value) {
        return LEFT + Math.clamp(figure.across().share(value), 0, 1) * (RIGHT - LEFT);
    }

    /** What lies outside, such as the end of an interval without one, is drawn up to the edge. */
    private double y(double value) {
        return BOTTOM - Math.clamp(figure.up().share(value), 0, 1) * (BOTTOM - TOP);
    }
}
