package com.maily.console.desktop.health;

import com.maily.console.core.model.HealthCheck;
import com.maily.console.desktop.widget.Buttons;
import com.maily.console.desktop.widget.Format;
import com.maily.console.desktop.widget.Text;
import java.util.Optional;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** The selected endpoint in full: its address, what it must answer and what it did. */
final class HealthDetail extends HBox {

    private final Label subject = Text.strong("");
    private final Label sentence = Text.body("");
    private final Label expects = Text.label("");
    private final Button copy;
    private final Button open;
    private Optional<HealthRow> row = Optional.empty();

    HealthDetail(HealthActions actions) {
        super(12);
        copy = Buttons.withIcon(Buttons.plain("Copy address", () -> row.ifPresent(one -> actions.copy(address(one)))),
                "fth-copy");
        open = Buttons.withIcon(Buttons.plain("Open", () -> row.ifPresent(one -> actions.open(one.reading().check().address()))),
                "fth-external-link");
        copy.setId("copy-address");
        open.setId("open-address");
        for (Button button : new Button[] {copy, open}) {
            button.setMinWidth(USE_PREF_SIZE);
        }
        VBox words = new VBox(2, subject, sentence, expects);
        for (Label label : new Label[] {subject, sentence, expects}) {
            label.setMinWidth(0);
        }
        sentence.setWrapText(true);
        words.setMinWidth(0);
        HBox.setHgrow(words, Priority.ALWAYS);
        // At the left, because the message that something was copied comes up at the right.
        getChildren().setAll(copy, open, words);
        setAlignment(Pos.CENTER_LEFT);
        setPadding(new Insets(10, 16, 10, 16));
        setMinHeight(84);
        show(row);
    }

    void show(Optional<HealthRow> chosen) {
        row = chosen;
        subject.setText(chosen.map(one -> one.subject() + "   " + address(one)).orElse("No endpoint is selected"));
        sentence.setText(chosen.map(one -> one.reading().sentence() + since(one)).orElse("Select a row to see it in full."));
        expects.setText(chosen.map(one -> expects(one.reading().check())).orElse(""));
        copy.setDisable(chosen.isEmpty());
        open.setDisable(chosen.isEmpty());
    }

    private static String since(HealthRow row) {
        return row.lasts().isEmpty() ? "" : " So since " + Format.clock(row.reading().changed())
                + " UTC, as far as was seen from here.";
    }

    private static String address(HealthRow row) {
        return row.reading().check().address().toString();
    }

    private static String expects(HealthCheck check) {
        return "Expected: " + check.status() + check.expected().map(one -> ", " + one.field() + " = " + one.value()).orElse("")
                + ", within " + HealthRow.millis(check.slow()) + " (given up after " + HealthRow.millis(check.timeout())
                + "). Certificate good for more than " + check.notice().toDays() + " days.";
    }
}
