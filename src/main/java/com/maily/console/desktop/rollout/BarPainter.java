package com.maily.console.desktop.rollout;

import com.maily.console.desktop.widget.State;
import java.time.Instant;
import java.util.List;
import javafx.scene.paint.Color;
import javafx.scene.text.TextAlignment;

/** Paints one step's bar by its state, its failed attempts, the plan line under it, and the ladder of a selected canary. */
record BarPainter(Brush brush, TimeScale scale, Instant now, double right, Color ground) {
    private static final double HEIGHT = 10;
    private static final double CAP = 8;
    private static final double LADDER = 14;

    void paint(TimelineRows.Line line, StepRow row, boolean selected) {
        double top = line.y() + (line.height() > 40 ? 5 : line.height() > 20 ? 4 : 3);
        double from = scale.x(row.expected().from());
        double to = Math.max(from + 3, scale.x(row.expected().to()));
        double present = Math.clamp(scale.x(now), from, to);
        planLine(row, top + HEIGHT + 3.5);
        switch (row.state()) {
            case DONE -> settled(from, to, top, brush.palette().okFill(), brush.palette().ok());
            case ROLLED_BACK -> settled(from, to, top, brush.palette().canFill(), brush.palette().can());
            case RUNNING, CANARY -> running(from, present, to, top, brush.palette().run(), brush.palette().runTint());
            case STALE -> running(from, present, to, top, brush.palette().ctl(), brush.palette().b2());
            case WAITING -> waiting(from, present, to, top, brush.palette().okFill(), brush.palette().ok());
            case HELD, MARGINAL -> waiting(from, present, to, top, brush.palette().runFill(), brush.palette().run());
            case FAILED -> failed(from, to, top);
            case QUEUED, PLANNED -> brush.dashedBar(from, top, to - from, HEIGHT, brush.palette().t3(), Color.TRANSPARENT);
            case SKIPPED -> skipped(from, top);
        }
        row.step().earlier().forEach(attempt -> failed(scale.x(attempt.startedAt()),
                Math.max(scale.x(attempt.startedAt()) + 9, scale.x(attempt.endedAt())), top));
        note(row, to + 8 + (row.state() == State.SKIPPED ? 13 : 0), top + HEIGHT / 2);
        if (selected && !row.ladder().isEmpty()) {
            ladder(row, top + HEIGHT + 10);
        }
    }

    private void planLine(StepRow row, double y) {
        double from = scale.x(row.planned().from());
        double to = scale.x(row.planned().to());
        brush.horizontal(from, to, y, brush.palette().ctl(), 1);
        brush.vertical(from, y - 2, y + 3, brush.palette().ctl(), 1);
        brush.vertical(to - 1, y - 2, y + 3, brush.palette().ctl(), 1);
    }

    private void settled(double from, double to, double top, Color fill, Color edge) {
        brush.bar(from, top, to - from, HEIGHT, fill);
        brush.bar(from, top, to - from, 2, edge);
    }

    private void running(double from, double present, double to, double top, Color colour, Color ahead) {
        if (to - present > 3) {
            brush.dashedBar(present, top, to - present, HEIGHT, colour, ahead);
        }
        brush.bar(from, top, present - from, HEIGHT, colour);
    }

    private void waiting(double from, double present, double to, double top, Color fill, Color edge) {
        if (to - present > 3) {
            brush.dashedBar(present, top, to - present, HEIGHT, brush.palette().waiting(), brush.palette().waitTint());
        }
        settled(from, present, top, fill, edge);
        double cap = Math.min(CAP, present - from);
        brush.bar(present - cap, top, cap, HEIGHT, brush.palette().waiting());
    }

    private void failed(double from, double to, double top) {
        brush.bar(from, top, to - from, HEIGHT, brush.palette().failFill());
        double middle = (from + to) / 2;
        brush.graphics().setStroke(brush.palette().fail());
        brush.graphics().setLineWidth(2);
        brush.graphics().strokeLine(middle - 3, top + 2, middle + 3, top + HEIGHT - 2);
        brush.graphics().strokeLine(middle + 3, top + 2, middle - 3, top + HEIGHT - 2);
    }

    private void skipped(double from, double top) {
        brush.graphics().setStroke(brush.palette().t3());
        brush.graphics().setLineWidth(1);
        brush.graphics().strokeRoundRect(Math.round(from) + 0.5, Math.round(top) + 0.5, 14, HEIGHT - 1, 4, 4);
        for (double x : new double[] {from + 4.5, from + 8.5}) {
            brush.graphics().strokeLine(x, top + 2.5, x + 2.5, top + HEIGHT / 2);
            brush.graphics().strokeLine(x + 2.5, top + HEIGHT / 2, x, top + HEIGHT - 2.5);
        }
    }

    private void note(StepRow row, double x, double middle) {
        Color colour = row.loud() ? row.state().colour(brush.palette()) : brush.palette().t3();
        Brush.Type type = row.loud() ? Brush.Type.LABEL_STRONG
                : row.state() == State.PLANNED || row.state() == State.QUEUED ? Brush.Type.AXIS : Brush.Type.LABEL;
        double width = brush.widthOf(row.note(), type);
        // Where it would leave the card it stands before the bar instead.
        double start = scale.x(row.expected().from());
        boolean before = x + width > right && start - width - 8 > scale.left();
        if (before) {
            clear(start - 8 - width, middle, width);
            brush.text(row.note(), start - 8, middle, type, colour, TextAlignment.RIGHT);
        } else {
            String fitted = brush.fit(row.note(), right - x, type);
            clear(x, middle, Math.min(width, right - x));
            brush.text(fitted, x, middle, type, colour);
        }
    }

    /** Grid and plan lines end where words begin. */
    private void clear(double x, double middle, double width) {
        brush.graphics().setFill(ground);
        brush.graphics().fillRect(x - 2, middle - 6, width + 4, 13);
    }

    private void ladder(StepRow row, double top) {
        List<LadderCell> cells = LadderCell.of(row, scale, now, right);
        if (cells.isEmpty()) {
            return;
        }
        double left = cells.getFirst().x();
        brush.text("weight %", left - 8, top + LADDER / 2, Brush.Type.LABEL, brush.palette().t3(), TextAlignment.RIGHT);
        cells.forEach(cell -> rung(cell, top));
    }

    private void rung(LadderCell cell, double top) {
        String text = cell.width() < 15 ? "" : cell.weight().toString().replace(" %", "");
        double x = cell.x();
        double width = cell.width() - 2;
        if (cell.ahead()) {
            brush.dashedBar(x, top, width, LADDER, brush.palette().t3(), ground);
            brush.text(text, x + width / 2, top + LADDER / 2, Brush.Type.AXIS, brush.palette().t2(), TextAlignment.CENTER);
            return;
        }
        boolean present = cell.present();
        brush.bar(x, top, width, LADDER, present ? brush.palette().canFill() : brush.palette().canTint());
        brush.text(text, x + width / 2, top + LADDER / 2, present ? Brush.Type.AXIS_STRONG : Brush.Type.AXIS,
                present ? brush.palette().t1() : brush.palette().can(), TextAlignment.CENTER);
    }
}
