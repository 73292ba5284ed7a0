package com.maily.console.desktop.rollout;

import com.maily.console.desktop.widget.Format;
import com.maily.console.desktop.widget.Progress;
import com.maily.console.desktop.widget.State;
import com.maily.console.desktop.widget.StateGlyph;
import com.maily.console.desktop.widget.Text;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** What is happening: the step that matters most, how far its present wait is, and what comes next. */
final class NowCard extends HBox {
    private final StateGlyph glyph = new StateGlyph(State.PLANNED, 28);
    private final Label title = Text.heading("");
    private final Progress progress = new Progress();
    private final Label clock = Text.mono("");
    private final HBox line = new HBox(10, progress, clock);
    private final Label detail = Text.dense("");
    private final Tooltip whole = new Tooltip();

    NowCard() {
        super(14);
        getStyleClass().addAll("card", "dense");
        setAlignment(Pos.CENTER_LEFT);
        HBox.setHgrow(progress, Priority.ALWAYS);
        detail.setTooltip(whole);
        clock.setMinWidth(Region.USE_PREF_SIZE);
        line.setAlignment(Pos.CENTER_LEFT);
        VBox words = new VBox(3, title, line, detail);
        words.setAlignment(Pos.CENTER_LEFT);
        HBox.setHgrow(words, Priority.ALWAYS);
        getChildren().setAll(glyph, words);
    }

    /** Gives up its big sign where there is little room; the words say the same. */
    void narrow(boolean narrow) {
        Text.visible(glyph, !narrow);
    }

    void show(NowLine now) {
        glyph.show(now.state());
        title.setText(now.title());
        Text.visible(line, !now.whole().isZero());
        progress.show(now.share());
        clock.setText(Format.stopwatch(now.done()) + " / " + Format.stopwatch(now.whole()));
        detail.setText(now.detail());
        whole.setText(now.detail());
    }
}
