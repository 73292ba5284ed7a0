package com.maily.console.desktop.canary;

import com.maily.console.core.model.Weight;
import com.maily.console.desktop.fx.Latest;
import com.maily.console.desktop.widget.Buttons;
import com.maily.console.desktop.widget.HoldButton;
import com.maily.console.desktop.widget.Text;
import java.time.Duration;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** Offers to rewrite the steps of a canary that goes by steps: what would come of it is shown first, and confirmed by holding. */
final class CanaryStepsPanel extends VBox {

    private static final Duration CONFIRM = Duration.ofSeconds(1);

    private final CanaryActions actions;
    private final Button open = Buttons.quiet("Rewrite steps…", () -> ask(true));
    private final TextField weight = new TextField();
    private final Label shown = Text.of("", "t-mono-small");
    private final HoldButton confirm;
    private final HBox question;
    private final Latest<CanarySteps> answers = new Latest<>(this::answer);
    private @Nullable CanaryCard card;
    private Optional<CanarySteps> steps = Optional.empty();

    CanaryStepsPanel(CanaryActions actions) {
        super(6);
        this.actions = actions;
        confirm = new HoldButton("Hold 1 s: rewrite", "fth-edit-3", CONFIRM, this::rewrite).neutral();
        weight.setPrefColumnCount(3);
        weight.setAccessibleText("Weight that is to come next, in percent");
        weight.setOnAction(_ -> preview());
        shown.setWrapText(true);
        question = new HBox(8, Text.label("Next weight, %"), weight, Buttons.plain("Show what comes of it", this::preview),
                confirm, Text.gap(),
                Buttons.icon("fth-x", "Leave the steps as they are", () -> ask(false)));
        question.setAlignment(Pos.CENTER_LEFT);
        getChildren().setAll(open, question, shown);
        ask(false);
    }

    void show(CanaryCard newest) {
        // What was shown was meant for the place where the canary then was.
        boolean moved = card != null && !card.slide().desired().equals(newest.slide().desired());
        card = newest;
        Text.visible(this, newest.goesBySteps() && newest.live());
        if (moved) {
            ask(false);
        }
    }

    private void ask(boolean asking) {
        steps = Optional.empty();
        weight.clear();
        Text.visible(open, !asking);
        Text.visible(question, asking);
        Text.visible(shown, false);
        Text.visible(confirm, false);
    }

    private void preview() {
        boolean number = weight.getText().strip().matches("[1-9]\\d?");
        if (card == null || !number) {
            answer(new CanarySteps(Optional.empty(), "Write a whole percentage from 1 to 99."));
            return;
        }
        actions.previewSteps(card, Weight.ofPercent(Integer.parseInt(weight.getText().strip())), answers);
    }

    private void answer(CanarySteps answer) {
        steps = Optional.of(answer);
        shown.setText(answer.text());
        Text.visible(shown, question.isVisible());
        Text.visible(confirm, answer.rewrite().isPresent());
    }

    private void rewrite() {
        if (card != null) {
            CanaryCard now = card;
            steps.flatMap(CanarySteps::rewrite).ifPresent(rewrite -> actions.rewriteSteps(now, rewrite));
        }
        ask(false);
    }
}
