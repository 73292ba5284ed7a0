package com.maily.console.desktop.sla;

import com.maily.console.desktop.widget.State;
import com.maily.console.desktop.widget.StateGlyph;
import com.maily.console.desktop.widget.Text;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** One pair of windows: what it asks, and how it stands. */
final class SlaAlertRow extends HBox {

    private final StateGlyph glyph = new StateGlyph(State.STALE, 13);
    private final Label asks = Text.dense("");
    private final Label words = Text.label("");
    private final Tooltip all = new Tooltip();

    SlaAlertRow() {
        super(8);
        setAlignment(Pos.TOP_LEFT);
        words.setWrapText(false);
        words.setMinWidth(0);
        asks.setMinWidth(0);
        VBox text = new VBox(0, asks, words);
        text.setMinWidth(0);
        getChildren().setAll(glyph, text);
        Tooltip.install(this, all);
    }

    void show(SlaBudget.Alert alert) {
        glyph.show(alert.state());
        asks.setText(alert.asks());
        words.setText(alert.words());
        all.setText(alert.words());
        setAccessibleText(alert.asks() + ": " + alert.words());
    }
}
