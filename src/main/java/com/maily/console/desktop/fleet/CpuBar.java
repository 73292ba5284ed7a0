package com.maily.console.desktop.fleet;

import javafx.scene.layout.Region;

/** How much of what a pod may use it does use. */
final class CpuBar extends Region {

    private static final double WIDTH = 42;

    private final Region part = new Region();
    private double share;

    CpuBar() {
        getStyleClass().add("cpu-bar");
        part.getStyleClass().add("part");
        getChildren().add(part);
        setMinSize(WIDTH, 6);
        setPrefSize(WIDTH, 6);
        setMaxSize(WIDTH, 6);
    }

    /** @param percent beyond 100 it is full */
    void show(double percent) {
        share = Math.clamp(percent / 100, 0, 1);
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        part.resizeRelocate(0, 0, Math.max(2, Math.round(getWidth() * share)), getHeight());
    }
}
