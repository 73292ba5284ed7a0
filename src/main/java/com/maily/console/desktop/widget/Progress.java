package com.maily.console.desktop.widget;

import javafx.scene.AccessibleRole;
import javafx.scene.layout.Region;

/** A thin bar filled from the left. */
public final class Progress extends Region {
    private final Region fill = new Region();
    private double share;

    public Progress() {
        getStyleClass().add("progress");
        fill.getStyleClass().add("fill");
        getChildren().setAll(fill);
        setAccessibleRole(AccessibleRole.PROGRESS_INDICATOR);
    }

    public void show(double part) {
        share = Math.clamp(part, 0, 1);
        setAccessibleText(Math.round(share * 100) + " %");
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        fill.resizeRelocate(0, 0, getWidth() * share, getHeight());
    }
}
