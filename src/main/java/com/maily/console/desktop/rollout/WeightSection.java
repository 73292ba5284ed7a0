package com.maily.console.desktop.rollout;

import com.maily.console.core.journal.ComponentState;
import com.maily.console.core.model.Weight;
import com.maily.console.core.port.SourceState;
import com.maily.console.core.sla.Verdict;
import com.maily.console.desktop.fx.Ages;
import com.maily.console.desktop.theme.Theme;
import com.maily.console.desktop.widget.Chip;
import com.maily.console.desktop.widget.Format;
import com.maily.console.desktop.widget.SourceChip;
import com.maily.console.desktop.widget.State;
import com.maily.console.desktop.widget.Text;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** A canary's weight as it was asked for and as it is, with the newest verdict on it. */
final class WeightSection extends VBox {
    private final SourceChip source;
    private final Label desired = Text.of("", "t-metric", "state-word", State.CANARY.styleClass());
    private final Label observed = Text.mono("");
    private final Label samples = Text.mono("");
    private final Chip verdict = new Chip(State.QUEUED, "No verdict yet");
    private final Label reason = Text.dense("");
    private final WeightTrack track;

    WeightSection(Theme theme, Ages ages) {
        super(6);
        source = new SourceChip(ages);
        track = new WeightTrack(theme);
        HBox head = new HBox(8, Text.label("Canary weight"), Text.gap(), source);
        HBox figures = new HBox(16, desired, pair("observed", observed), pair("samples", samples));
        figures.setAlignment(Pos.CENTER_LEFT);
        reason.setWrapText(true);
        reason.setMinHeight(USE_PREF_SIZE);
        verdict.setMinWidth(USE_PREF_SIZE);
        HBox.setHgrow(reason, Priority.ALWAYS);
        HBox judged = new HBox(8, verdict, reason);
        judged.setFillHeight(false);
        getChildren().setAll(head, figures, track, judged);
    }

    void show(ComponentState component, List<Weight> ladder, Optional<SourceState> platform) {
        desired.setText(component.desired().toString());
        observed.setText(component.observed().toString());
        samples.setText(component.verdict().map(v -> Format.number(Math.round(v.samples()))).orElse("–"));
        component.verdict().ifPresentOrElse(found -> show(found), () -> showNone());
        platform.ifPresent(source::show);
        track.show(component, ladder);
    }

    private void show(Verdict found) {
        verdict.show(State.of(found.word()), word(found.word()) + (found.dryRun() ? ", dry run" : ""));
        reason.setText(found.sentence());
    }

    private void showNone() {
        verdict.show(State.QUEUED, "No verdict yet");
        reason.setText("");
    }

    private static String word(Verdict.Word word) {
        return switch (word) {
            case PASS -> "Pass";
            case MARGINAL -> "Marginal";
            case FAIL -> "Fail";
            case TOO_FEW_SAMPLES -> "Too few samples";
            case NO_DATA -> "No data";
        };
    }

    private static HBox pair(String name, Label value) {
        HBox pair = new HBox(6, Text.dense(name), value);
        pair.setAlignment(Pos.CENTER_LEFT);
        return pair;
    }
}
