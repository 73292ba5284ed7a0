package com.maily.console.desktop.widget;

import com.maily.console.core.sla.budget.BurnCost;
import com.maily.console.desktop.theme.Palette;
import java.util.List;
import java.util.function.ToDoubleFunction;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;

/**
 * Draws on a weight slider where the error budget would burn 1x, 6x and 14.4x as fast as allowed.
 *
 * @param top       of the track, and {@code thick} its height
 * @param keepClear where the sign of the observed weight stands
 */
record BurnMarksPainter(GraphicsContext canvas, Palette palette, double top, double thick, double keepClear) {

    private static final double LABEL = 26;
    private static final double SIGN = 7;

    void paint(List<BurnCost.Mark> marks, ToDoubleFunction<BurnCost.Mark> place) {
        canvas.setFont(Font.font("JetBrains Mono", 10));
        double free = Double.NEGATIVE_INFINITY;
        for (BurnCost.Mark mark : marks) {
            double x = Math.rint(place.applyAsDouble(mark));
            canvas.setFill(colour(mark));
            canvas.fillRect(x - 1, top - 5, 2, thick + 10);
            // The number stands right of its mark, or left of it where something else does.
            boolean right = !(keepClear > x - SIGN && keepClear < x + LABEL + SIGN);
            double from = right ? x + 3 : x - 3 - LABEL;
            if (from >= free) {
                canvas.setTextAlign(right ? TextAlignment.LEFT : TextAlignment.RIGHT);
                canvas.fillText(text(mark), right ? x + 3 : x - 3, top - 7);
                free = from + LABEL;
            }
        }
        canvas.setTextAlign(TextAlignment.CENTER);
    }

    private static String text(BurnCost.Mark mark) {
        return mark.times() == Math.rint(mark.times()) ? (int) mark.times() + "×" : mark.times() + "×";
    }

    private Color colour(BurnCost.Mark mark) {
        return mark.times() <= 1 ? palette.t1() : BurnBar.state(mark.times(), BurnCost.MARKS.getLast()) == State.FAILED
                ? palette.fail()
                : palette.waiting();
    }
}
