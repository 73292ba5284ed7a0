package com.maily.console.desktop.analysis;

import com.maily.console.core.sla.report.Axis;
import com.maily.console.core.sla.report.Figure;
import com.maily.console.desktop.theme.Theme;
import com.maily.console.desktop.widget.PaintedRegion;
import javafx.beans.property.ObjectProperty;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.input.MouseEvent;
import org.jspecify.annotations.Nullable;

/** One chart of a metric. Those over time share a cursor; the others have one of their own. */
final class FigureView extends PaintedRegion {

    private final ObjectProperty<@Nullable Double> cursor;
    private @Nullable Figure figure;

    /** @param cursor where the mouse points to across, in the figure's own values */
    FigureView(Theme theme, ObjectProperty<@Nullable Double> cursor) {
        super(theme);
        this.cursor = cursor;
        setMinSize(120, 96);
        setPrefSize(360, 150);
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        cursor.addListener((_, _, _) -> repaint());
        addEventHandler(MouseEvent.MOUSE_MOVED, this::point);
        addEventHandler(MouseEvent.MOUSE_EXITED, _ -> cursor.set(null));
    }

    void show(@Nullable Figure newest) {
        if (newest == null || !newest.equals(figure)) {
            figure = newest;
            notifyAccessibleAttributeChanged(AccessibleAttribute.TEXT);
            repaint();
        }
    }

    @Nullable Figure figure() {
        return figure;
    }

    /** The chart in one sentence. */
    @Override
    public @Nullable Object queryAccessibleAttribute(AccessibleAttribute attribute, Object... parameters) {
        return attribute == AccessibleAttribute.TEXT ? figure == null ? "No chart" : figure.summary()
                : super.queryAccessibleAttribute(attribute, parameters);
    }

    private void point(MouseEvent event) {
        if (figure != null) {
            Axis across = figure.across();
            double share = FigurePainter.share(event.getX(), getWidth());
            cursor.set(share < 0 || share > 1 ? null : across.at(share));
        }
    }

    @Override
    protected void paint(GraphicsContext canvas, double width, double height) {
        if (figure != null) {
            new FigurePainter(canvas, palette(), width, height, figure).paint(cursor.get());
        }
    }
}
