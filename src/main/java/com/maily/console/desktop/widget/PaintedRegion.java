package com.maily.console.desktop.widget;

import com.maily.console.desktop.theme.Palette;
import com.maily.console.desktop.theme.Theme;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.WeakChangeListener;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.layout.Region;

/** A region that is one canvas: it is painted when it is seen and something about it has changed, and at no other time. */
public abstract class PaintedRegion extends Region {

    private final Canvas canvas = new Canvas();
    private final Theme theme;
    // Held here, because the theme outlives every screen and must not keep them all.
    private final ChangeListener<Palette> themed = (_, _, _) -> repaint();
    private boolean dirty = true;

    protected PaintedRegion(Theme theme) {
        this.theme = theme;
        getChildren().add(canvas);
        canvas.setMouseTransparent(true);
        sceneProperty().addListener((_, _, _) -> repaint());
        theme.palette().addListener(new WeakChangeListener<>(themed));
    }

    protected abstract void paint(GraphicsContext canvas, double width, double height);

    protected final Palette palette() {
        return theme.colours();
    }

    /** Asks for one painting at the next pulse, however often it is called before. */
    protected final void repaint() {
        dirty = true;
        ask();
    }

    /** How a painting is asked for; whoever answers calls {@link #paintIfNeeded}. */
    protected void ask() {
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        double width = Math.floor(getWidth());
        double height = Math.floor(getHeight());
        if (canvas.getWidth() != width || canvas.getHeight() != height) {
            canvas.setWidth(width);
            canvas.setHeight(height);
            dirty = true;
            paintIfNeeded();
        } else {
            laidOut();
        }
    }

    /** Called when the region was laid out in the size it has been painted in. */
    protected void laidOut() {
        paintIfNeeded();
    }

    protected final void paintIfNeeded() {
        if (dirty && canvas.getWidth() > 1 && canvas.getHeight() > 1 && seen()) {
            dirty = false;
            canvas.getGraphicsContext2D().clearRect(0, 0, canvas.getWidth(), canvas.getHeight());
            paint(canvas.getGraphicsContext2D(), canvas.getWidth(), canvas.getHeight());
        }
    }

    protected final boolean waits() {
        return dirty;
    }

    private boolean seen() {
        if (getScene() == null || !inWindow()) {
            return false;
        }
        for (Node node = this; node != null; node = node.getParent()) {
            if (!node.isVisible()) {
                return false;
            }
        }
        return true;
    }

    /** What was scrolled out of the window is painted when it comes back. */
    private boolean inWindow() {
        Bounds place = localToScene(getLayoutBounds());
        return place.getMaxY() >= 0 && place.getMinY() <= getScene().getHeight() && place.getMaxX() >= 0
                && place.getMinX() <= getScene().getWidth();
    }
}
