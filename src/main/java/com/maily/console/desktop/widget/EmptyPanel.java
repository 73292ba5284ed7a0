package com.maily.console.desktop.widget;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextAlignment;

/** Says that there is nothing here, why, and what would bring something. */
public final class EmptyPanel extends VBox {
    public EmptyPanel(String title, String hint, Node... actions) {
        getStyleClass().addAll("panel", "empty");
        Label detail = Text.body(hint);
        detail.setWrapText(true);
        setAlignment(Pos.CENTER);
        detail.setTextAlignment(TextAlignment.CENTER);
        getChildren().addAll(Text.heading(title), detail);
        getChildren().addAll(actions);
    }
}
