package com.maily.console.desktop.shell;

import atlantafx.base.controls.CustomTextField;
import com.maily.console.desktop.widget.KeyCap;
import com.maily.console.desktop.widget.Tag;
import com.maily.console.desktop.widget.Text;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The palette: finds screens, components and actions by a few letters. Nothing risky runs from here, it only leads there. */
final class Finder extends StackPane {
    /** @param held whether it must be confirmed by holding where it leads */
    record Item(String group, String text, String detail, String icon, String keys, boolean held, Runnable go) {
        boolean matches(String wanted) {
            String all = (group + " " + text + " " + detail).toLowerCase(Locale.ROOT);
            return List.of(wanted.toLowerCase(Locale.ROOT).strip().split("\\s+")).stream().allMatch(all::contains);
        }
    }

    private final CustomTextField field = new CustomTextField();
    private final ListView<Item> list = new ListView<>();
    private final Supplier<List<Item>> items;
    private @Nullable Node origin;

    Finder(Supplier<List<Item>> items) {
        this.items = items;
        Region scrim = new Region();
        scrim.getStyleClass().add("scrim");
        scrim.setOnMouseClicked(_ -> close());
        StackPane glass = new StackPane(Text.icon("fth-search", 18));
        glass.setPadding(new Insets(0, 4, 0, 16));
        StackPane escape = new StackPane(new KeyCap("Esc"));
        escape.setPadding(new Insets(0, 16, 0, 4));
        field.setLeft(glass);
        field.setRight(escape);
        field.setPromptText("Do or find: > actions  @ components  ? keys");
        field.setId("finder-field");
        field.textProperty().addListener((_, _, wanted) -> search(wanted));
        list.setCellFactory(_ -> new Cell());
        list.setFixedCellSize(36);
        list.setPrefHeight(396);
        list.setPlaceholder(Text.body("No match"));
        list.setOnMouseClicked(_ -> open());
        HBox foot = new HBox(Text.label("Nothing runs from here. You confirm where it leads, by holding what is risky."));
        foot.setPadding(new Insets(10, 16, 10, 16));
        VBox panel = new VBox(field, list, foot);
        panel.getStyleClass().add("palette");
        panel.setMaxSize(760, Region.USE_PREF_SIZE);
        StackPane.setAlignment(panel, Pos.TOP_CENTER);
        StackPane.setMargin(panel, new Insets(96, 24, 24, 24));
        getChildren().setAll(scrim, panel);
        addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        Text.visible(this, false);
    }

    void open(String start) {
        origin = getScene() == null ? null : getScene().getFocusOwner();
        Text.visible(this, true);
        field.setText(start);
        field.end();
        search(start);
        field.requestFocus();
    }

    void close() {
        Text.visible(this, false);
        if (origin != null) {
            origin.requestFocus();
        }
    }

    private void search(String typed) {
        String wanted = typed.strip();
        List<Item> all = items.get();
        String group = wanted.startsWith(">") ? "Actions" : wanted.startsWith("@") ? "Components" : "";
        boolean keys = wanted.startsWith("?");
        String words = group.isEmpty() && !keys ? wanted : wanted.substring(1);
        list.getItems().setAll(all.stream().filter(item -> group.isEmpty() || item.group().equals(group))
                .filter(item -> !keys || !item.keys().isEmpty()).filter(item -> item.matches(words)).toList());
        list.getSelectionModel().selectFirst();
    }

    private void key(KeyEvent event) {
        int move = event.getCode() == KeyCode.DOWN ? 1 : event.getCode() == KeyCode.UP ? -1 : 0;
        if (move != 0) {
            int next = Math.clamp(list.getSelectionModel().getSelectedIndex() + (long) move, 0,
                    Math.max(0, list.getItems().size() - 1));
            list.getSelectionModel().select(next);
            list.scrollTo(Math.max(0, next - 4));
            event.consume();
        } else if (event.getCode() == KeyCode.ENTER) {
            open();
            event.consume();
        } else if (event.getCode() == KeyCode.ESCAPE) {
            close();
            event.consume();
        }
    }

    private void open() {
        Item chosen = list.getSelectionModel().getSelectedItem();
        if (chosen != null) {
            close();
            chosen.go().run();
        }
    }

    /** A line of the palette. */
    private static final class Cell extends ListCell<Item> {
        @Override
        protected void updateItem(@Nullable Item item, boolean empty) {
            super.updateItem(item, empty);
            setText(null);
            setGraphic(item == null || empty ? null : row(item));
        }

        private static Node row(Item item) {
            HBox row = new HBox(12, Text.icon(item.icon(), 15), Text.strong(item.text()),
                    Text.of(item.detail(), "t-dense", "t-quiet"), Text.gap());
            row.setAlignment(Pos.CENTER_LEFT);
            if (item.held()) {
                row.getChildren().add(new Tag("hold").danger());
            }
            if (!item.keys().isEmpty()) {
                row.getChildren().add(new KeyCap(item.keys()));
            }
            return row;
        }
    }
}
