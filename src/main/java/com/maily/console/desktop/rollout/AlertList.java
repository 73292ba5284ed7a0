package com.maily.console.desktop.rollout;

import com.maily.console.desktop.shell.AlertSum;
import com.maily.console.desktop.widget.Buttons;
import com.maily.console.desktop.widget.State;
import com.maily.console.desktop.widget.StateGlyph;
import com.maily.console.desktop.widget.Text;
import java.net.URI;
import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** What fires, below the timeline: one line each, urgent ones first, a few at a time. */
final class AlertList extends VBox {

    private static final double ROW = 24;
    private static final int ROWS = 3;

    private final StateGlyph glyph = new StateGlyph(State.QUEUED, 13);
    private final Label words = Text.of("", "t-dense-strong");
    private final Label detail = Text.of("", "t-label");
    private final ListView<AlertLine> list = new ListView<>();

    AlertList(Consumer<URI> open) {
        HBox head = new HBox(8, glyph, words, Text.gap(), detail);
        head.setAlignment(Pos.CENTER_LEFT);
        head.setPadding(new Insets(0, 16, 0, 16));
        head.setMinHeight(ROW + 4);
        words.setMinWidth(Region.USE_PREF_SIZE);
        list.setFixedCellSize(ROW);
        list.setId("alert-list");
        list.setCellFactory(_ -> new Cell(open));
        list.setAccessibleText("Alerts");
        getStyleClass().add("alert-list");
        getChildren().setAll(head, list);
        show(AlertBoard.NONE);
    }

    void show(AlertBoard board) {
        Text.visible(this, board.sum().isPresent());
        board.sum().ifPresent(sum -> head(sum, board.lines()));
        if (!list.getItems().equals(board.lines())) {
            list.getItems().setAll(board.lines());
        }
        double height = Math.min(ROWS, board.lines().size()) * ROW + 2;
        list.setMinHeight(height);
        list.setPrefHeight(height);
        list.setMaxHeight(height);
        Text.visible(list, !board.lines().isEmpty());
    }

    private void head(AlertSum sum, List<AlertLine> lines) {
        long ended = lines.stream().filter(line -> !line.span().active()).count();
        glyph.show(sum.state());
        words.setText(sum.words() + (ended == 0 ? "" : ", " + ended + " ended"));
        detail.setText(sum.detail());
    }

    /** Brings the list to the keyboard. */
    void focusList() {
        list.requestFocus();
    }

    private static final class Cell extends ListCell<AlertLine> {
        private final StateGlyph glyph = new StateGlyph(State.QUEUED, 12);
        private final Label component = Text.of("", "t-dense-strong");
        private final Label text = Text.dense("");
        private final Label when = Text.of("", "t-mono-small");
        private final Button link;
        private final HBox row;

        Cell(Consumer<URI> open) {
            link = Buttons.plain("Open", () -> getItem().link().ifPresent(open));
            link.getStyleClass().add("small-toggle");
            link.setMinWidth(Region.USE_PREF_SIZE);
            component.setMinWidth(80);
            component.setPrefWidth(96);
            component.setMaxWidth(140);
            when.setMinWidth(Region.USE_PREF_SIZE);
            HBox.setHgrow(text, Priority.ALWAYS);
            text.setMaxWidth(Double.MAX_VALUE);
            row = new HBox(8, glyph, component, text, when, link);
            row.setAlignment(Pos.CENTER_LEFT);
            setPrefWidth(0);
        }

        @Override
        protected void updateItem(AlertLine line, boolean empty) {
            super.updateItem(line, empty);
            setGraphic(empty ? null : row);
            if (!empty) {
                glyph.show(line.state());
                component.setText(line.component());
                text.setText(line.text());
                when.setText(line.when());
                row.setOpacity(line.muted() ? 0.65 : 1);
                Text.visible(link, line.link().isPresent());
                setTooltip(new Tooltip(line.words()));
                setAccessibleText(line.state().word() + ": " + line.words());
            }
        }
    }
}
