package com.maily.console.desktop.widget;

import com.maily.console.desktop.theme.Theme;
import java.util.function.Consumer;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.GraphicsContext;
import org.jspecify.annotations.Nullable;

/**
 * A line chart over time on a canvas. Charts that are given the same {@link ChartTime} zoom and pan together and share one
 * cursor.
 * Nothing between two samples is made up: gaps stay gaps, and what is stale turns grey and says where its truth ends.
 */
public final class TimeChart extends PaintedRegion implements PaintTurns.Painter {

    private final ChartTime time;
    private final TimeChartCursor cursor;
    private TimeChartData data = TimeChartData.empty("", "");
    private @Nullable TimeChartPlot plot;
    private Consumer<TimeChart> onMenu = _ -> { };

    public TimeChart(Theme theme, ChartTime time) {
        super(theme);
        this.time = time;
        cursor = new TimeChartCursor(theme, time);
        getChildren().add(cursor);
        getStyleClass().add("time-chart");
        setMinSize(120, 60);
        setPrefSize(360, 170);
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        setAccessibleHelp("Arrows move through time, plus and minus zoom, Shift with arrows moves the cursor, "
                + "Escape goes back to live.");
        setFocusTraversable(true);
        time.spanProperty().addListener((_, _, _) -> repaint());
        // Scrolled back into the window, it may have changed since it was last painted.
        localToSceneTransformProperty().addListener((_, _, _) -> askIfWaiting());
        visibleProperty().addListener((_, _, _) -> askIfWaiting());
        new TimeChartInput(this, time);
    }

    public void show(TimeChartData newest) {
        if (!newest.equals(data)) {
            data = newest;
            notifyAccessibleAttributeChanged(AccessibleAttribute.TEXT);
            repaint();
        }
    }

    /** The curves in words, put together only when somebody asks for them. */
    @Override
    public Object queryAccessibleAttribute(AccessibleAttribute attribute, Object... parameters) {
        return attribute == AccessibleAttribute.TEXT ? data.summary() : super.queryAccessibleAttribute(attribute, parameters);
    }

    public TimeChartData data() {
        return data;
    }

    public ChartTime time() {
        return time;
    }

    /** Empty until it was painted once. */
    @Nullable TimeChartPlot plot() {
        return plot;
    }

    /** @param menu called for the menu key and a right click */
    public void onMenu(Consumer<TimeChart> menu) {
        onMenu = menu;
    }

    void askMenu() {
        onMenu.accept(this);
    }

    @Override
    protected void ask() {
        if (isHover() || isFocused()) {
            time.turns().askFirst(this);
        } else {
            time.turns().ask(this);
        }
    }

    private void askIfWaiting() {
        if (waits()) {
            ask();
        }
    }

    /** A change of data waits for its turn; only a new size is painted at once. */
    @Override
    protected void laidOut() {
        askIfWaiting();
    }

    @Override
    public void takeTurn() {
        paintIfNeeded();
    }

    @Override
    protected void layoutChildren() {
        super.layoutChildren();
        cursor.resizeRelocate(0, 0, getWidth(), getHeight());
    }

    @Override
    protected void paint(GraphicsContext canvas, double width, double height) {
        TimeChartPainter painter = new TimeChartPainter(canvas, palette(), width, height, time.spanProperty().get(), data);
        painter.paint();
        plot = painter.plot();
        cursor.over(plot, data);
    }
}
