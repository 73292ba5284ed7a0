package com.maily.console.desktop.widget;

import javafx.scene.Node;
import javafx.scene.layout.VBox;

/** A surface that holds things that belong together. */
public final class Card extends VBox {
    public Card(Node... children) {
        super(8, children);
        getStyleClass().add("card");
    }

    public Card dense() {
        getStyleClass().add("dense");
        return this;
    }

    /** Without padding, for content that brings its own. */
    public Card bare() {
        getStyleClass().add("bare");
        setSpacing(0);
        return this;
    }

    /** Edges the card in a state's colour. */
    public void edge(State state) {
        unedge();
        getStyleClass().addAll("edged", state.styleClass());
    }

    public void unedge() {
        getStyleClass().removeIf(name -> name.startsWith("state-") || name.equals("edged"));
    }
}
