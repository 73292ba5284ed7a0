package com.maily.console.desktop.rollout;

import com.maily.console.core.journal.StepState;
import com.maily.console.desktop.widget.Buttons;
import com.maily.console.desktop.widget.Text;
import java.util.Optional;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** The question a step waits with, and the two answers. */
final class GatePanel extends VBox {
    private final Label question = Text.strong("");
    private final TextField reason = new TextField();
    private String step = "";

    GatePanel(RolloutActions actions) {
        super(8);
        question.setWrapText(true);
        reason.setPromptText("Reason, goes into the journal");
        reason.setId("gate-reason");
        var approve = Buttons.primary("Approve", () -> actions.answer(step, true, reason.getText().strip()));
        approve.setId("approve");
        var refuse = Buttons.plain("Refuse", () -> actions.answer(step, false, reason.getText().strip()));
        refuse.setId("refuse");
        getChildren().setAll(question, reason, new HBox(8, approve, refuse));
    }

    void show(StepState state) {
        Optional<StepState.Gate> gate = state.gate();
        Text.visible(this, gate.isPresent());
        if (!state.step().id().equals(step)) {
            reason.clear();
        }
        step = state.step().id();
        gate.ifPresent(open -> question.setText(open.question()));
    }
}
