package com.maily.console.desktop.analysis;

import com.maily.console.desktop.widget.State;
import com.maily.console.desktop.widget.StateGlyph;
import com.maily.console.desktop.widget.Tag;
import com.maily.console.desktop.widget.Text;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The analyses there are, to choose one of. */
final class AnalysisList extends VBox {

    private final ListView<AnalysisEntry> entries = new ListView<>();
    private boolean showing;

    AnalysisList(Consumer<Subject> choose) {
        getStyleClass().addAll("card", "bare", "analysis-list");
        entries.setAccessibleText("Analyses");
        entries.setPlaceholder(Text.dense("No canary was judged yet."));
        entries.setCellFactory(_ -> new Line());
        entries.setMinHeight(90);
        entries.setPrefHeight(90);
        entries.getSelectionModel().selectedItemProperty().addListener((_, _, entry) -> {
            if (!showing && entry != null) {
                choose.accept(entry.subject());
            }
        });
        VBox.setVgrow(entries, Priority.ALWAYS);
        HBox head = new HBox(Text.strong("Analyses"));
        head.getStyleClass().add("card-head");
        getChildren().setAll(head, entries);
    }

    void show(List<AnalysisEntry> newest, Optional<Subject> chosen) {
        showing = true;
        if (!entries.getItems().equals(newest)) {
            entries.getItems().setAll(newest);
        }
        newest.stream().filter(entry -> chosen.filter(entry.subject()::same).isPresent()).findFirst()
                .ifPresentOrElse(entries.getSelectionModel()::select, entries.getSelectionModel()::clearSelection);
        showing = false;
    }

    ListView<AnalysisEntry> entries() {
        return entries;
    }

    private static final class Line extends ListCell<AnalysisEntry> {

        private final Label section = Text.label("");
        private final StateGlyph glyph = new StateGlyph(State.PLANNED, 13);
        private final Label title = Text.of("", "t-dense-strong");
        private final Tag live = new Tag("live");
        private final Tag dryRun = new Tag("dry run");
        private final Label detail = Text.label("");
        private final VBox box;

        Line() {
            HBox first = new HBox(8, glyph, title, Text.gap(), dryRun, live);
            first.setAlignment(Pos.CENTER_LEFT);
            title.setMinWidth(0);
            box = new VBox(2, section, first, detail);
            // A list must not grow wider than its card for one long name.
            setPrefWidth(0);
        }

        @Override
        protected void updateItem(@Nullable AnalysisEntry entry, boolean empty) {
            super.updateItem(entry, empty);
            if (empty || entry == null) {
                setGraphic(null);
                setAccessibleText(null);
                return;
            }
            section.setText(entry.section());
            Text.visible(section, !entry.section().isEmpty());
            glyph.show(entry.state());
            title.setText(entry.title());
            detail.setText(entry.detail());
            Text.visible(live, entry.subject().live());
            Text.visible(dryRun, entry.subject().dryRun());
            setGraphic(box);
            setAccessibleText(entry.title() + ", " + entry.state().word() + ", " + entry.detail() + (entry.subject().live()
                    ? ", live" : "")
                    + (entry.subject().dryRun() ? ", dry run" : ""));
        }
    }
}
