package com.maily.console.desktop.widget;

import com.maily.console.core.model.Weight;
import javafx.scene.AccessibleRole;
import javafx.scene.Group;
import javafx.scene.layout.Region;
import javafx.scene.shape.SVGPath;
import javafx.scene.transform.Scale;

/** The sign of a state as a node, 11 to 32 pixels. */
public final class StateGlyph extends Region {
    private static final double BOX = 24;
    private final double size;
    private final SVGPath shape = new SVGPath();
    private final SVGPath mark = new SVGPath();
    private final Group drawing = new Group(shape, mark);

    public StateGlyph(State state, double size) {
        this.size = size;
        shape.getStyleClass().add("shape");
        mark.getStyleClass().add("mark");
        drawing.getTransforms().setAll(new Scale(size / BOX, size / BOX, 0, 0));
        drawing.setManaged(false);
        getChildren().setAll(drawing);
        setMinSize(size, size);
        setPrefSize(size, size);
        setMaxSize(size, size);
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        setMouseTransparent(true);
        show(state);
    }

    public void show(State state) {
        getStyleClass().setAll("state-glyph", state.styleClass());
        switch (state.style()) {
            case SOLID -> getStyleClass().add("solid");
            case MARKED -> getStyleClass().add("marked");
            case RING, DASHED -> { }
        }
        shape.getStrokeDashArray().clear();
        if (state.style() == State.Style.DASHED) {
            shape.getStrokeDashArray().setAll(3.7, 3.76);
        }
        shape.setContent(state.shape());
        mark.setContent(state.mark());
        setAccessibleText(state.word());
    }

    /** A canary's pie shows the share it really has. */
    public void showShare(Weight share) {
        show(State.CANARY);
        mark.setContent(Glyphs.pie(share));
        setAccessibleText("Canary at " + share);
    }

    double size() {
        return size;
    }
}
