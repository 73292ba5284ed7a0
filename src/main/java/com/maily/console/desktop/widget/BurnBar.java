package com.maily.console.desktop.widget;

import com.maily.console.desktop.theme.Theme;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.GraphicsContext;

/** How fast an error budget is spent, with marks at the allowed speed (1×) and where a pager rings. */
public final class BurnBar extends PaintedRegion {

    private static final double HIGHEST = 18;

    private double burn = Double.NaN;
    private double pager = 14.4;

    public BurnBar(Theme theme) {
        super(theme);
        setMinSize(60, 12);
        setPrefSize(105, 12);
        setMaxHeight(12);
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
    }

    /** @param rate times the allowed speed, NaN when unknown: the bar is then empty, not short */
    public void show(double rate, double pagerRate) {
        burn = rate;
        pager = pagerRate;
        setAccessibleText(Double.isNaN(rate) ? "Burn rate unknown" : "Burn rate " + text(rate) + ", pages at " + pagerRate + "×");
        repaint();
    }

    /** {@code 0.5×}. */
    public static String text(double rate) {
        return Double.isNaN(rate) ? "–" : String.format(java.util.Locale.ROOT, rate >= 100 ? "%.0f×" : "%.1f×", rate);
    }

    /** The state a rate stands for; unknown is never good. */
    public static State state(double rate, double pager) {
        return Double.isNaN(rate) ? State.STALE : rate >= pager ? State.FAILED : rate > 1 ? State.MARGINAL : State.DONE;
    }

    /** A root scale, so that both 1× and 14.4× have room; the same for all bars, so that they can be compared. */
    private static double share(double rate) {
        return Math.min(1, Math.sqrt(Math.max(0, rate) / HIGHEST));
    }

    @Override
    protected void paint(GraphicsContext canvas, double width, double height) {
        double y = height / 2 - 3;
        canvas.setFill(palette().b4());
        canvas.fillRoundRect(0, y, width, 6, 3, 3);
        if (!Double.isNaN(burn)) {
            canvas.setFill(switch (state(burn, pager)) {
                case FAILED -> palette().fail();
                case MARGINAL -> palette().waiting();
                default -> palette().ok();
            });
            canvas.fillRoundRect(0, y, Math.max(2, width * share(burn)), 6, 3, 3);
        }
        canvas.setFill(palette().t1());
        canvas.fillRect(width * share(1) - 1, 0, 2, height);
        canvas.setFill(palette().fail());
        canvas.fillRect(width * share(pager) - 1, 0, 2, height);
    }
}
