package com.maily.console.desktop.rollout;

import com.maily.console.desktop.theme.Fonts;
import com.maily.console.desktop.theme.Palette;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;

/** A graphics context with the theme's colours and fonts, and the few strokes the timeline is made of. */
record Brush(GraphicsContext graphics, Palette palette) {
    private static final Font DENSE = new Font(Fonts.TEXT, 12);
    private static final Font DENSE_STRONG = new Font(Fonts.TEXT_STRONG, 12);
    private static final Font HEADING = new Font(Fonts.TEXT_STRONG, 13);
    private static final Font LABEL = new Font(Fonts.TEXT, 11);
    private static final Font LABEL_STRONG = new Font(Fonts.TEXT_STRONG, 11);
    private static final Font AXIS = new Font(Fonts.MONO, 11);
    private static final Font AXIS_STRONG = new Font(Fonts.MONO_STRONG, 11);

    enum Type { DENSE, DENSE_STRONG, HEADING, LABEL, LABEL_STRONG, AXIS, AXIS_STRONG }

    void text(String text, double x, double middle, Type type, Color colour, TextAlignment alignment) {
        graphics.setFont(font(type));
        graphics.setTextAlign(alignment);
        graphics.setTextBaseline(VPos.CENTER);
        graphics.setFill(colour);
        graphics.fillText(text, x, middle);
    }

    void text(String text, double x, double middle, Type type, Color colour) {
        text(text, x, middle, type, colour, TextAlignment.LEFT);
    }

    double widthOf(String text, Type type) {
        javafx.scene.text.Text measured = new javafx.scene.text.Text(text);
        measured.setFont(font(type));
        return measured.getLayoutBounds().getWidth();
    }

    /** As much of the text as fits, ended with an ellipsis. */
    String fit(String text, double width, Type type) {
        if (text.isEmpty() || widthOf(text, type) <= width) {
            return text;
        }
        int end = text.length();
        while (end > 1 && widthOf(text.substring(0, end) + "…", type) > width) {
            end--;
        }
        return text.substring(0, end).stripTrailing() + "…";
    }

    void bar(double x, double y, double width, double height, Color colour) {
        graphics.setFill(colour);
        graphics.fillRoundRect(x, y, Math.max(2, width), height, 4, 4);
    }

    void dashedBar(double x, double y, double width, double height, Color edge, Color ground) {
        graphics.setFill(ground);
        graphics.fillRoundRect(x, y, Math.max(4, width), height, 4, 4);
        graphics.setStroke(edge);
        graphics.setLineWidth(1);
        graphics.setLineDashes(3, 2.5);
        graphics.strokeRoundRect(Math.round(x) + 0.5, Math.round(y) + 0.5, Math.max(4, Math.round(width) - 1), height - 1, 4, 4);
        graphics.setLineDashes();
    }

    void horizontal(double x1, double x2, double y, Color colour, double width) {
        graphics.setStroke(colour);
        graphics.setLineWidth(width);
        double at = width == 1 ? Math.floor(y) + 0.5 : Math.round(y);
        graphics.strokeLine(x1, at, x2, at);
    }

    void vertical(double x, double y1, double y2, Color colour, double width) {
        graphics.setStroke(colour);
        graphics.setLineWidth(width);
        double at = width == 1 ? Math.floor(x) + 0.5 : Math.round(x);
        graphics.strokeLine(at, y1, at, y2);
    }

    private static Font font(Type type) {
        return switch (type) {
            case DENSE -> DENSE;
            case DENSE_STRONG -> DENSE_STRONG;
            case HEADING -> HEADING;
            case LABEL -> LABEL;
            case LABEL_STRONG -> LABEL_STRONG;
            case AXIS -> AXIS;
            case AXIS_STRONG -> AXIS_STRONG;
        };
    }
}
