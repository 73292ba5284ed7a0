package com.maily.console.desktop.widget;

import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

/** A state with its word on the state's tint: a verdict, a phase's result. */
public final class Chip extends HBox {
    private final StateGlyph glyph;
    private final Label word = new Label();

    public Chip(State state, String text) {
        glyph = new StateGlyph(state, 13);
        getChildren().setAll(glyph, word);
        word.setMinWidth(Region.USE_PREF_SIZE);
        setMaxWidth(Region.USE_PREF_SIZE);
        show(state, text);
    }

    public Chip(State state) {
        this(state, state.word());
    }

    public void show(State state, String text) {
        getStyleClass().setAll("chip", state.styleClass());
        glyph.show(state);
        word.setText(text);
    }
}
