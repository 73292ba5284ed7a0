package com.maily.console.desktop.widget;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** What would be sent, in words, beside the control that sends it and the one that does not. Escape discards. */
public final class Preview extends HBox {
    private final Label title = Text.strong("");
    private final Label detail = Text.dense("");
    private final HBox actions = new HBox(8);
    private Runnable discard = () -> { };

    public Preview() {
        getStyleClass().add("preview-bar");
        detail.setWrapText(true);
        VBox words = new VBox(2, title, detail);
        HBox.setHgrow(words, Priority.ALWAYS);
        actions.setAlignment(Pos.CENTER_RIGHT);
        getChildren().setAll(words, actions);
        addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                discard.run();
                event.consume();
            }
        });
        hide();
    }

    /** @param confirm the button, plain or to hold, that sends it */
    public void show(String what, String details, Node confirm, Runnable onDiscard) {
        title.setText(what);
        detail.setText(details);
        discard = () -> {
            hide();
            onDiscard.run();
        };
        actions.getChildren().setAll(Buttons.quiet("Discard", discard), confirm);
        Text.visible(this, true);
    }

    public void hide() {
        Text.visible(this, false);
    }
}
