package com.maily.console.desktop.widget;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.javafx.FontIcon;

/** Words, icons and gaps in the theme's roles, so that views read as what they show. */
public final class Text {
    private Text() {
    }

    public static Label title(String text) {
        return of(text, "t-title");
    }

    public static Label heading(String text) {
        return of(text, "t-heading");
    }

    public static Label strong(String text) {
        return of(text, "t-strong");
    }

    public static Label body(String text) {
        return of(text, "t-body");
    }

    public static Label dense(String text) {
        return of(text, "t-dense");
    }

    public static Label label(String text) {
        return of(text, "t-label");
    }

    public static Label mono(String text) {
        return of(text, "t-mono");
    }

    public static Label of(String text, String... styleClasses) {
        Label label = new Label(text);
        label.getStyleClass().addAll(styleClasses);
        return label;
    }

    /** @param literal a Feather icon: {@code fth-layout} */
    public static FontIcon icon(String literal, int size) {
        FontIcon icon = new FontIcon(literal);
        icon.setIconSize(size);
        return icon;
    }

    public static Region gap() {
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        return gap;
    }

    public static Region rule() {
        Region rule = new Region();
        rule.getStyleClass().add("rule");
        return rule;
    }

    public static Region verticalRule() {
        Region rule = new Region();
        rule.getStyleClass().add("rule-vertical");
        return rule;
    }

    /** Neither drawn nor given room when {@code visible} is false. */
    public static <N extends Node> N visible(N node, boolean visible) {
        node.setVisible(visible);
        node.setManaged(visible);
        return node;
    }

    /** Sets the style classes if they are others: setting the same ones again has the whole style worked out anew. */
    public static void styled(Node node, List<String> classes) {
        if (!node.getStyleClass().equals(classes)) {
            node.getStyleClass().setAll(classes);
        }
    }
}
