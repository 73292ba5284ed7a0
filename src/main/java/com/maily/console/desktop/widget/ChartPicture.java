package com.maily.console.desktop.widget;

import com.maily.console.desktop.theme.Palette;
import java.util.List;
import javafx.scene.SnapshotParameters;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.image.WritableImage;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;

/** Draws a chart once more, twice as fine as on the screen, with the words that it needs where no card stands around it. */
final class ChartPicture {

    private static final double FINE = 2;
    private static final double MARGIN = 12;
    private static final double ROW = 16;

    private ChartPicture() { }

    /** FX thread only. @param facts what stands beside the title, such as the environment */
    static WritableImage of(TimeChartData data, ChartTime.Span span, Palette palette, double width, double height,
                            List<String> facts) {
        double head = MARGIN + ROW * (2 + data.lines().size()) + 6;
        Canvas paper = new Canvas((width + 2 * MARGIN) * FINE, (head + height + MARGIN) * FINE);
        GraphicsContext canvas = paper.getGraphicsContext2D();
        canvas.scale(FINE, FINE);
        canvas.setFill(palette.b1());
        canvas.fillRect(0, 0, width + 2 * MARGIN, head + height + MARGIN);
        head(canvas, data, span, palette, facts);
        canvas.translate(MARGIN, head);
        new TimeChartPainter(canvas, palette, width, height, span, data).paint();
        SnapshotParameters parameters = new SnapshotParameters();
        parameters.setFill(palette.b1());
        return paper.snapshot(parameters, null);
    }

    private static void head(GraphicsContext canvas, TimeChartData data, ChartTime.Span span, Palette palette,
                             List<String> facts) {
        TimeChartPainter.letter(canvas);
        canvas.setFont(Font.font("Inter", 13));
        String title = String.join(", ", facts) + (facts.isEmpty() ? "" : ": ") + data.title() + ", " + data.unit();
        TimeChartPainter.text(canvas, title, MARGIN, MARGIN + ROW / 2, palette.t1(), TextAlignment.LEFT);
        TimeChartPainter.letter(canvas);
        TimeChartPainter.text(canvas, span.from() + " to " + span.to() + " UTC", MARGIN, MARGIN + ROW * 1.5, palette.t2(),
                TextAlignment.LEFT);
        double y = MARGIN + ROW * 2.5;
        for (TimeChartData.Line line : data.lines()) {
            canvas.setStroke(TimeChartLines.colour(line.look(), data.stale(line), palette));
            canvas.setLineWidth(1.6);
            canvas.setLineDashes(TimeChartLines.dash(line.look(), data.stale(line)));
            canvas.strokeLine(MARGIN, y, MARGIN + 24, y);
            canvas.setLineDashes();
            canvas.setLineWidth(1);
            TimeChartPainter.text(canvas, line.name() + line.origin().map(origin -> ", " + origin.source().name()
                    + origin.source().lastGood().map(at -> " at " + Format.clock(at)).orElse(", no answer")).orElse("")
                    + (data.stale(line) ? ", stale" : ""), MARGIN + 30, y, palette.t2(), TextAlignment.LEFT);
            y += ROW;
        }
    }
}
