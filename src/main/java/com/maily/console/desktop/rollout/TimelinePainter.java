package com.maily.console.desktop.rollout;

import com.maily.console.core.model.Region;
import com.maily.console.desktop.widget.Format;
import com.maily.console.desktop.widget.Glyphs;
import com.maily.console.desktop.widget.State;
import java.time.Instant;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.text.TextAlignment;

/** Paints the whole timeline: grid, phases, steps and the now line. Reads only what it is given. */
record TimelinePainter(Brush brush, RolloutModel model, AlertBoard alerts, TimelineRows rows, TimeScale scale, String selected,
                       double width, double height) {
    private static final double NAMES = 236;
    /** Where steps carry their region in their name. */
    private static final double LONG_NAMES = 308;
    private static final double INSET = 16;

    /** How wide the column of names is. */
    static double names(RolloutModel model) {
        boolean regional = model.run().plan().steps().stream().flatMap(step -> step.about().stream()).anyMatch(name -> !Region.isPlain(name));
        return regional ? LONG_NAMES : NAMES;
    }

    void paint() {
        brush.graphics().setFill(brush.palette().b1());
        brush.graphics().fillRect(0, 0, width, height);
        rows.lines().forEach(this::ground);
        AlertPainter alarms = new AlertPainter(brush, scale, alerts, height);
        alarms.ground();
        grid();
        if (!model.run().over()) {
            brush.vertical(scale.x(model.now()), TimelineRows.AXIS - 2, height, brush.palette().t1(), 2);
        }
        rows.lines().forEach(line -> line.step().ifPresentOrElse(step -> step(line, step), () -> phase(line)));
        alarms.marks();
        if (!model.run().over()) {
            nowLabel();
        }
    }

    private void ground(TimelineRows.Line line) {
        boolean isSelected = line.step().filter(step -> step.id().equals(selected)).isPresent();
        if (line.step().isEmpty() || isSelected) {
            brush.graphics().setFill(isSelected ? brush.palette().b3() : brush.palette().b2());
            brush.graphics().fillRect(0, line.y(), width, line.height());
        }
        if (line.step().isEmpty()) {
            brush.horizontal(0, width, line.y(), brush.palette().line2(), 1);
        }
        if (isSelected) {
            brush.graphics().setFill(brush.palette().t1());
            brush.graphics().fillRect(0, line.y(), 3, line.height());
        }
    }

    private void grid() {
        for (Instant tick : scale.ticks()) {
            double x = scale.x(tick);
            brush.vertical(x, TimelineRows.AXIS, height, brush.palette().line(), 1);
            if (Math.abs(x - scale.x(model.now())) > 66 || model.run().over()) {
                brush.text(Format.hourMinute(tick), x, TimelineRows.AXIS / 2, Brush.Type.AXIS, brush.palette().t3(),
                        TextAlignment.CENTER);
            }
        }
    }

    private void phase(TimelineRows.Line line) {
        PhaseRow phase = line.phase();
        double middle = line.middle();
        brush.text(String.valueOf(phase.number()), INSET, middle, Brush.Type.HEADING, brush.palette().t1());
        String title = brush.fit(phase.title(), names(model) - 36, Brush.Type.HEADING);
        brush.text(title, INSET + 20, middle, Brush.Type.HEADING, brush.palette().t1());
        double used = INSET + 20 + brush.widthOf(title, Brush.Type.HEADING) + 10;
        phase.span().ifPresent(span -> bracket(phase, span, line, subtitled(phase, used)));
        double room = phase.span().map(span -> scale.x(span.from())).orElse(width - 160) - used - 8;
        brush.text(brush.fit(phase.subtitle(), Math.max(0, room), Brush.Type.DENSE), used, middle, Brush.Type.DENSE,
                brush.palette().t3());
        result(phase, middle);
    }

    private double subtitled(PhaseRow phase, double from) {
        return from + brush.widthOf(phase.subtitle(), Brush.Type.DENSE) + 8;
    }

    /** @param used up to where the phase's name reaches */
    private void bracket(PhaseRow phase, Span span, TimelineRows.Line line, double used) {
        Color colour = phase.state().colour(brush.palette());
        double y = line.y() + line.height() - 6;
        double from = scale.x(span.from());
        double to = scale.x(span.to());
        brush.horizontal(from, to, y, colour, 2);
        brush.vertical(from, y, y + 6, colour, 2);
        if (phase.done()) {
            brush.vertical(to, y, y + 6, colour, 2);
        } else {
            brush.graphics().setLineDashes(3, 3);
            brush.horizontal(to, scale.x(phase.until()), y, brush.palette().ctl(), 2);
            brush.graphics().setLineDashes();
        }
        phase.gate().filter(gate -> gate.started() || gate.state() == State.DONE).ifPresent(gate -> gate(gate, to, line, used));
    }

    private void gate(StepRow gate, double x, TimelineRows.Line line, double used) {
        Color colour = gate.state().colour(brush.palette());
        double middle = line.middle();
        GraphicsContext graphics = brush.graphics();
        graphics.setStroke(colour);
        graphics.setLineWidth(1.6);
        graphics.strokePolygon(new double[] {x + 10, x + 17, x + 10, x + 3},
                new double[] {middle - 7, middle, middle + 7, middle}, 4);
        if (gate.state() == State.DONE) {
            graphics.strokePolyline(new double[] {x + 7, x + 9.5, x + 13}, new double[] {middle, middle + 2.5, middle - 2}, 3);
        }
        String words = gate.state() == State.DONE ? gate.step().proof() : gate.step().note();
        if (x - 4 - brush.widthOf(words, Brush.Type.LABEL) > used) {
            brush.text(words, x - 4, line.y() + 11, Brush.Type.LABEL, brush.palette().t3(), TextAlignment.RIGHT);
        } else {
            brush.text(brush.fit(words, width - 260 - x, Brush.Type.LABEL), x + 24, line.y() + 11, Brush.Type.LABEL,
                    brush.palette().t3());
        }
    }

    private void result(PhaseRow phase, double centre) {
        // An open bracket runs on below the words.
        double middle = phase.done() || phase.span().isEmpty() ? centre : centre - 4;
        double right = width - INSET;
        if (phase.span().isPresent()) {
            String over = Format.difference(phase.overPlan());
            brush.text(over, right, middle, Brush.Type.AXIS, brush.palette().t3(), TextAlignment.RIGHT);
            right -= brush.widthOf(over, Brush.Type.AXIS) + 8;
            String took = Format.duration(phase.span().get().length());
            brush.text(took, right, middle, Brush.Type.AXIS, brush.palette().t2(), TextAlignment.RIGHT);
            right -= brush.widthOf(took, Brush.Type.AXIS) + 8;
        }
        brush.text(phase.word(), right, middle, Brush.Type.DENSE_STRONG, phase.state().colour(brush.palette()),
                TextAlignment.RIGHT);
        right -= brush.widthOf(phase.word(), Brush.Type.DENSE_STRONG) + 19;
        Glyphs.paint(brush.graphics(), phase.state(), right, middle - 6.5, 13, brush.palette(), brush.palette().b2());
    }

    private void step(TimelineRows.Line line, StepRow row) {
        boolean isSelected = row.id().equals(selected);
        boolean tall = line.height() > 40;
        double middle = tall ? line.y() + 13 : line.middle();
        Glyphs.paint(brush.graphics(), row.state(), INSET + 19, middle - 6.5, 13, brush.palette(),
                isSelected ? brush.palette().b3() : brush.palette().b1());
        Color colour = row.loud() ? brush.palette().t1() : row.step().status().settled() ? brush.palette().t2()
                : brush.palette().t3();
        Brush.Type type = row.loud() || isSelected ? Brush.Type.DENSE_STRONG : Brush.Type.DENSE;
        brush.text(brush.fit(row.title(), names(model) - 62, type), INSET + 40, middle, type, colour);
        if (tall) {
            brush.text("step " + row.id(), INSET + 40, line.y() + 30, Brush.Type.LABEL, brush.palette().t3());
        }
        new BarPainter(brush, scale, model.now(), width - INSET, isSelected ? brush.palette().b3() : brush.palette().b1())
                .paint(line, row, isSelected);
    }

    private void nowLabel() {
        double x = scale.x(model.now());
        String text = "now " + Format.clock(model.now());
        double half = brush.widthOf(text, Brush.Type.AXIS_STRONG) / 2 + 6;
        double centre = Math.min(x, width - half - 4);
        brush.graphics().setFill(brush.palette().t1());
        brush.graphics().fillRoundRect(centre - half, 3, 2 * half, TimelineRows.AXIS - 6, 6, 6);
        brush.text(text, centre, TimelineRows.AXIS / 2, Brush.Type.AXIS_STRONG, brush.palette().b1(), TextAlignment.CENTER);
    }
}
