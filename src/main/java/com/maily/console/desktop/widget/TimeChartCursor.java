package com.maily.console.desktop.widget;

import com.maily.console.core.port.Sample;
import com.maily.console.desktop.theme.Palette;
import com.maily.console.desktop.theme.Theme;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.text.TextAlignment;
import org.jspecify.annotations.Nullable;

/** What follows the mouse, on a canvas of its own: moving the cursor over forty charts must not draw their curves again. */
final class TimeChartCursor extends PaintedRegion {

    private final ChartTime time;
    private TimeChartData data = TimeChartData.empty("", "");
    private @Nullable TimeChartPlot plot;

    TimeChartCursor(Theme theme, ChartTime time) {
        super(theme);
        this.time = time;
        setManaged(false);
        setMouseTransparent(true);
        time.cursorProperty().addListener((_, _, _) -> repaint());
        time.selectionProperty().addListener((_, _, _) -> repaint());
    }

    /** The plot that was painted last. */
    void over(TimeChartPlot newest, TimeChartData shown) {
        plot = newest;
        data = shown;
        repaint();
    }

    @Override
    protected void paint(GraphicsContext canvas, double width, double height) {
        if (plot == null) {
            return;
        }
        ChartTime.@Nullable Span marked = time.selectionProperty().get();
        if (marked != null) {
            double from = Math.clamp(plot.x(marked.from()), plot.left(), plot.right());
            double to = Math.clamp(plot.x(marked.to()), plot.left(), plot.right());
            canvas.setFill(palette().focus().deriveColor(0, 1, 1, 0.22));
            canvas.fillRect(from, plot.top(), Math.max(1, to - from), plot.height());
        }
        @Nullable Instant at = time.cursorProperty().get();
        if (at != null && plot.holds(at)) {
            TimeChartPainter.letter(canvas);
            cursor(canvas, palette(), plot, at);
        }
    }

    private void cursor(GraphicsContext canvas, Palette palette, TimeChartPlot on, Instant at) {
        double x = TimeChartPlot.crisp(on.x(at));
        canvas.setStroke(palette.t1());
        canvas.strokeLine(x, on.top(), x, on.foot());
        String values = data.lines().stream().map(line -> data.nearest(line, at).map(s -> dot(canvas, on, line, s)))
                .flatMap(Optional::stream).collect(Collectors.joining(" / "));
        List<String> words = new ArrayList<>();
        words.add(values.isEmpty() ? "no sample" : values + " " + data.unit());
        data.bands().stream().filter(TimeChartData.Band::alert).filter(band -> !band.from().isAfter(at)
                && band.to().filter(end -> end.isBefore(at)).isEmpty()).limit(2).forEach(band -> words.add(band.label()));
        double near = on.span().length().toMillis() * 3 / Math.max(1, on.right() - on.left());
        data.flags().stream().filter(flag -> Math.abs(flag.at().toEpochMilli() - at.toEpochMilli()) <= near).limit(1)
                .forEach(flag -> words.add(flag.words()));
        for (int i = 0; i < words.size(); i++) {
            label(canvas, on, x, on.bottom() - 24 - 19.0 * i, words.get(i));
        }
    }

    private void label(GraphicsContext canvas, TimeChartPlot on, double x, double top, String text) {
        double width = TimeChartPlot.width(text) + 12;
        double left = Math.max(on.left(), x + 8 + width > on.right() ? x - 8 - width : x + 8);
        canvas.setFill(palette().b4());
        canvas.fillRoundRect(left, top, width, 18, 6, 6);
        TimeChartPainter.text(canvas, text, left + 6, top + 9, palette().t1(), TextAlignment.LEFT);
    }

    private String dot(GraphicsContext canvas, TimeChartPlot on, TimeChartData.Line line, Sample sample) {
        canvas.setStroke(TimeChartLines.colour(line.look(), data.stale(line), palette()));
        canvas.setFill(palette().b1());
        canvas.setLineWidth(1.6);
        canvas.fillOval(on.x(sample.at()) - 3.5, on.y(sample.value()) - 3.5, 7, 7);
        canvas.strokeOval(on.x(sample.at()) - 3.5, on.y(sample.value()) - 3.5, 7, 7);
        canvas.setLineWidth(1);
        return TimeChartData.number(sample.value());
    }
}
