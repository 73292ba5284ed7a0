package com.maily.console.desktop.canary;

import com.maily.console.core.sla.Verdict;
import com.maily.console.desktop.widget.Chip;
import com.maily.console.desktop.widget.Format;
import com.maily.console.desktop.widget.State;
import com.maily.console.desktop.widget.StateGlyph;
import com.maily.console.desktop.widget.Text;
import javafx.beans.property.BooleanProperty;
import javafx.geometry.Pos;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;

/** The first line of a canary card: which component, how its traffic is split, and what the judge says. */
final class CanaryHead extends HBox {

    private final CheckBox chosen = new CheckBox();
    private final StateGlyph glyph = new StateGlyph(State.PLANNED, 18);
    private final Label name = Text.heading("");
    private final Label routing = Text.label("");
    private final Chip verdict = new Chip(State.QUEUED, "No verdict yet");
    private final Tooltip judged = new Tooltip();

    CanaryHead() {
        super(8);
        routing.setMinWidth(0);
        name.setMinWidth(USE_PREF_SIZE);
        verdict.setMinWidth(USE_PREF_SIZE);
        Tooltip.install(verdict, judged);
        chosen.getStyleClass().add("card-choice");
        setAlignment(Pos.CENTER_LEFT);
        getChildren().setAll(chosen, glyph, name, routing, Text.gap(), verdict);
    }

    void show(CanaryCard now) {
        if (now.state() == State.RUNNING) {
            glyph.showShare(now.slide().observed());
        } else {
            glyph.show(now.state());
        }
        name.setText(now.component());
        chosen.setAccessibleText("Choose " + now.component() + " for an action on several");
        Text.visible(chosen, now.running());
        if (!now.running()) {
            chosen.setSelected(false);
        }
        routing.setText(now.routing());
        verdict.show(judgedAs(now), words(now));
        judged.setText(now.verdict().map(Verdict::sentence).orElse("It is judged once it has had traffic for a while."));
    }

    private static State judgedAs(CanaryCard card) {
        return card.withheld() ? State.STALE : card.state() == State.DONE || card.state() == State.PLANNED ? card.state()
                : card.verdict().map(Verdict::word).map(State::of).orElse(State.QUEUED);
    }

    private static String words(CanaryCard card) {
        if (card.withheld()) {
            return "Verdict withheld";
        }
        if (card.state() == State.DONE || card.state() == State.PLANNED) {
            return card.state() == State.DONE ? "Promoted" : "Not started";
        }
        return card.verdict().map(verdict -> switch (verdict.word()) {
            case PASS -> "Pass";
            case MARGINAL -> "Marginal";
            case FAIL -> "Fail";
            case TOO_FEW_SAMPLES -> "Too few samples";
            case NO_DATA -> "No data";
        } + (verdict.dryRun() ? ", dry run" : "") + (verdict.samples() > 0 ? ", "
                + Format.number(Math.round(verdict.samples())) + " samples" : ""))
        .orElse("No verdict yet");
    }

    /** Whether it is one of those the next action is for. */
    BooleanProperty chosen() {
        return chosen.selectedProperty();
    }
}
