package com.maily.console.desktop.rollback;

import com.maily.console.core.model.Difference;
import com.maily.console.desktop.widget.Buttons;
import com.maily.console.desktop.widget.HoldButton;
import com.maily.console.desktop.widget.KeyCap;
import com.maily.console.desktop.widget.Tag;
import com.maily.console.desktop.widget.Text;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The revisions of one component, what an undo to the chosen one would change, and the button that does it. */
final class RevisionCard extends VBox {

    private static final Duration HOLD = Duration.ofMillis(1_500);

    private final List<String> components;
    private final ComboBox<String> component = new ComboBox<>();
    private final ListView<RevisionRow> rows = new ListView<>();
    private final ListView<Difference.Line> changes = new ListView<>();
    private final Label note = wrapped("t-dense");
    private final VBox warnings = new VBox(6);
    private final Label blocked = wrapped("t-dense", "state-word", "state-waiting");
    private final Label answer = wrapped("t-dense-strong");
    private final HoldButton hold;
    private boolean showing;

    RevisionCard(List<String> components, Consumer<String> onComponent, Consumer<String> onChoice, Runnable onUndo,
                 Runnable onClose) {
        this.components = components;
        hold = new HoldButton("Undo", "fth-corner-up-left", HOLD, onUndo);
        component.getItems().setAll(components);
        component.setAccessibleText("Component to undo");
        component.valueProperty().addListener((_, _, name) -> {
            if (!showing && name != null) {
                onComponent.accept(name);
            }
        });
        rows.setAccessibleText("Revisions");
        rows.setPrefHeight(190);
        rows.setCellFactory(_ -> new RowCell());
        rows.getSelectionModel().selectedItemProperty().addListener((_, _, row) -> {
            if (!showing && row != null) {
                onChoice.accept(row.identity());
            }
        });
        changes.setAccessibleText("Difference of the templates");
        changes.setCellFactory(_ -> new LineCell());
        changes.setMinHeight(120);
        VBox.setVgrow(changes, Priority.ALWAYS);
        HBox head = new HBox(8, Text.strong("Undo to a revision"), Text.gap(), component,
                Buttons.icon("fth-x", "Close the revisions", onClose), new KeyCap("Esc"));
        head.getStyleClass().add("card-head");
        head.setAlignment(Pos.CENTER_LEFT);
        VBox content = new VBox(10, rows, note, changes, warnings, hold, blocked, answer);
        content.setPadding(new Insets(12, 16, 12, 16));
        VBox.setVgrow(content, Priority.ALWAYS);
        getStyleClass().addAll("card", "bare");
        getChildren().setAll(head, content);
    }

    List<String> components() {
        return components;
    }

    void show(RevisionModel model) {
        showing = true;
        component.setValue(model.component());
        if (!rows.getItems().equals(model.rows())) {
            rows.getItems().setAll(model.rows());
        }
        model.rows().stream().filter(row -> row.identity().equals(model.chosen())).findFirst()
                .ifPresentOrElse(rows.getSelectionModel()::select, rows.getSelectionModel()::clearSelection);
        showing = false;
        changes.getItems().setAll(model.changes());
        Text.visible(changes, !model.changes().isEmpty());
        say(note, model.note());
        warnings.getChildren().setAll(model.warnings().stream().map(warning -> {
            Label label = wrapped("t-dense", "state-word", "state-marginal");
            label.setText(warning);
            return label;
        }).toList());
        hold.show(model.button(), HOLD);
        hold.setDisable(!model.blocked().isEmpty());
        say(blocked, model.blocked());
        say(answer, "");
    }

    /** What came of the undo that was sent. */
    void answered(String words) {
        say(answer, words);
    }

    HoldButton hold() {
        return hold;
    }

    ListView<RevisionRow> rows() {
        return rows;
    }

    private static void say(Label label, String text) {
        label.setText(text);
        Text.visible(label, !text.isEmpty());
    }

    private static Label wrapped(String... styles) {
        Label label = Text.of("", styles);
        label.setWrapText(true);
        label.setMinHeight(USE_PREF_SIZE);
        return label;
    }

    private static final class RowCell extends ListCell<RevisionRow> {
        @Override
        protected void updateItem(@Nullable RevisionRow row, boolean empty) {
            super.updateItem(row, empty);
            if (empty || row == null) {
                setGraphic(null);
                return;
            }
            HBox first = new HBox(8, Text.of(row.name(), "t-mono"), Text.strong(row.version()), Text.gap(),
                    Text.label(row.age() + " ago"));
            first.setAlignment(Pos.CENTER_LEFT);
            if (row.current()) {
                first.getChildren().add(2, new Tag("runs now"));
            }
            setGraphic(new VBox(2, first, Text.of(row.image(), "t-mono-small"), Text.label(row.cause())));
            setAccessibleText("Revision " + row.name() + ", " + row.version() + ", " + row.age() + " ago"
                    + (row.current() ? ", runs now" : ""));
        }
    }

    /** The sign says it too, so that it can be read without colours. */
    private static final class LineCell extends ListCell<Difference.Line> {
        @Override
        protected void updateItem(Difference.@Nullable Line line, boolean empty) {
            super.updateItem(line, empty);
            if (empty || line == null) {
                setGraphic(null);
                return;
            }
            Label text = switch (line.mark()) {
                case SAME -> Text.of(line.number() == 0 ? "  ⋯" : "  " + line.text(), "t-mono-small");
                case REMOVED -> Text.of("- " + line.text(), "t-mono-small", "state-word", "state-failed");
                case ADDED -> Text.of("+ " + line.text(), "t-mono-small", "state-word", "state-done");
            };
            setGraphic(text);
        }
    }
}
