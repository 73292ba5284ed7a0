package com.maily.console.desktop.shell;

import static org.assertj.core.api.Assertions.assertThat;

import com.maily.console.core.port.EnvironmentLock;
import com.maily.console.core.port.LockClaim;
import com.maily.console.core.port.LockHolder;
import com.maily.console.core.port.LockState;
import com.maily.console.desktop.Story;
import com.maily.console.desktop.StoryConsole;
import com.maily.console.desktop.StoryTime;
import com.maily.console.desktop.Windows;
import com.maily.console.desktop.fx.Ages;
import com.maily.console.desktop.theme.Theme;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

/** Somebody else holds the environment; the window says so and lets a person take it from them. */
class LockPanelTest {

    private final StoryConsole console = StoryConsole.atNow();
    private final FxRobot robot = new FxRobot();
    private volatile Instant until = Story.NOW.plusSeconds(40);
    private Shell shell;
    private Stage stage;

    private final class HeldByEve implements EnvironmentLock {
        @Override
        public String identity() {
            return "me@laptop/1";
        }

        @Override
        public LockState observe() {
            LockHolder eve = new LockHolder("eve@desk/1", new LockClaim("eve", "her release", "mailyctl", "dep-9"),
                    Story.NOW.minusSeconds(108), Story.NOW, Duration.ofSeconds(60));
            return new LockState(Optional.of(eve), Optional.empty(), 1, "1", until, Story.NOW);
        }

        @Override
        public LockState hold(LockState seen, LockClaim claim) {
            throw new AssertionError("the window writes nothing itself");
        }

        @Override
        public LockState release(LockState held) {
            throw new AssertionError("the window writes nothing itself");
        }
    }

    private void open() throws Exception {
        console.lock = Optional.of(new HeldByEve());
        stage = Windows.onFx(() -> {
            Theme theme = new Theme(true);
            shell = new Shell(console, StoryConsole.PRODUCTION, List.of(), theme, new Ages(StoryTime.NOW),
                    ShellPictureTest.ETA, _ -> { });
            Stage window = Windows.open(theme, shell.root(), 1440, 900);
            shell.listen(window.getScene());
            return window;
        });
        until(() -> shows("eve"));
        robot.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.L).release(KeyCode.L, KeyCode.SHIFT, KeyCode.CONTROL);
        until(() -> stage.getScene().getFocusOwner() instanceof TextField field && "lock-reason".equals(field.getId()));
    }

    @BeforeEach
    void register() throws Exception {
        FxToolkit.registerPrimaryStage();
    }

    @AfterEach
    void close() {
        robot.interact(() -> {
            shell.close();
            stage.close();
        });
    }

    @Test
    void aLockThatIsRenewedIsBrokenOnlyByHoldingAndWithAReason() throws Exception {
        open();
        Node hold = stage.getScene().lookup("#lock-break");
        assertThat(hold.isDisabled()).as("without a reason").isTrue();
        assertThat(stage.getScene().lookup("#lock-take-over").isDisabled()).isTrue();
        robot.interact(() -> ((TextField) stage.getScene().lookup("#lock-reason")).setText("checkout is down"));
        assertThat(hold.isDisabled()).isFalse();
        assertThat(stage.getScene().lookup("#lock-take-over").isDisabled()).as("eve renews it").isTrue();
        robot.interact(hold::requestFocus);
        robot.press(KeyCode.SPACE).release(KeyCode.SPACE);
        assertThat(console.commands.taken).isEmpty();
        robot.press(KeyCode.SPACE);
        until(() -> console.commands.taken.equals(List.of("break the lock of production: checkout is down")));
        robot.release(KeyCode.SPACE);
    }

    @Test
    void aLockWhoseLeaseIsOverIsTakenOverWithAReason() throws Exception {
        until = Story.NOW;
        open();
        until(() -> shows("expired"));
        robot.interact(() -> ((TextField) stage.getScene().lookup("#lock-reason")).setText("her laptop is dead"));
        robot.interact(() -> ((Button) stage.getScene().lookup("#lock-take-over")).fire());
        until(() -> console.commands.taken.equals(List.of("take over the lock of production: her laptop is dead")));
    }

    private boolean shows(String text) {
        return Windows.onFx(() -> stage.getScene().getRoot().lookupAll(".label").stream()
                .anyMatch(node -> node instanceof Label label && label.getText().equals(text)));
    }

    private static void until(Callable<Boolean> condition) throws Exception {
        WaitForAsyncUtils.waitFor(60, TimeUnit.SECONDS, () -> WaitForAsyncUtils.waitForAsyncFx(30_000, condition));
    }
}
