package com.maily.console.desktop.canary;

import com.maily.console.desktop.theme.Theme;
import com.maily.console.desktop.widget.Sparkline;
import com.maily.console.desktop.widget.State;
import com.maily.console.desktop.widget.StateGlyph;
import com.maily.console.desktop.widget.Text;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** One metric tile. */
final class CanaryTileView extends VBox {

    private final StateGlyph glyph = new StateGlyph(State.QUEUED, 13);
    private final Label title = Text.of("", "t-dense");
    private final Label note = Text.label("");
    private final Label value = Text.of("", "t-mono", "tile-value");
    private final Label versus = Text.of("", "t-mono-small");
    private final Label effect = Text.label("");
    private final Tooltip said = new Tooltip();
    private final Sparkline line;

    CanaryTileView(Theme theme) {
        line = new Sparkline(theme);
        getStyleClass().add("tile");
        HBox head = new HBox(6, glyph, title, Text.gap(), note);
        head.setAlignment(Pos.CENTER_LEFT);
        note.setMinWidth(USE_PREF_SIZE);
        HBox numbers = new HBox(8, value, versus);
        numbers.setAlignment(Pos.BASELINE_LEFT);
        value.setMinWidth(USE_PREF_SIZE);
        VBox.setVgrow(line, Priority.ALWAYS);
        effect.setMinWidth(0);
        getChildren().setAll(head, numbers, effect, line);
        setMinWidth(0);
    }

    void show(CanaryTile tile) {
        glyph.show(tile.state());
        title.setText(tile.title());
        note.setText(tile.note());
        value.setText(tile.value());
        versus.setText(tile.versus());
        effect.setText(tile.effect());
        Text.visible(effect, !tile.effect().isEmpty());
        said.setText(tile.said());
        effect.setTooltip(tile.said().isEmpty() ? null : said);
        line.show(tile.canary(), tile.stable(), tile.limit(), tile.stale());
        getStyleClass().setAll("tile");
        if (tile.stale()) {
            getStyleClass().add("stale");
        }
    }
}
