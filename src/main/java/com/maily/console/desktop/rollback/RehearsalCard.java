package com.maily.console.desktop.rollback;

import com.maily.console.desktop.widget.Buttons;
import com.maily.console.desktop.widget.KeyCap;
import com.maily.console.desktop.widget.State;
import com.maily.console.desktop.widget.StateGlyph;
import com.maily.console.desktop.widget.Tag;
import com.maily.console.desktop.widget.Text;
import java.util.Comparator;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** The outcome of a dry run, in place of the recovery clock until it is closed. */
final class RehearsalCard extends VBox {
    private final VBox content = new VBox(10);
    private final TextArea commands = new TextArea();

    RehearsalCard(Runnable onClose) {
        HBox head = new HBox(8, Text.strong("Dry run"), new Tag("nothing was sent"), Text.gap(),
                Buttons.icon("fth-x", "Close the dry run", onClose), new KeyCap("Esc"));
        head.getStyleClass().add("card-head");
        head.setAlignment(Pos.CENTER_LEFT);
        content.setPadding(new Insets(12, 16, 12, 16));
        commands.setEditable(false);
        commands.setWrapText(true);
        commands.setPrefRowCount(9);
        commands.getStyleClass().add("json");
        commands.setAccessibleText("Commands a rollback would be");
        getStyleClass().addAll("card", "bare");
        getChildren().setAll(head, content);
    }

    void show(Rehearsal rehearsal) {
        content.getChildren().setAll(line(rehearsal.state(), "t-dense-strong", rehearsal.verdict()), wrapped(rehearsal.sent()),
                Text.label("Would do"));
        rehearsal.steps().forEach(step -> content.getChildren().add(wrapped(step)));
        commands.setText(String.join("\n", rehearsal.commands()));
        content.getChildren().addAll(Text.label("Equivalent commands"), commands,
                Buttons.withIcon(Buttons.plain("Copy commands", this::copy), "fth-copy"));
        content.getChildren().add(Text.label("Preflight"));
        // What did not pass comes first.
        rehearsal.checks().stream().sorted(Comparator.comparing(check -> check.state() == State.DONE)).map(RehearsalCard::check)
                .forEach(content.getChildren()::add);
    }

    private static Node check(RollbackCheck check) {
        return line(check.state(), "t-dense", check.title() + ". " + check.progress());
    }

    private static Node line(State state, String style, String text) {
        Label words = Text.of(text, style);
        words.setWrapText(true);
        words.setMinHeight(USE_PREF_SIZE);
        HBox.setHgrow(words, Priority.ALWAYS);
        HBox line = new HBox(8, new StateGlyph(state, 13), words);
        line.setAccessibleText(state.word() + ", " + text);
        return line;
    }

    private static Label wrapped(String text) {
        Label label = Text.dense(text);
        label.setWrapText(true);
        label.setMinHeight(USE_PREF_SIZE);
        return label;
    }

    private void copy() {
        ClipboardContent text = new ClipboardContent();
        text.putString(commands.getText());
        Clipboard.getSystemClipboard().setContent(text);
    }
}
