package com.maily.console.desktop.widget;

import com.maily.console.core.model.Failure;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** A failure in its three sentences, with one way out. */
public final class ErrorPanel extends VBox {
    public ErrorPanel(Failure failure, Node... wayOut) {
        getStyleClass().addAll("panel", "error");
        HBox head = new HBox(8, new StateGlyph(State.FAILED, 15), wrapped(Text.strong(failure.what())));
        head.setAlignment(Pos.CENTER_LEFT);
        getChildren().addAll(head, wrapped(Text.body(failure.why())), wrapped(Text.strong(failure.advice())));
        getChildren().addAll(wayOut);
        setAccessibleText(failure.sentence());
    }

    private static Label wrapped(Label label) {
        label.setWrapText(true);
        return label;
    }
}
