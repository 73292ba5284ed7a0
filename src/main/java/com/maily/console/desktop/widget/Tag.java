package com.maily.console.desktop.widget;

import javafx.scene.control.Label;
import javafx.scene.layout.Region;

/** A short neutral remark in a frame: {@code step 3.2}, {@code staging}. */
public final class Tag extends Label {
    public Tag(String text) {
        super(text);
        getStyleClass().add("tag");
        setMinWidth(Region.USE_PREF_SIZE);
    }

    public Tag danger() {
        getStyleClass().add("danger");
        return this;
    }
}
