package com.maily.console.desktop.rollout;

import com.maily.console.desktop.widget.State;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import javafx.scene.paint.Color;

/**
 * Paints when alerts lasted: one band behind everything where any fired, however many, and a mark below the axis where each began.
 * Muted ones have only a dashed outline.
 */
record AlertPainter(Brush brush, TimeScale scale, AlertBoard board, double bottom) {

    private static final double MARK = 4;

    private record Band(double from, double to) { }

    void ground() {
        Color tint = brush.palette().failTint();
        for (Band band : bands(board.lines().stream().filter(line -> !line.muted()).toList())) {
            brush.graphics().setFill(Color.color(tint.getRed(), tint.getGreen(), tint.getBlue(), brush.palette().isDark() ? 0.55 : 0.75));
            brush.graphics().fillRect(band.from(), TimelineRows.AXIS, Math.max(2, band.to() - band.from()), bottom - TimelineRows.AXIS);
        }
        brush.graphics().setLineDashes(2, 4);
        for (Band band : bands(board.lines().stream().filter(AlertLine::muted).toList())) {
            brush.vertical(band.from(), TimelineRows.AXIS, bottom, brush.palette().t3(), 1);
            brush.vertical(band.to(), TimelineRows.AXIS, bottom, brush.palette().t3(), 1);
        }
        brush.graphics().setLineDashes();
    }

    void marks() {
        for (AlertLine line : board.lines().reversed()) {
            double x = x(line.span().from());
            double y = TimelineRows.AXIS + 7; // just below the axis, so that the present time's label hides none
            brush.graphics().setFill(line.state() == State.DONE ? brush.palette().t3() : line.state().colour(brush.palette()));
            brush.graphics().fillPolygon(new double[] {x - MARK, x + MARK, x}, new double[] {y - 7, y - 7, y}, 3);
        }
    }

    /** Joined where they touch, so that fifty at once are as loud as one. */
    private List<Band> bands(List<AlertLine> lines) {
        List<Band> joined = new ArrayList<>();
        lines.stream().map(line -> new Band(x(line.span().from()), x(line.until(board.now()))))
                .sorted(Comparator.comparingDouble(Band::from)).forEach(band -> {
                    Optional<Band> last = joined.isEmpty() ? Optional.empty() : Optional.of(joined.getLast());
                    if (last.filter(before -> band.from() <= before.to() + 1).isPresent()) {
                        joined.set(joined.size() - 1, new Band(last.get().from(), Math.max(last.get().to(), band.to())));
                    } else {
                        joined.add(band);
                    }
                });
        return joined;
    }

    private double x(Instant at) {
        return Math.clamp(scale.x(at), scale.left(), scale.left() + scale.width());
    }
}
