package com.maily.console.desktop.widget;

import com.maily.console.desktop.theme.Theme;
import java.time.Instant;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import org.jspecify.annotations.Nullable;

/**
 * A line chart over time on a canvas. Charts that are given the same {@link ChartTime} zoom together and share one cursor.
 * Nothing between two samples is made up: gaps stay gaps, and a stale chart turns grey and says where its truth ends.
 */
public final class TimeChart extends PaintedRegion {

    private final ChartTime time;
    private TimeChartData data = TimeChartData.empty("", "");

    public TimeChart(Theme theme, ChartTime time) {
        super(theme);
        this.time = time;
        getStyleClass().add("time-chart");
        setMinSize(120, 90);
        setPrefSize(360, 170);
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        time.spanProperty().addListener((_, _, _) -> repaint());
        time.cursorProperty().addListener((_, _, _) -> repaint());
        addEventHandler(MouseEvent.MOUSE_MOVED, this::point);
        addEventHandler(MouseEvent.MOUSE_EXITED, _ -> time.cursorProperty().set(null));
        addEventHandler(ScrollEvent.SCROLL, this::zoom);
    }

    public void show(TimeChartData newest) {
        if (!newest.equals(data)) {
            data = newest;
            notifyAccessibleAttributeChanged(AccessibleAttribute.TEXT);
            repaint();
        }
    }

    /** The curve in one sentence, put together only when somebody asks for it. */
    @Override
    public Object queryAccessibleAttribute(AccessibleAttribute attribute, Object... parameters) {
        return attribute == AccessibleAttribute.TEXT ? data.summary() : super.queryAccessibleAttribute(attribute, parameters);
    }

    public TimeChartData data() {
        return data;
    }

    private void point(MouseEvent event) {
        double share = TimeChartPainter.share(event.getX(), getWidth());
        time.cursorProperty().set(share < 0 || share > 1 ? null : time.spanProperty().get().at(share));
    }

    private void zoom(ScrollEvent event) {
        if (event.getDeltaY() != 0) {
            time.zoom(Math.clamp(TimeChartPainter.share(event.getX(), getWidth()), 0, 1), event.getDeltaY() > 0 ? 0.8 : 1.25);
            event.consume();
        }
    }

    @Override
    protected void paint(GraphicsContext canvas, double width, double height) {
        @Nullable Instant cursor = time.cursorProperty().get();
        new TimeChartPainter(canvas, palette(), width, height, time.spanProperty().get(), data).paint(cursor);
    }
}
