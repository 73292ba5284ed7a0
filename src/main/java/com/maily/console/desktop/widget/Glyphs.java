package com.maily.console.desktop.widget;

import com.maily.console.core.model.Weight;
import com.maily.console.desktop.theme.Palette;
import java.util.Locale;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.shape.StrokeLineCap;
import javafx.scene.shape.StrokeLineJoin;

/** The same signs as {@link StateGlyph}, painted on a canvas. */
public final class Glyphs {
    private static final double BOX = 24;

    private Glyphs() {
    }

    /** Paints a state's sign with its top left corner at (x, y). @param ground what it is painted on, seen through the mark */
    public static void paint(GraphicsContext graphics, State state, double x, double y, double size, Palette palette,
            Color ground) {
        graphics.save();
        graphics.translate(x, y);
        graphics.scale(size / BOX, size / BOX);
        graphics.setLineCap(StrokeLineCap.ROUND);
        graphics.setLineJoin(StrokeLineJoin.ROUND);
        Color colour = state.colour(palette);
        switch (state.style()) {
            case SOLID -> {
                fill(graphics, state.shape(), colour);
                stroke(graphics, state.mark(), ground, 2.4);
            }
            case MARKED -> {
                stroke(graphics, state.shape(), colour, 2);
                fill(graphics, state.mark(), colour);
            }
            case RING -> {
                stroke(graphics, state.shape(), colour, 1.8);
                stroke(graphics, state.mark(), colour, 1.9);
            }
            case DASHED -> {
                graphics.setLineCap(StrokeLineCap.BUTT);
                graphics.setLineDashes(3.7, 3.76);
                stroke(graphics, state.shape(), colour, 1.8);
                graphics.setLineDashes();
                stroke(graphics, state.mark(), colour, 1.9);
            }
        }
        graphics.restore();
    }

    private static void fill(GraphicsContext graphics, String path, Color colour) {
        graphics.setFill(colour);
        graphics.beginPath();
        graphics.appendSVGPath(path);
        graphics.fill();
    }

    private static void stroke(GraphicsContext graphics, String path, Color colour, double width) {
        graphics.setStroke(colour);
        graphics.setLineWidth(width);
        graphics.beginPath();
        graphics.appendSVGPath(path);
        graphics.stroke();
    }

    static String pie(Weight share) {
        if (share.isFull()) {
            return "M12 5a7 7 0 1 0 0 14a7 7 0 1 0 0-14z";
        }
        double angle = 2 * Math.PI * share.percent() / 100;
        return String.format(Locale.ROOT, "M12 12v-7a7 7 0 %d 1 %.3f %.3fz", share.percent() > 50 ? 1 : 0,
                7 * Math.sin(angle), 7 - 7 * Math.cos(angle));
    }
}
