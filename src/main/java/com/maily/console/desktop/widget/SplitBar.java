package com.maily.console.desktop.widget;

import com.maily.console.core.model.Weight;
import com.maily.console.desktop.theme.Theme;
import javafx.geometry.VPos;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.text.Font;
import javafx.scene.text.FontWeight;
import javafx.scene.text.TextAlignment;

/** How traffic is shared between stable and canary, with both numbers on it. */
public final class SplitBar extends PaintedRegion {

    private Weight canary = Weight.ZERO;

    public SplitBar(Theme theme) {
        super(theme);
        setMinSize(80, 16);
        setPrefSize(130, 16);
        setMaxHeight(16);
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
    }

    public void show(Weight share) {
        canary = share;
        setAccessibleText("Stable " + new Weight(10_000 - share.basisPoints()) + ", canary " + share);
        repaint();
    }

    @Override
    protected void paint(GraphicsContext canvas, double width, double height) {
        double split = width * (1 - canary.percent() / 100);
        canvas.setFill(palette().b4());
        canvas.fillRect(0, 0, split, height);
        canvas.setFill(palette().can());
        canvas.fillRect(split, 0, width - split, height);
        canvas.setFont(Font.font("JetBrains Mono", FontWeight.SEMI_BOLD, 10.5));
        canvas.setTextBaseline(VPos.CENTER);
        if (split > 24) {
            canvas.setFill(palette().t1());
            canvas.setTextAlign(TextAlignment.LEFT);
            canvas.fillText(number(100 - canary.percent()), 6, height / 2);
        }
        if (width - split > 24) {
            canvas.setFill(palette().b0());
            canvas.setTextAlign(TextAlignment.RIGHT);
            canvas.fillText(number(canary.percent()), width - 6, height / 2);
        }
    }

    private static String number(double percent) {
        return percent == Math.rint(percent) ? String.valueOf((int) percent) : String.valueOf(Math.round(percent * 10) / 10.0);
    }
}
