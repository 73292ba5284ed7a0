package com.maily.console.desktop.widget;

import java.time.Instant;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import org.jspecify.annotations.Nullable;

/**
 * Mouse and keys on a chart. Wheel: zoom; Shift and wheel, or a wheel that tilts: pan. Drag in the plot: mark and zoom; drag with
 * Shift, with the middle button or along the time axis: pan. A double click goes back to live.
 */
final class TimeChartInput {

    private enum Drag { NONE, MARK, PAN }

    private static final double NEARER = 0.8;
    private static final double STEP = 0.1;
    private static final double CURSOR_STEP = 0.01;
    /** A click that trembles is no span. */
    private static final double CLICK = 5;

    private final TimeChart chart;
    private final ChartTime time;
    private Drag drag = Drag.NONE;
    private double from;
    private double last;

    TimeChartInput(TimeChart chart, ChartTime time) {
        this.chart = chart;
        this.time = time;
        chart.addEventHandler(MouseEvent.MOUSE_MOVED, event -> point(event.getX()));
        chart.addEventHandler(MouseEvent.MOUSE_EXITED, _ -> leave());
        chart.addEventHandler(MouseEvent.MOUSE_PRESSED, this::press);
        chart.addEventHandler(MouseEvent.MOUSE_DRAGGED, this::drag);
        chart.addEventHandler(MouseEvent.MOUSE_RELEASED, this::release);
        chart.addEventHandler(ScrollEvent.SCROLL, this::wheel);
        chart.addEventHandler(KeyEvent.KEY_PRESSED, this::key);
        chart.addEventHandler(ContextMenuEvent.CONTEXT_MENU_REQUESTED, event -> {
            chart.askMenu();
            event.consume();
        });
    }

    private double share(double x) {
        @Nullable TimeChartPlot plot = chart.plot();
        return plot == null ? 0.5 : plot.share(x);
    }

    private Instant at(double x) {
        return time.spanProperty().get().at(Math.clamp(share(x), 0, 1));
    }

    private void point(double x) {
        double share = share(x);
        time.cursorProperty().set(share < 0 || share > 1 ? null : at(x));
    }

    private void leave() {
        if (drag == Drag.NONE) {
            time.cursorProperty().set(null);
        }
    }

    private void press(MouseEvent event) {
        chart.requestFocus();
        from = event.getX();
        last = from;
        @Nullable TimeChartPlot plot = chart.plot();
        boolean onAxis = plot != null && event.getY() > plot.bottom();
        boolean primary = event.getButton() == MouseButton.PRIMARY;
        drag = event.getButton() == MouseButton.MIDDLE || primary && (event.isShiftDown() || onAxis) ? Drag.PAN
                : primary ? Drag.MARK : Drag.NONE;
        if (primary && event.getClickCount() == 2) {
            drag = Drag.NONE;
            time.reset();
        }
    }

    private void drag(MouseEvent event) {
        switch (drag) {
            case NONE -> { }
            case PAN -> {
                time.pan(share(last) - share(event.getX()));
                last = event.getX();
            }
            case MARK -> {
                point(event.getX());
                time.selectionProperty().set(marked(event.getX()));
            }
        }
    }

    private void release(MouseEvent event) {
        if (drag == Drag.MARK && Math.abs(event.getX() - from) > CLICK) {
            time.zoomTo(marked(event.getX()));
        }
        time.selectionProperty().set(null);
        drag = Drag.NONE;
        if (!chart.contains(event.getX(), event.getY())) {
            leave();
        }
    }

    private ChartTime.Span marked(double x) {
        return new ChartTime.Span(at(Math.min(from, x)), at(Math.max(from, x)));
    }

    private void wheel(ScrollEvent event) {
        // With Shift held the system turns the wheel into sideways scrolling.
        double sideways = event.getDeltaX() == 0 && event.isShiftDown() ? event.getDeltaY() : event.getDeltaX();
        if (sideways != 0 && (event.isShiftDown() || event.getDeltaY() == 0)) {
            time.pan(-Math.signum(sideways) * STEP);
        } else if (event.getDeltaY() != 0) {
            time.zoom(Math.clamp(share(event.getX()), 0, 1), event.getDeltaY() > 0 ? NEARER : 1 / NEARER);
        }
        event.consume();
    }

    private void key(KeyEvent event) {
        if (event.isControlDown() || event.isAltDown() || event.isMetaDown()) {
            return;
        }
        boolean cursor = event.isShiftDown();
        switch (event.getCode()) {
            case LEFT -> move(-1, cursor);
            case RIGHT -> move(1, cursor);
            case PLUS, ADD, EQUALS, UP -> time.zoom(middle(), NEARER);
            case MINUS, SUBTRACT, DOWN -> time.zoom(middle(), 1 / NEARER);
            case HOME -> time.toOldest();
            case END -> time.reset();
            default -> {
                return;
            }
        }
        event.consume();
    }

    private void move(int way, boolean cursor) {
        if (cursor) {
            time.moveCursor(way * CURSOR_STEP);
        } else {
            time.pan(way * STEP);
        }
    }

    /** Keys zoom around the cursor where there is one. */
    private double middle() {
        @Nullable Instant cursor = time.cursorProperty().get();
        ChartTime.Span span = time.spanProperty().get();
        return cursor != null && span.holds(cursor) ? span.share(cursor) : 0.5;
    }
}
