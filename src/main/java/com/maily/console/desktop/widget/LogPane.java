package com.maily.console.desktop.widget;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** A log that is followed, searched, paused and copied from; the same wherever one is shown. */
public final class LogPane extends VBox {

    private final LogList list = new LogList();
    private final ToggleButton follow = toggle("following", "Follow the end of the log");
    private final ToggleButton wrap = toggle("wrap", "Break long lines");
    private final TextField search = new TextField();
    private final Label found = Text.label("");

    public LogPane() {
        VBox.setVgrow(list, Priority.ALWAYS);
        getChildren().setAll(tools(), list);
        follow.setSelected(true);
        list.following().bindBidirectional(follow.selectedProperty());
        list.following().addListener((_, _, follows) -> follow.setText(follows ? "following" : "paused"));
        list.wraps().bind(wrap.selectedProperty());
    }

    private HBox tools() {
        search.setPromptText("Search the log");
        search.getStyleClass().add("small-field");
        search.setId("log-search");
        HBox.setHgrow(search, Priority.ALWAYS);
        search.textProperty().addListener((_, _, words) -> {
            int count = list.search(words);
            found.setText(words.isBlank() ? "" : count == 0 ? "no match" : count + (count == 1 ? " match" : " matches"));
        });
        search.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ENTER) {
                go(!event.isShiftDown());
                event.consume();
            } else if (event.getCode() == KeyCode.ESCAPE && !search.getText().isEmpty()) {
                search.clear();
                event.consume();
            }
        });
        found.setMinWidth(USE_PREF_SIZE);
        HBox tools = new HBox(4, search, found, Buttons.icon("fth-chevron-up", "Previous match (Shift Enter)", () -> go(false)),
                Buttons.icon("fth-chevron-down", "Next match (Enter)", () -> go(true)), wrap,
                Buttons.icon("fth-copy", "Copy the selected lines, or all", this::copy));
        tools.setAlignment(Pos.CENTER_LEFT);
        tools.getStyleClass().add("log-tools");
        return tools;
    }

    private void go(boolean forward) {
        int which = list.next(forward);
        if (which > 0) {
            found.setText(which + " of " + list.search(search.getText()));
        }
    }

    private void copy() {
        int lines = list.copy();
        found.setText(lines == 1 ? "1 line copied" : lines + " lines copied");
    }

    /** @param empty what is said while there is no line */
    public void show(LogPage page, String empty) {
        list.setPlaceholder(Text.dense(empty));
        list.show(page);
    }

    /** Says whether it follows the end, and changes that; for the head of whatever holds this. */
    public Node follow() {
        return follow;
    }

    public LogList list() {
        return list;
    }

    public TextField search() {
        return search;
    }

    private static ToggleButton toggle(String text, String meaning) {
        ToggleButton toggle = new ToggleButton(text);
        toggle.getStyleClass().addAll("small-toggle");
        toggle.setTooltip(new Tooltip(meaning));
        toggle.setMinWidth(USE_PREF_SIZE);
        return toggle;
    }
}
