package com.maily.console.desktop.widget;

import javafx.scene.control.Label;

/** The key that does the same. */
public final class KeyCap extends Label {
    public KeyCap(String key) {
        super(key);
        getStyleClass().add("keycap");
        setMinWidth(javafx.scene.layout.Region.USE_PREF_SIZE);
    }
}
