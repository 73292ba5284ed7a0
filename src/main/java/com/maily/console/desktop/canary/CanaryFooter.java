package com.maily.console.desktop.canary;

import com.maily.console.core.model.Failure;
import com.maily.console.core.model.Weight;
import com.maily.console.desktop.theme.Theme;
import com.maily.console.desktop.widget.SplitBar;
import com.maily.console.desktop.widget.State;
import com.maily.console.desktop.widget.Text;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** The lower part of a canary card: what can be done now, or what a proposal would mean and the button that sends it. */
final class CanaryFooter extends VBox {

    private static final String QUEUED = "The console keeps it, also over a restart; a failing verdict or a hold drops it.";

    private final SplitBar before;
    private final SplitBar after;
    private final Label consequence = Text.of("", "t-mono-small");
    private final Label sentence = Text.of("", "t-dense-strong");
    private final Label note = Text.dense("");
    private final Label remark = Text.of("", "t-dense", "state-word", "state-waiting");
    private final HBox preview;
    private final VBox words = new VBox(2, sentence, note);
    private final Label cost = Text.of("", "t-dense", "state-word", State.STALE.styleClass());
    private final CanaryButtons buttons;
    private String remarked = "";
    private Optional<Weight> last = Optional.empty();

    CanaryFooter(Theme theme, CanaryActions actions, Runnable discard) {
        super(8);
        buttons = new CanaryButtons(actions, discard);
        before = new SplitBar(theme);
        after = new SplitBar(theme);
        preview = new HBox(8, Text.of("Preview", "t-dense-strong"), Text.label("now"), before, Text.icon("fth-arrow-right", 13),
                Text.label("after"), after, Text.gap(), consequence);
        preview.setAlignment(Pos.CENTER_LEFT);
        before.setMinWidth(70);
        after.setMinWidth(70);
        before.setPrefWidth(110);
        after.setPrefWidth(110);
        consequence.setMinWidth(0);
        note.setWrapText(true);
        sentence.setWrapText(true);
        cost.setWrapText(true);
        remark.setWrapText(true);
        VBox.setVgrow(words, Priority.ALWAYS);
        getStyleClass().add("canary-footer");
        getChildren().setAll(remark, preview, cost, words, buttons);
        Text.visible(remark, false);
    }

    /** Says something once, until the next proposal or until the canary goes on. */
    void remark(String text) {
        if (remark.isVisible() && remark.getText().equals(text)) {
            return;
        }
        remarked = "";
        remark.setText(text);
        Text.visible(remark, true);
    }

    void show(CanaryCard newest, Optional<CanaryPreview> proposal) {
        Optional<Weight> proposed = proposal.map(CanaryPreview::after);
        if (proposed.isPresent() && !proposed.equals(last)) {
            Text.visible(remark, false);
        }
        String moment = newest.slide().desired().toString();
        remarked = remarked.isEmpty() ? moment : remarked;
        if (!moment.equals(remarked)) {
            Text.visible(remark, false);
        }
        last = proposed;
        getStyleClass().setAll("canary-footer");
        Text.visible(preview, proposal.isPresent());
        Text.visible(words, proposal.isEmpty() || proposal.get().refusal().isPresent());
        proposal.ifPresent(p -> {
            getStyleClass().add("proposing");
            before.show(p.before());
            after.show(p.after());
            consequence.setText(p.consequence(newest.version()));
            cost.setText(p.cost());
            cost.getStyleClass().setAll("label", "t-dense", "state-word", p.costs().styleClass());
        });
        Text.visible(cost, proposal.filter(p -> !p.cost().isEmpty()).isPresent());
        Optional<Failure> refusal = newest.refusal();
        sentence.setText(proposal.flatMap(CanaryPreview::refusal).or(() -> refusal.map(Failure::what)).orElse(newest.sentence()));
        note.setText(proposal.isPresent() ? "" : refusal.map(f -> f.why() + " " + f.advice()).orElse(newest.queued().isPresent()
                ? QUEUED : (newest.note() + CanaryOff.promote(newest)).strip()) + CanaryOff.denied(newest));
        Text.visible(note, !note.getText().isEmpty());
        buttons.show(newest, proposal);
    }

    /** Enter went down. @return whether there was a proposal that it concerns; a gate is never answered by Enter alone */
    boolean mainPressed() {
        if (last.isEmpty()) {
            return false;
        }
        buttons.fireMain();
        return true;
    }
}
