package com.maily.console.desktop.rollout;

import com.maily.console.core.journal.Deployment;
import com.maily.console.core.journal.StepState;
import com.maily.console.core.model.Failure;
import com.maily.console.desktop.widget.Buttons;
import com.maily.console.desktop.widget.HoldButton;
import com.maily.console.desktop.widget.Text;
import java.time.Duration;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** What can be done to a step: pause the run, try again, skip with a reason, put its component back. */
final class StepButtons extends VBox {
    private static final Duration HOLD = Duration.ofMillis(1500);
    private final Button pause;
    private final Button retry;
    private final Button skip;
    private final HoldButton back;
    private final Label why = Text.label("");
    private final TextField reason = new TextField();
    private final Button confirmSkip;
    private final VBox skipForm;
    private String step = "";
    private String component = "";

    StepButtons(RolloutActions actions, Runnable onPause) {
        super(8);
        pause = Buttons.withIcon(Buttons.plain("Pause", onPause), "fth-pause");
        retry = Buttons.withIcon(Buttons.plain("Retry", () -> actions.retry(step)), "fth-refresh-cw");
        skip = Buttons.withIcon(Buttons.plain("Skip…", this::askToSkip), "fth-skip-forward");
        back = new HoldButton("Roll back", "fth-rotate-ccw", HOLD, () -> actions.rollBack(component)).withKey("R");
        back.setId("roll-back-component");
        retry.setId("retry");
        skip.setId("skip");
        reason.setId("skip-reason");
        confirmSkip = Buttons.plain("Skip this step", () -> {
            actions.skip(step, reason.getText().strip());
            closeSkip();
        });
        confirmSkip.setId("confirm-skip");
        confirmSkip.disableProperty().bind(reason.textProperty().map(String::isBlank));
        reason.setPromptText("Why is it safe to skip? Required");
        skipForm = new VBox(6, reason, new HBox(8, confirmSkip, Buttons.quiet("Discard", this::closeSkip)));
        why.setWrapText(true);
        HBox row = new HBox(8, pause, retry, skip);
        for (Button button : new Button[] {pause, retry, skip}) {
            HBox.setHgrow(button, Priority.ALWAYS);
            button.setMaxWidth(Double.MAX_VALUE);
            button.setPrefWidth(120);
        }
        getChildren().setAll(row, Text.visible(skipForm, false), back, why);
    }

    HoldButton back() {
        return back;
    }

    /** @param off why the component must not be rolled back by us, empty when it may be tried */
    void show(StepRow row, Deployment run, Optional<Failure> off) {
        if (!row.id().equals(step)) {
            closeSkip();
        }
        step = row.id();
        component = row.step().step().about().orElse("");
        StepState.Status status = row.step().status();
        pause.setText(run.status() == Deployment.Status.PAUSED ? "Resume…" : "Pause");
        pause.setDisable(run.over());
        retry.setDisable(run.over() || !(status == StepState.Status.FAILED || status == StepState.Status.HELD));
        skip.setDisable(run.over() || status.settled());
        boolean canGoBack = !component.isEmpty() && !run.plan().replaces().isEmpty() && !run.goesBack()
                && row.step().step().environment().equals(run.plan().environment());
        Text.visible(back, canGoBack);
        if (canGoBack) {
            back.show("Hold 1.5 s to roll back " + component + " to " + run.plan().replaces(), HOLD);
        }
        back.setDisable(off.isPresent());
        why.setText(off.filter(_ -> canGoBack).map(denied -> denied.what() + ": " + denied.why()).or(() -> reasonOff(run, status))
                .orElse(""));
        Text.visible(why, !why.getText().isEmpty());
    }

    private Optional<String> reasonOff(Deployment run, StepState.Status status) {
        if (run.over()) {
            return Optional.of("The run is over; its steps can't be changed any more.");
        }
        if (status.settled()) {
            return Optional.of("This step is settled.");
        }
        String ends = back.isVisible() ? "Rolling back " + component + " ends this run. Every other component stays as it is now, canaries too." : "";
        String off = retry.isDisabled() ? "Retry unlocks if the step fails or is held. " : "";
        return Optional.of(off + ends).filter(text -> !text.isEmpty());
    }

    private void askToSkip() {
        Text.visible(skipForm, true);
        reason.requestFocus();
    }

    private void closeSkip() {
        Text.visible(skipForm, false);
        reason.clear();
    }
}
