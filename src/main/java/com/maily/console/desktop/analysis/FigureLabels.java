package com.maily.console.desktop.analysis;

import com.maily.console.core.sla.report.Figure.Mark;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;
import javafx.geometry.Rectangle2D;

/** Finds a place for the label of each mark where no other one is. */
final class FigureLabels {

    private static final double HEIGHT = 14;

    private final FigurePainter painter;
    private final double top;
    private final double bottom;
    private final double left;
    private final double right;
    private final List<Rectangle2D> taken = new ArrayList<>();

    FigureLabels(FigurePainter painter, double top, double bottom, double left, double right) {
        this.painter = painter;
        this.top = top;
        this.bottom = bottom;
        this.left = left;
        this.right = right;
    }

    /** One that fits nowhere is left out: the figure's summary says it too. */
    void put(Mark mark, double x, double y) {
        double width = mark.label().length() * FigurePainter.CHARACTER;
        DoubleStream across = mark.upright() ? DoubleStream.of(x + 7, x - 7 - width)
                : DoubleStream.of(left + 6, right - 6 - width, (left + right - width) / 2);
        double[] heights = mark.upright() ? new double[] {top + 9, top + 25} : new double[] {y + 9, y - 9};
        across.boxed().flatMap(from -> DoubleStream.of(heights)
                        .mapToObj(middle -> new Rectangle2D(from, middle - HEIGHT / 2, width, HEIGHT)))
                .filter(this::free).findFirst().ifPresent(place -> {
                    taken.add(place);
                    painter.label(mark.label(), place.getMinX(), place.getMinY() + HEIGHT / 2, mark.tone());
                });
    }

    private boolean free(Rectangle2D place) {
        return place.getMinX() >= left && place.getMaxX() <= right + 4 && place.getMinY() >= top - 2
                && place.getMaxY() <= bottom + 2
                && taken.stream().noneMatch(place::intersects);
    }
}
