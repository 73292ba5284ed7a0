package com.maily.console.desktop.widget;

import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;

/** Buttons by their weight on the screen. */
public final class Buttons {
    private Buttons() {
    }

    public static Button primary(String text, Runnable action) {
        return of(text, action, "primary");
    }

    public static Button plain(String text, Runnable action) {
        return of(text, action);
    }

    public static Button quiet(String text, Runnable action) {
        return of(text, action, "quiet");
    }

    public static Button danger(String text, Runnable action) {
        return of(text, action, "danger");
    }

    public static Button icon(String literal, String meaning, Runnable action) {
        Button button = of("", action, "quiet", "small");
        button.setGraphic(Text.icon(literal, 15));
        button.setAccessibleText(meaning);
        button.setTooltip(new javafx.scene.control.Tooltip(meaning));
        return button;
    }

    /** Shows the key that does the same behind the text. */
    public static Button withKey(Button button, String key) {
        button.setGraphic(new KeyCap(key));
        button.setContentDisplay(ContentDisplay.RIGHT);
        button.setGraphicTextGap(10);
        return button;
    }

    public static Button withIcon(Button button, String literal) {
        button.setGraphic(Text.icon(literal, 15));
        return button;
    }

    private static Button of(String text, Runnable action, String... styleClasses) {
        Button button = new Button(text);
        button.getStyleClass().addAll(styleClasses);
        button.setOnAction(_ -> action.run());
        return button;
    }
}
