package com.maily.console.desktop.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import com.maily.console.core.journal.Entry;
import com.maily.console.core.journal.Event;
import com.maily.console.core.model.Guard;
import com.maily.console.desktop.HandConsole;
import com.maily.console.desktop.OnStage;
import com.maily.console.desktop.SetUp;
import com.maily.console.desktop.Story;
import com.maily.console.desktop.StoryTime;
import com.maily.console.desktop.fx.Ages;
import com.maily.console.desktop.shell.Action;
import com.maily.console.desktop.widget.HoldButton;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.testfx.util.WaitForAsyncUtils;

/** What a person does about drift from Git, and sees of how a workload is set up. */
class FleetSyncTest {

    private final HandGitOps gitOps = new HandGitOps().owns("api", true, false).owns("email", true, true);
    private HandConsole console = new HandConsole(List.of());
    private FleetScreen screen;
    private OnStage stage;

    private void show(Guard guard) throws Exception {
        console.workspace = FleetWorkspace.of(guard);
        console.gitOps = Optional.of(gitOps);
        console.facts = Optional.of(_ -> SetUp.facts());
        stage = new OnStage(1_400, 800, _ -> {
            screen = new FleetScreen(console, "production", Story.MANAGER, new Ages(StoryTime.NOW, Story.NOW));
            screen.shown(true);
            return (Parent) screen.node();
        });
        OnStage.until(() -> find("#sync-drift").getParent().isVisible());
    }

    @AfterEach
    void close() {
        WaitForAsyncUtils.waitForAsyncFx(5_000, screen::close);
        stage.close();
    }

    private Node find(String id) {
        return screen.node().lookup(id);
    }

    private HoldButton hold() {
        return (HoldButton) find("#sync-now");
    }

    private void write(String id, String text) {
        WaitForAsyncUtils.waitForAsyncFx(5_000, () -> ((TextField) find(id)).setText(text));
    }

    private void open() {
        WaitForAsyncUtils.waitForAsyncFx(5_000, () -> screen.act(Action.SYNC_DRIFT));
        WaitForAsyncUtils.waitForFxEvents(3);
    }

    private void holdIt() {
        stage.robot.moveTo(stage.at(hold(), 0.3, 0.5)).press(MouseButton.PRIMARY);
    }

    private boolean says(String text) {
        return screen.node().lookupAll(".label").stream().anyMatch(node -> node instanceof Label label && label.isVisible()
                && label.getText().contains(text));
    }

    @Test
    void driftIsSyncedOnlyWithAReasonAndAHold() throws Exception {
        show(Guard.NONE);
        open();
        assertThat(hold().isDisabled()).as("nobody has said why").isTrue();
        assertThat(((CheckBox) find("#sync-maily-email")).isSelected()).as("what was paused stays unless a person chooses it").isFalse();
        write("#sync-reason", "edited by hand last night");
        assertThat(hold().shownText()).isEqualTo("Hold 1.5 s: make maily-api as Git says");
        holdIt();
        OnStage.until(() -> !gitOps.synced.isEmpty());
        stage.robot.release(MouseButton.PRIMARY);
        assertThat(gitOps.synced).containsExactly("maily-api");
        OnStage.until(() -> console.read(0, 10).stream().map(Entry::event).anyMatch(event -> event instanceof Event.SyncAsked asked
                && asked.application().equals("maily-api")));
        OnStage.until(() -> !hold().getParent().getParent().isVisible());
    }

    @Test
    void theKeyThatOpensItIsNoPartOfTheReason() throws Exception {
        show(Guard.NONE);
        WaitForAsyncUtils.waitForAsyncFx(5_000, () -> screen.node().getScene().setOnKeyPressed(_ -> screen.act(Action.SYNC_DRIFT)));
        stage.robot.type(KeyCode.Y);
        WaitForAsyncUtils.waitForFxEvents(3);
        assertThat(((TextField) find("#sync-reason")).getText()).isEmpty();
        stage.robot.type(KeyCode.A);
        assertThat(((TextField) find("#sync-reason")).getText()).isEqualTo("a");
    }

    @Test
    void escapeSendsNothing() throws Exception {
        show(Guard.NONE);
        open();
        write("#sync-reason", "edited by hand last night");
        stage.robot.type(KeyCode.ESCAPE);
        OnStage.until(() -> !hold().getParent().getParent().isVisible());
        assertThat(gitOps.synced).isEmpty();
    }

    @Test
    void aProtectedEnvironmentWantsItsNameTypedToo() throws Exception {
        show(new Guard(false, true));
        open();
        write("#sync-reason", "edited by hand last night");
        assertThat(hold().isDisabled()).isTrue();
        write("#sync-environment", "production");
        assertThat(hold().isDisabled()).isFalse();
    }

    @Test
    void whileARunIsAtWorkItIsOffAndSaysWhy() throws Exception {
        console = new HandConsole(Story.entries());
        show(Guard.NONE);
        OnStage.until(() -> find("#sync-drift").isDisabled());
        assertThat(says("A run is at work here")).isTrue();
        assertThat(screen.handles(Action.SYNC_DRIFT)).isFalse();
    }

    @Test
    void theSelectedCellsSetupIsShownAndWhatIsUnknownIsSaid() throws Exception {
        show(Guard.NONE);
        WaitForAsyncUtils.waitForAsyncFx(5_000, () -> screen.view().pods().toSetup().fire());
        assertThat(says("Select a component above")).isTrue();
        Seat api = FleetMap.of(console.workspace, "production").seats().stream().filter(seat -> seat.base().equals("api")).findFirst()
                .orElseThrow();
        WaitForAsyncUtils.waitForAsyncFx(5_000, () -> screen.select(api));
        OnStage.until(() -> says("compute: requests.cpu 19 of 20 used"));
        assertThat(says("volume claims: Our account may not list persistentvolumeclaims.")).isTrue();
        assertThat(says("readiness: GET /health/ready on 8080 every 5 s")).isTrue();
    }
}
