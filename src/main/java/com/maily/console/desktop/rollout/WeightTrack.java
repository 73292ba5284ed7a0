package com.maily.console.desktop.rollout;

import com.maily.console.core.journal.ComponentState;
import com.maily.console.core.model.Weight;
import com.maily.console.desktop.theme.Palette;
import com.maily.console.desktop.theme.Theme;
import java.util.List;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.WeakChangeListener;
import javafx.scene.canvas.Canvas;
import javafx.scene.layout.Region;
import javafx.scene.text.TextAlignment;

/** A canary's weight on its ladder: filled to what is desired, a triangle at what is observed. To read only. */
final class WeightTrack extends Region {
    private static final double HEIGHT = 32;
    private static final double TOP = 7;
    private final Theme theme;
    private final Canvas canvas = new Canvas(10, HEIGHT);
    private final ChangeListener<Palette> repaint = (_, _, _) -> paint();
    private ComponentState state = ComponentState.UNTOUCHED;
    private List<Weight> ladder = List.of();

    WeightTrack(Theme theme) {
        this.theme = theme;
        getChildren().setAll(canvas);
        setMinHeight(HEIGHT);
        setPrefHeight(HEIGHT);
        theme.palette().addListener(new WeakChangeListener<>(repaint));
    }

    void show(ComponentState newest, List<Weight> rungs) {
        state = newest;
        ladder = rungs;
        setAccessibleText("Desired " + newest.desired() + ", observed " + newest.observed());
        paint();
    }

    @Override
    protected void layoutChildren() {
        canvas.setWidth(getWidth());
        paint();
    }

    private void paint() {
        Palette palette = theme.colours();
        Brush brush = new Brush(canvas.getGraphicsContext2D(), palette);
        double width = canvas.getWidth();
        brush.graphics().clearRect(0, 0, width, HEIGHT);
        brush.bar(0, TOP, width, 8, palette.b4());
        if (!state.desired().isZero()) {
            brush.bar(0, TOP, x(state.desired()), 8, palette.canFill());
        }
        if (!state.observed().isZero()) {
            brush.bar(0, TOP, Math.min(x(state.observed()), x(state.desired())), 8, palette.can());
        }
        double before = -20;
        for (Weight rung : ladder) {
            double x = Math.min(x(rung), width - 1);
            brush.vertical(x, TOP, TOP + 8, palette.b1(), 2);
            if (x - before > 16) {
                brush.text(rung.toString().replace(" %", ""), x, TOP + 18, Brush.Type.AXIS, palette.t3(),
                        rung.isFull() ? TextAlignment.RIGHT : TextAlignment.CENTER);
                before = x;
            }
        }
        double at = x(state.observed());
        brush.graphics().setFill(palette.t1());
        brush.graphics().fillPolygon(new double[] {at - 4, at + 4, at}, new double[] {0, 0, 6}, 3);
    }

    private double x(Weight weight) {
        return canvas.getWidth() * weight.percent() / 100;
    }
}
