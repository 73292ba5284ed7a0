package com.maily.console.desktop.widget;

import com.maily.console.core.model.Weight;
import com.maily.console.core.port.TrafficRouter.Reach;
import com.maily.console.desktop.theme.Palette;
import java.util.Optional;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.FontWeight;
import javafx.scene.text.TextAlignment;

/** Draws a weight slider once. */
final class WeightSliderPainter {

    static final double HEIGHT = 68;
    private static final double EDGE = 14;
    private static final double TOP = 34;
    private static final double THICK = 12;

    private final GraphicsContext canvas;
    private final Palette palette;
    private final double width;
    private final WeightSlide slide;
    private final Optional<Weight> proposed;
    private final boolean focused;

    WeightSliderPainter(GraphicsContext canvas, Palette palette, double width, WeightSlide slide, Optional<Weight> proposed,
                        boolean focused) {
        this.canvas = canvas;
        this.palette = palette;
        this.width = width;
        this.slide = slide;
        this.proposed = proposed;
        this.focused = focused;
    }

    /** Which weight lies under a mouse at {@code x}; may lie outside 0 to 100. */
    static double percent(double x, double width) {
        return (x - EDGE) / Math.max(1, width - 2 * EDGE) * 100;
    }

    private double x(Weight weight) {
        return EDGE + weight.percent() / 100 * (width - 2 * EDGE);
    }

    void paint() {
        canvas.setTextBaseline(VPos.CENTER);
        canvas.setTextAlign(TextAlignment.CENTER);
        track();
        marks();
        slide.next().filter(_ -> slide.editable() && proposed.isEmpty()).ifPresent(this::ghost);
        proposed.ifPresent(this::span);
        if (proposed.isPresent() && !slide.limit().highest().isFull()) {
            limit(slide.limit().highest());
        }
        new BurnMarksPainter(canvas, palette, TOP, THICK, x(slide.observed())).paint(slide.costs(), mark -> x(mark.weight()));
        observed();
        thumb();
        proposed.ifPresent(this::bubble);
    }

    /** A weight that nobody moves any more and that is full is the new version's own: no canary, no pink. */
    private Color fill() {
        return slide.stale() ? palette.ctl() : !slide.editable() && slide.desired().isFull() ? palette.okFill() : palette.can();
    }

    private void track() {
        canvas.setFill(palette.b4());
        canvas.fillRoundRect(EDGE, TOP, width - 2 * EDGE, THICK, 4, 4);
        double end = x(slide.desired());
        canvas.setFill(fill());
        canvas.fillRoundRect(EDGE, TOP, Math.max(0, end - EDGE), THICK, 4, 4);
        if (slide.uptake() != WeightSlide.Uptake.SETTLED) {
            // Told but not yet taken up: darker until the platform reports it, and in the colour of a warning when that takes
            // too long.
            double from = Math.min(x(slide.observed()), end);
            canvas.setFill(slide.uptake() == WeightSlide.Uptake.LATE ? palette.waitFill() : palette.canFill());
            canvas.fillRect(from, TOP, Math.abs(x(slide.observed()) - end), THICK);
        }
        if (slide.snap().reach() instanceof Reach.Only only) {
            canvas.setFill(palette.b1());
            only.weights().stream().filter(w -> !w.isZero() && !w.isFull()).forEach(w -> canvas.fillRect(x(w) - 1, TOP, 2,
                    THICK));
        }
    }

    private void marks() {
        double last = Double.NEGATIVE_INFINITY;
        for (Weight mark : slide.snap().marks()) {
            double x = x(mark);
            boolean reached = !mark.isAbove(slide.desired());
            canvas.setFill(reached && !slide.stale() && !slide.desired().isZero() ? fill() : palette.ctl());
            canvas.fillRect(x - 1, TOP + THICK + 3, 2, 5);
            if (x - last >= 16) {
                boolean now = mark.equals(slide.desired());
                canvas.setFont(Font.font("JetBrains Mono", now ? FontWeight.BOLD : FontWeight.NORMAL, 10.5));
                canvas.setFill(now ? palette.t1() : reached && !slide.stale() && slide.editable() ? palette.can() : palette.t3());
                canvas.fillText(String.valueOf((int) mark.percent()), x, TOP + THICK + 16);
                last = x;
            }
        }
    }

