package com.maily.console.desktop.rollout;

import com.maily.console.desktop.theme.Palette;
import com.maily.console.desktop.theme.Theme;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.WeakChangeListener;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.Canvas;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/** The run as bars over time, on a canvas; a click or the arrow keys select a step. Its accessible twin is {@link StepTable}. */
final class Timeline extends Region {
    private static final double RIGHT = 56;
    /** How far from a mark, in pixels, it is still meant. */
    private static final double NEAR = 4;
    private static final int MOST = 8;
    private final Canvas canvas = new Canvas();
    private final Theme theme;
    private final Consumer<StepRow> select;
    private final ChangeListener<Palette> repaint = (_, _, _) -> paint();
    /** What does not fit beside or behind a bar. */
    private final Tooltip whole = new Tooltip();
    private @Nullable RolloutModel model;
    private AlertBoard alerts = AlertBoard.NONE;
    private String selected = "";
    private double available = Double.MAX_VALUE;

    Timeline(Theme theme, Consumer<StepRow> select) {
        this.theme = theme;
        this.select = select;
        getChildren().setAll(canvas);
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        theme.palette().addListener(new WeakChangeListener<>(repaint));
        addEventHandler(MouseEvent.MOUSE_CLICKED, event -> {
            requestFocus();
            rows().at(event.getY()).ifPresent(select);
        });
        Tooltip.install(this, whole);
        addEventHandler(MouseEvent.MOUSE_MOVED, event -> whole.setText(words(event.getX(), event.getY())));
        addEventHandler(KeyEvent.KEY_PRESSED, this::step);
    }

    void show(RolloutModel newest, String selectedStep) {
        model = newest;
        selected = selectedStep;
        setAccessibleText("Timeline of " + newest.run().id() + ": " + newest.nowLine().title() + ". Press T for a table.");
        requestLayout();
        paint();
    }

    void show(AlertBoard newest) {
        alerts = newest;
        paint();
    }

    /** The row under the pointer, and the alerts of that time. */
    private String words(double x, double y) {
        String row = rows().at(y).map(Timeline::words).orElse("Timeline");
        RolloutModel shown = model;
        if (shown == null) {
            return row;
        }
        TimeScale scale = scale(shown);
        List<AlertLine> here = x < scale.left() ? List.of() : alerts.between(scale.at(x - NEAR), scale.at(x + NEAR));
        String more = here.size() > MOST ? "\nand " + (here.size() - MOST) + " more" : "";
        return here.isEmpty() ? row : here.stream().limit(MOST).map(AlertLine::words).collect(Collectors.joining("\n", row + "\n", more));
    }

    private static String words(StepRow row) {
        return row.title() + ": " + row.state().word().toLowerCase(Locale.ROOT) + (row.note().isEmpty() ? "" : ", " + row.note());
    }

    /** How much height there is before the card must scroll; done phases fold below it. */
    void available(double height) {
        available = height;
        requestLayout();
    }

    private void step(KeyEvent event) {
        int direction = switch (event.getCode()) {
            case DOWN -> 1;
            case UP -> -1;
            default -> 0;
        };
        if (direction == 0) {
            return;
        }
        event.consume();
        List<StepRow> steps = rows().lines().stream().flatMap(line -> line.step().stream()).toList();
        int at = steps.stream().map(StepRow::id).toList().indexOf(selected) + direction;
        if (at >= 0 && at < steps.size()) {
            select.accept(steps.get(at));
        }
    }

    private TimelineRows rows() {
        return model == null ? new TimelineRows(List.of(), 0) : TimelineRows.of(model.phases(), selected, available);
    }

    @Override
    protected double computePrefHeight(double width) {
        return Math.max(rows().height(), available == Double.MAX_VALUE ? 0 : available);
    }

    @Override
    protected double computeMinHeight(double width) {
        return rows().height();
    }

    @Override
    protected void layoutChildren() {
        if (canvas.getWidth() != getWidth() || canvas.getHeight() != getHeight()) {
            canvas.setWidth(getWidth());
            canvas.setHeight(getHeight());
        }
        paint();
    }

    private void paint() {
        RolloutModel shown = model;
        double width = canvas.getWidth();
        if (shown == null || width < 1 || canvas.getHeight() < 1) {
            return;
        }
        new TimelinePainter(new Brush(canvas.getGraphicsContext2D(), theme.colours()), shown, alerts, rows(), scale(shown), selected,
                width, canvas.getHeight()).paint();
    }

    private TimeScale scale(RolloutModel shown) {
        return new TimeScale(shown.from(), shown.to(), TimelinePainter.names(shown),
                Math.max(80, canvas.getWidth() - TimelinePainter.names(shown) - RIGHT));
    }
}
