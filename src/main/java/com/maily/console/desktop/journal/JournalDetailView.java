package com.maily.console.desktop.journal;

import com.maily.console.core.journal.Entry;
import com.maily.console.core.journal.Journal.ChainCheck;
import com.maily.console.desktop.widget.Buttons;
import com.maily.console.desktop.widget.Chip;
import com.maily.console.desktop.widget.Format;
import com.maily.console.desktop.widget.State;
import com.maily.console.desktop.widget.StateGlyph;
import com.maily.console.desktop.widget.Text;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** One entry in full: what it says as JSON, and how it is chained to its neighbours. */
final class JournalDetailView extends VBox {

    private final StateGlyph glyph = new StateGlyph(State.PLANNED, 16);
    private final Label title = Text.strong("");
    private final Label number = Text.of("", "t-mono-small");
    private final Label detail = Text.dense("");
    private final Label origin = Text.label("");
    private final TextArea json = new TextArea();
    private final Label previous = Text.mono("");
    private final Label own = Text.mono("");
    private final Label next = Text.mono("");
    private final Chip chain = new Chip(State.QUEUED, "not checked");
    private @Nullable Entry shown;

    JournalDetailView() {
        getStyleClass().addAll("card", "bare");
        HBox head = new HBox(8, glyph, title, Text.gap(), number);
        head.getStyleClass().add("card-head");
        head.setAlignment(Pos.CENTER_LEFT);
        title.setMinWidth(0);
        number.setMinWidth(USE_PREF_SIZE);
        detail.setWrapText(true);
        detail.setMinHeight(USE_PREF_SIZE);
        VBox words = new VBox(4, detail, origin);
        words.setStyle("-fx-padding: 10 16 10 16;");
        json.setEditable(false);
        json.setWrapText(true);
        json.getStyleClass().add("json");
        json.setAccessibleText("Entry as JSON");
        VBox.setVgrow(json, Priority.ALWAYS);
        HBox copy = new HBox(8, Buttons.withIcon(Buttons.plain("Copy JSON", this::copy), "fth-copy"));
        copy.setStyle("-fx-padding: 10 16 10 16;");
        getChildren().setAll(head, words, json, copy, chain());
        setMinWidth(280);
        setPrefWidth(316);
    }

    private VBox chain() {
        GridPane hashes = new GridPane(10, 4);
        hashes.addRow(0, Text.label("prev"), previous);
        hashes.addRow(1, Text.label("this"), own);
        hashes.addRow(2, Text.label("next"), next);
        HBox head = new HBox(8, Text.label("Hash chain"), Text.gap(), chain);
        head.setAlignment(Pos.CENTER_LEFT);
        VBox box = new VBox(8, Text.rule(), head, hashes);
        box.setStyle("-fx-padding: 0 16 12 16;");
        return box;
    }

    /** @param follower the entry after it, empty for the newest */
    void show(Optional<JournalRow> row, Optional<JournalRow> follower, Optional<JournalModel.Chain> check) {
        if (row.isEmpty()) {
            shown = null;
            title.setText("No entry selected");
            for (Label label : new Label[] {number, detail, origin, previous, own, next}) {
                label.setText("");
            }
            json.clear();
            return;
        }
        Entry entry = row.get().entry();
        glyph.show(row.get().state());
        title.setText(row.get().title());
        number.setText("entry " + Format.number(entry.sequence()));
        detail.setText(row.get().detail());
        origin.setText(Format.clock(entry.at()) + " UTC, " + Format.day(entry.at()) + " · " + entry.actor().name() + " via "
                + entry.actor().source() + " · " + entry.deployment());
        if (!entry.equals(shown)) {
            // Only when another entry is shown, so that a selection in the text survives a refresh.
            json.setText(EntryJson.event(entry));
            json.setScrollTop(0);
        }
        shown = entry;
        previous.setText(entry.previous().equals(Entry.GENESIS) ? "the first entry" : hash(entry.previous()));
        own.setText(hash(entry.hash()));
        next.setText(follower.map(f -> hash(f.entry().hash())).orElse("none yet"));
        verdict(entry, check);
    }

    private void verdict(Entry entry, Optional<JournalModel.Chain> check) {
        if (check.isEmpty()) {
            chain.show(State.QUEUED, "not checked");
            return;
        }
        ChainCheck result = check.get().check();
        if (!result.holds() && entry.sequence() >= result.firstBad()) {
            chain.show(State.FAILED, entry.sequence() == result.firstBad() ? "does not fit" : "after the break");
        } else if (entry.sequence() > result.entries()) {
            chain.show(State.QUEUED, "newer than the check");
        } else {
            chain.show(State.DONE, "matches");
        }
    }

    /** {@code a41f 90d2 … 17c6 4be0}. */
    static String hash(String hex) {
        return hex.length() < 16 ? hex : hex.substring(0, 4) + " " + hex.substring(4, 8) + " … "
                + hex.substring(hex.length() - 8, hex.length() - 4) + " " + hex.substring(hex.length() - 4);
    }

    private void copy() {
        if (shown != null) {
            ClipboardContent content = new ClipboardContent();
            content.putString(EntryJson.of(shown));
            Clipboard.getSystemClipboard().setContent(content);
        }
    }

    String json() {
        return json.getText();
    }
}