    private void ghost(Weight next) {
        canvas.setStroke(palette.t2());
        canvas.setLineWidth(1.5);
        canvas.setLineDashes(3, 2.5);
        canvas.strokeOval(x(next) - 9, TOP + THICK / 2 - 9, 18, 18);
        canvas.setLineDashes();
        canvas.setLineWidth(1);
        // The words stand right of the mark's number unless the next mark is in the way.
        double room = slide.snap().marks().stream().filter(m -> m.isAbove(next)).findFirst().map(this::x).orElse(width) - x(next);
        canvas.setFont(Font.font("Inter", 11));
        if (room > slide.nextWhen().length() * 5.4 + 24) {
            canvas.setFill(palette.t3());
            canvas.setTextAlign(TextAlignment.LEFT);
            canvas.fillText(slide.nextWhen(), x(next) + 14, TOP + THICK + 16);
            canvas.setTextAlign(TextAlignment.CENTER);
        }
    }

    /** The striped part between what is and what is proposed. */
    private void span(Weight to) {
        double from = Math.min(x(to), x(slide.desired()));
        double end = Math.max(x(to), x(slide.desired()));
        canvas.save();
        canvas.beginPath();
        canvas.rect(from, TOP, end - from, THICK);
        canvas.clip();
        canvas.setFill(palette.canTint());
        canvas.fillRect(from, TOP, end - from, THICK);
        canvas.setStroke(fill());
        canvas.setLineWidth(4);
        for (double x = from - THICK; x < end + THICK; x += 9) {
            canvas.strokeLine(x, TOP + THICK, x + THICK, TOP);
        }
        canvas.restore();
        canvas.setLineWidth(1);
        canvas.setFill(fill());
        canvas.fillOval(x(slide.desired()) - 6, TOP + THICK / 2 - 6, 12, 12);
    }

    /** How far a proposal may go: what lies beyond is crossed out, so that it is seen before the thumb stops there. */
    private void limit(Weight highest) {
        double from = x(highest);
        double end = width - EDGE;
        canvas.setFill(palette.b2());
        canvas.fillRect(from, TOP, end - from, THICK);
        canvas.setStroke(palette.ctl());
        canvas.setLineWidth(1);
        for (double x = from; x < end; x += 7) {
            canvas.strokeLine(x, TOP + THICK, Math.min(end, x + 6), TOP);
        }
        canvas.setFill(palette.t2());
        canvas.fillRect(from - 1, TOP - 5, 2, THICK + 10);
    }

    private void observed() {
        double x = x(slide.observed());
        canvas.setFill(slide.stale() ? palette.t3() : palette.t1());
        canvas.fillPolygon(new double[] {x - 5, x + 5, x}, new double[] {TOP - 12, TOP - 12, TOP - 5}, 3);
    }

    private void thumb() {
        double x = x(proposed.orElse(slide.desired()));
        double y = TOP + THICK / 2;
        if (focused && slide.editable()) {
            canvas.setStroke(palette.focus());
            canvas.setLineWidth(2);
            canvas.strokeOval(x - 14, y - 14, 28, 28);
            canvas.setLineWidth(1);
        }
        canvas.setFill(palette.b1());
        canvas.fillOval(x - 11, y - 11, 22, 22);
        boolean free = slide.editable() && !slide.stale();
        boolean up = slide.barred().isEmpty() && !slide.desired().isFull();
        canvas.setFill(free ? palette.t1() : palette.ctl());
        canvas.fillOval(x - 9, y - 9, 18, 18);
        if (slide.editable()) {
            canvas.setFill(palette.b1());
            canvas.fillPolygon(new double[] {x - 1.5, x - 1.5, x - 6}, new double[] {y - 4, y + 4, y}, 3);
            if (up) {
                canvas.fillPolygon(new double[] {x + 1.5, x + 1.5, x + 6}, new double[] {y - 4, y + 4, y}, 3);
            }
        }
    }

    private void bubble(Weight weight) {
        String text = weight.toString();
        double wide = Math.max(44, text.length() * 7.5 + 16);
        double x = Math.clamp(x(weight), wide / 2, width - wide / 2);
        canvas.setFill(palette.t1());
        canvas.fillRoundRect(x - wide / 2, 0, wide, 19, 5, 5);
        canvas.fillPolygon(new double[] {x(weight) - 4, x(weight) + 4, x(weight)}, new double[] {19, 19, 23}, 3);
        canvas.setFill(palette.b1());
        canvas.setFont(Font.font("JetBrains Mono", FontWeight.BOLD, 12));
        canvas.fillText(text, x, 9.5);
    }
}
