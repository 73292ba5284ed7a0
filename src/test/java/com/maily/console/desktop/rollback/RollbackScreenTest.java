package com.maily.console.desktop.rollback;

import static org.assertj.core.api.Assertions.assertThat;

import com.maily.console.core.engine.Commands;
import com.maily.console.core.engine.PreflightCheck;
import com.maily.console.core.journal.Event;
import com.maily.console.core.model.Failure;
import com.maily.console.desktop.HandConsole;
import com.maily.console.desktop.OnStage;
import com.maily.console.desktop.Story;
import com.maily.console.desktop.StoryTime;
import com.maily.console.desktop.fx.Ages;
import com.maily.console.desktop.shell.Action;
import com.maily.console.desktop.widget.HoldButton;
import java.util.List;
import java.util.Optional;
import javafx.scene.Parent;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.input.MouseButton;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.util.WaitForAsyncUtils;

class RollbackScreenTest {

    private final HandConsole console = new HandConsole(Story.entries());
    private RollbackScreen screen;
    private OnStage stage;

    @BeforeEach
    void show() throws Exception {
        console.happens(new Event.StepFailed("3.2", new Failure.Rejected("p99 412 ms", "the limit is 200 ms", "Roll back.")));
        console.preview(RollbackPicturesTest.preview());
        stage = new OnStage(1_000, 700, theme -> {
            screen = new RollbackScreen(console, "production", Story.MANAGER, theme, new Ages(StoryTime.NOW, Story.NOW));
            screen.shown(true);
            return (Parent) screen.node();
        });
        OnStage.until(() -> !hold().isDisabled() && hold().isVisible());
    }

    @AfterEach
    void close() {
        WaitForAsyncUtils.waitForAsyncFx(5_000, screen::close);
        stage.close();
    }

    private HoldButton hold() {
        return screen.view().hold();
    }

    @Test
    void heldToTheEndItRollsBackOnce() throws Exception {
        stage.robot.moveTo(stage.at(hold(), 0.3, 0.5)).press(MouseButton.PRIMARY);
        OnStage.until(() -> !console.orders.isEmpty());
        stage.robot.release(MouseButton.PRIMARY);

        assertThat(console.orders).containsExactly("roll back [] by release-manager");
    }

    @Test
    void draftsTheIncidentReportFromTheJournal() throws Exception {
        TextArea draft = stage.robot.from(screen.view()).lookup((TextArea area) -> true).query();
        OnStage.until(() -> !draft.getText().isEmpty());

        assertThat(draft.getText()).contains(Story.DEPLOYMENT).contains("p99 412 ms");
    }

    @Test
    void letGoEarlyItSendsNothingAndSaysSo() {
        stage.robot.moveTo(stage.at(hold(), 0.3, 0.5)).press(MouseButton.PRIMARY).release(MouseButton.PRIMARY);
        WaitForAsyncUtils.waitForFxEvents(2);

        assertThat(hold().shownText()).contains("nothing sent");
        assertThat(console.orders).isEmpty();
    }

    @Test
    void theKeyHeldOnAnotherScreenHoldsThisButton() throws Exception {
        WaitForAsyncUtils.waitForAsyncFx(5_000, () -> screen.hold(Action.ROLL_BACK_ALL, true));
        OnStage.until(() -> !console.orders.isEmpty());

        assertThat(console.orders).containsExactly("roll back [] by release-manager");
    }

    @Test
    void aDryRunShowsPlanChecksAndCommandsAndSendsNothing() throws Exception {
        console.preview(new Commands.Preview(RollbackPicturesTest.preview().plan(), RollbackPicturesTest.preview().checks(),
                Optional.empty(), List.of("kubectl -n maily rollout undo deployment/maily-api --to-revision=2")));
        WaitForAsyncUtils.waitForAsyncFx(5_000, () -> screen.act(Action.DRY_RUN));
        OnStage.until(() -> commands().getText().contains("kubectl -n maily rollout undo deployment/maily-api --to-revision=2"));

        assertThat(commands().getText()).contains("mailyctl rollback", "--dry-run");
        assertThat(shown()).anyMatch(text -> text.contains("Nothing was sent")).anyMatch(text -> text.startsWith("Wave 1: Restore"));
        assertThat(console.orders).isEmpty();
    }

    private TextArea commands() {
        return stage.robot.from(screen.view()).lookup((TextArea area) -> true).queryAllAs(TextArea.class).stream()
                .filter(area -> "Commands a rollback would be".equals(area.getAccessibleText())).findFirst().orElseGet(TextArea::new);
    }

    private List<String> shown() {
        return stage.robot.from(screen.view()).lookup((Label label) -> true).queryAllAs(Label.class).stream().map(Label::getText).toList();
    }

    @Test
    void aPlanThatChangesStopsTheHold() throws Exception {
        stage.robot.moveTo(stage.at(hold(), 0.3, 0.5)).press(MouseButton.PRIMARY);
        console.preview(new Commands.Preview(Optional.empty(), List.of(), Optional.of(
                new Failure.Unreachable("kubernetes did not answer", "connection refused", "Wait."))));
        WaitForAsyncUtils.waitForAsyncFx(5_000, screen::dryRun);
        OnStage.until(() -> !hold().holding());
        stage.robot.release(MouseButton.PRIMARY);

        assertThat(console.orders).isEmpty();
    }

    @Test
    void aFailedCheckKeepsTheButtonOff() throws Exception {
        console.preview(new Commands.Preview(RollbackPicturesTest.preview().plan(), List.of(new PreflightCheck("api", "revision kept",
                PreflightCheck.Result.FAIL, "the ReplicaSet is gone", Story.NOW)), Optional.empty()));
        WaitForAsyncUtils.waitForAsyncFx(5_000, screen::dryRun);
        OnStage.until(() -> hold().isDisabled());

        stage.robot.moveTo(stage.at(hold(), 0.3, 0.5)).press(MouseButton.PRIMARY).release(MouseButton.PRIMARY);
        assertThat(console.orders).isEmpty();
    }

    @Test
    void untickingAComponentChangesWhatIsSent() throws Exception {
        CheckBox box = stage.robot.from(screen.view()).lookup((CheckBox b) -> b.getAccessibleText().equals("Roll back campaign")).query();
        stage.robot.clickOn(box);
        OnStage.until(() -> screen.view().hold().shownText().startsWith("Roll back the chosen") && !hold().isDisabled());
        stage.robot.moveTo(stage.at(hold(), 0.3, 0.5)).press(MouseButton.PRIMARY);
        OnStage.until(() -> !console.orders.isEmpty());
        stage.robot.release(MouseButton.PRIMARY);

        assertThat(console.orders.getFirst()).contains("api").doesNotContain("campaign");
    }
}
