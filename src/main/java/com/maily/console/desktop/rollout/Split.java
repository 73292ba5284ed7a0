package com.maily.console.desktop.rollout;

import javafx.scene.layout.Region;
import javafx.scene.Node;

/** The timeline and its drawer: side by side when there is room, else the drawer lies over the timeline. */
final class Split extends Region {
    private static final double GAP = 12;
    private static final double DRAWER = 392;
    private static final double NARROW = 1180;
    private final Region main;
    private final Region side;
    private boolean open = true;
    private boolean asked;

    Split(Region main, Region side) {
        this.main = main;
        this.side = side;
        getChildren().setAll(main, side);
    }

    /** Somebody asked for the drawer; until then it shows itself only where it covers nothing. */
    void open() {
        open = true;
        asked = true;
        requestLayout();
    }

    void shut() {
        open = false;
        side.setVisible(false);
        requestLayout();
    }

    boolean narrow() {
        return getWidth() < NARROW;
    }

    @Override
    protected double computeMinHeight(double width) {
        return 200;
    }

    @Override
    protected double computeMinWidth(double height) {
        return 600;
    }

    @Override
    protected void layoutChildren() {
        side.setVisible(open && (asked || !narrow()));
        double drawer = Math.min(DRAWER, getWidth());
        boolean beside = side.isVisible() && !narrow();
        place(main, 0, beside ? getWidth() - drawer - GAP : getWidth());
        place(side, getWidth() - drawer, drawer);
    }

    private void place(Node node, double x, double width) {
        node.resizeRelocate(x, 0, width, getHeight());
    }
}
