package com.maily.console.desktop.widget;

import com.maily.console.core.port.Sample;
import com.maily.console.desktop.theme.Palette;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.text.TextAlignment;

/** Draws what stands around the curves: bands, flags, the weight's track, the limit, and where the truth ends. */
final class TimeChartMarks {

    private static final double STRIPE = 3;

    private final GraphicsContext canvas;
    private final Palette palette;
    private final TimeChartPlot plot;
    private final TimeChartData data;

    TimeChartMarks(GraphicsContext canvas, Palette palette, TimeChartPlot plot, TimeChartData data) {
        this.canvas = canvas;
        this.palette = palette;
        this.plot = plot;
        this.data = data;
    }

    /** A missed limit tints the plot; an alert has a stripe along its top too. */
    void bands() {
        for (TimeChartData.Band band : data.bands()) {
            plot.stretch(band).ifPresent(stretch -> {
                canvas.setFill(band.state().colour(palette).deriveColor(0, 1, 1, 0.16));
                canvas.fillRect(stretch.left(), plot.top(), stretch.width(), plot.height());
                if (band.alert()) {
                    canvas.setFill(band.state().colour(palette));
                    canvas.fillRect(stretch.left(), plot.top(), stretch.width(), STRIPE);
                }
            });
        }
    }

    /** Where there is room; the cursor tells the others. */
    void alertNames() {
        data.bands().stream().filter(TimeChartData.Band::alert).forEach(band -> plot.stretch(band)
                .filter(stretch -> stretch.width() > TimeChartPlot.width(band.label()) + 12).ifPresent(stretch ->
                        TimeChartPainter.covering(canvas, band.label(), stretch.left() + 6, plot.top() + 12,
                                band.state().colour(palette), palette)));
    }

    /** The canary weight as steps on a track under the plot; a small share is still seen. */
    void weights() {
        double height = plot.foot() - plot.bottom();
        if (height <= 0) {
            return;
        }
        double full = height - 4;
        canvas.setFill(palette.b3());
        canvas.fillRect(plot.left(), plot.foot() - full, plot.right() - plot.left(), full);
        TimeChartPainter.text(canvas, "weight", plot.left() - 6, plot.foot() - full / 2, palette.t3(), TextAlignment.RIGHT);
        canvas.setFill(palette.can());
        List<Sample> weights = data.weights();
        for (int i = 0; i < weights.size(); i++) {
            double from = Math.max(plot.left(), plot.x(weights.get(i).at()));
            double to = i + 1 < weights.size() ? Math.min(plot.right(), plot.x(weights.get(i + 1).at())) : plot.right();
            double part = weights.get(i).value() > 0 ? Math.max(2, full * weights.get(i).value() / 100) : 0;
            if (to > from) {
                canvas.fillRect(from, plot.foot() - part, to - from, part);
            }
        }
    }

    /** Ends of runs before phases: where there is no room for both labels, the lesser one is a line only. */
    void flags() {
        List<double[]> taken = new ArrayList<>();
        data.flags().stream().filter(flag -> plot.holds(flag.at()))
                .sorted(Comparator.comparing(flag -> flag.state() == State.PLANNED)).forEach(flag -> {
                    double x = TimeChartPlot.crisp(plot.x(flag.at()));
                    canvas.setStroke(flag.state() == State.PLANNED ? palette.t3() : flag.state().colour(palette));
                    canvas.setLineDashes(2, 3);
                    canvas.strokeLine(x, plot.top() - 4, x, plot.bottom());
                    canvas.setLineDashes();
                    double width = TimeChartPlot.width(flag.label()) + 6;
                    double left = Math.clamp(x - width / 2, plot.left(), Math.max(plot.left(), plot.right() - width));
                    if (taken.stream().allMatch(other -> left > other[1] + 2 || left + width + 2 < other[0])) {
                        taken.add(new double[] {left, left + width});
                        label(flag, left, width);
                    }
                });
    }

    private void label(TimeChartData.Flag flag, double left, double width) {
        canvas.setFill(palette.b4());
        canvas.fillRoundRect(left, 1, width, 14, 4, 4);
        TimeChartPainter.text(canvas, flag.label(), left + width / 2, 8,
                flag.state() == State.PLANNED ? palette.t1() : flag.state().colour(palette), TextAlignment.CENTER);
    }

    /** What lies behind the newest sample of all lines is not known. */
    void staleEdge() {
        if (!data.stale()) {
            return;
        }
        long last = data.lines().stream().map(TimeChartData.Line::points).filter(points -> points.size() > 0)
                .mapToLong(points -> points.at(points.size() - 1)).max().orElse(Long.MAX_VALUE);
        double x = plot.x(last);
        if (x < plot.right()) {
            double edge = Math.max(plot.left(), x);
            canvas.setFill(palette.b3());
            canvas.fillRect(edge, plot.top(), plot.right() - edge, plot.height());
            canvas.setStroke(palette.t3());
            canvas.setLineDashes(3, 3);
            canvas.strokeLine(TimeChartPlot.crisp(edge), plot.top(), TimeChartPlot.crisp(edge), plot.bottom());
            canvas.setLineDashes();
        }
    }

    void limit() {
        data.limit().ifPresent(limit -> {
            double y = TimeChartPlot.crisp(plot.y(limit.value()));
            canvas.setStroke(palette.t2());
            canvas.setLineDashes(6, 4);
            canvas.strokeLine(plot.left(), y, plot.right(), y);
            canvas.setLineDashes();
            // On the side with more room, where it covers less of the curve.
            double label = y > (plot.top() + plot.bottom()) / 2 ? y - 9 : y + 9;
            TimeChartPainter.covering(canvas, limit.label(), plot.left() + 8, label, palette.t2(), palette);
        });
    }
}
