package com.maily.console.desktop.widget;

import com.maily.console.desktop.theme.Theme;
import java.time.Duration;
import javafx.geometry.VPos;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.shape.ArcType;
import javafx.scene.text.Font;
import javafx.scene.text.FontWeight;
import javafx.scene.text.TextAlignment;

/** The recovery time objective as a clock face: what is used, what the plan still needs, and what is left over. */
public final class RtoRing extends PaintedRegion {

    private double used;
    private double needs;
    private String left = "–";
    private String of = "";

    public RtoRing(Theme theme) {
        super(theme);
        setMinSize(120, 120);
        setPrefSize(140, 140);
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
    }

    /**
     * @param usedShare  of the objective, 0 to 1
     * @param needsShare what the plan still needs, in the same measure
     */
    public void show(double usedShare, double needsShare, Duration remaining, Duration objective) {
        used = usedShare;
        needs = needsShare;
        left = clock(remaining.abs());
        of = (remaining.isNegative() ? "over " : "left of ") + clock(objective);
        setAccessibleText(left + " " + of);
        repaint();
    }

    /** {@code 12:48}; never negative, words say what is over. */
    public static String clock(Duration duration) {
        long seconds = Math.max(0, duration.toSeconds());
        return seconds / 60 + ":" + String.format(java.util.Locale.ROOT, "%02d", seconds % 60);
    }

    @Override
    protected void paint(GraphicsContext canvas, double width, double height) {
        double size = Math.min(width, height) - 16;
        double x = (width - size) / 2;
        double y = (height - size) / 2;
        double middle = size / 2;
        ticks(canvas, x + middle, y + middle, middle);
        canvas.setLineWidth(9);
        arc(canvas, x, y, size, 0, 1, palette().b4());
        arc(canvas, x, y, size, used, needs, palette().run());
        arc(canvas, x, y, size, 0, used, palette().fail());
        canvas.setLineWidth(1);
        double angle = Math.PI * 2 * Math.min(1, used + needs);
        canvas.setStroke(palette().t1());
        canvas.setLineWidth(2.5);
        canvas.strokeLine(x + middle + Math.sin(angle) * (middle - 13), y + middle - Math.cos(angle) * (middle - 13),
                x + middle + Math.sin(angle) * (middle + 3), y + middle - Math.cos(angle) * (middle + 3));
        canvas.setLineWidth(1);
        canvas.setTextAlign(TextAlignment.CENTER);
        canvas.setTextBaseline(VPos.CENTER);
        canvas.setFill(palette().t1());
        canvas.setFont(Font.font("JetBrains Mono", FontWeight.BOLD, size > 110 ? 26 : 20));
        canvas.fillText(left, width / 2, height / 2 - 4);
        canvas.setFill(palette().t3());
        canvas.setFont(Font.font("Inter", 11));
        canvas.fillText(of, width / 2, height / 2 + 17);
    }

    private void ticks(GraphicsContext canvas, double x, double y, double radius) {
        canvas.setStroke(palette().ctl());
        for (int minute = 0; minute < 15; minute++) {
            double angle = Math.PI * 2 * minute / 15;
            canvas.strokeLine(x + Math.sin(angle) * (radius + 3), y - Math.cos(angle) * (radius + 3),
                    x + Math.sin(angle) * (radius + 6), y - Math.cos(angle) * (radius + 6));
        }
    }

    private static void arc(GraphicsContext canvas, double x, double y, double size, double from, double share, Color colour) {
        if (share > 0) {
            canvas.setStroke(colour);
            canvas.strokeArc(x + 5, y + 5, size - 10, size - 10, 90 - from * 360, -share * 360, ArcType.OPEN);
        }
    }
}
