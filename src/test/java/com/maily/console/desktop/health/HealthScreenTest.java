package com.maily.console.desktop.health;

import static org.assertj.core.api.Assertions.assertThat;

import com.maily.console.core.port.HealthReading;
import com.maily.console.core.port.HealthReading.State;
import com.maily.console.desktop.HandConsole;
import com.maily.console.desktop.OnStage;
import com.maily.console.desktop.Story;
import com.maily.console.desktop.StoryTime;
import com.maily.console.desktop.Windows;
import com.maily.console.desktop.fx.Ages;
import com.maily.console.desktop.shell.Action;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.input.Clipboard;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.util.WaitForAsyncUtils;

class HealthScreenTest {

    private final HandConsole console = new HandConsole(Story.entries());
    private volatile List<HealthReading> readings = HandHealth.story();
    private Ages ages;
    private HealthScreen screen;
    private OnStage stage;

    @BeforeEach
    void show() throws Exception {
        console.health = Optional.of(() -> readings);
        stage = new OnStage(1_280, 700, theme -> {
            ages = new Ages(StoryTime.NOW, Story.NOW);
            screen = new HealthScreen(console, "production", theme, ages);
            screen.shown(true);
            return (Parent) screen.node();
        });
        OnStage.until(() -> screen.view().table().getItems().size() == 8);
    }

    @AfterEach
    void close() {
        WaitForAsyncUtils.waitForAsyncFx(5_000, screen::close);
        stage.close();
    }

    private void tick() {
        stage.robot.interact(() -> screen.shown(true));
    }

    private boolean says(String text) {
        return Windows.onFx(() -> stage.robot.from(screen.view()).lookup((Label label) -> label.getText().contains(text)
                && label.isVisible()).tryQuery().isPresent());
    }

    @Test
    void itCountsWhatIsUpAndPutsWhatIsDownOnTheRail() {
        assertThat(says("2 of 8 up")).isTrue();
        assertThat(says("2 down")).isTrue();
        assertThat(says("1 not known")).isTrue();
        assertThat(screen.badge().get().count()).isEqualTo(2);
    }

    @Test
    void faultsOnlyAndTheFilterNarrowTheTable() throws Exception {
        stage.robot.interact(() -> screen.act(Action.FAULTS));
        OnStage.until(() -> screen.view().table().getItems().size() == 6);
        stage.robot.interact(() -> screen.act(Action.FILTER));
        stage.robot.write("email");
        OnStage.until(() -> screen.view().table().getItems().size() == 1);
        stage.robot.interact(() -> screen.view().filter().setText("nobody"));
        OnStage.until(() -> says("No endpoint matches."));
    }

    @Test
    void theSelectedRowIsShownInFullStaysSelectedAndIsCopied() throws Exception {
        stage.robot.interact(() -> screen.view().table().getSelectionModel().select(screen.view().table().getItems().stream()
                .filter(row -> row.subject().equals("email health")).findFirst().orElseThrow()));
        OnStage.until(() -> says("email health   https://api.maily.example.com/health/email"));
        readings = readings.stream().map(reading -> reading.check().component().equals("email")
                ? HandHealth.reading("email", "health", State.UP, 200, 77, 1, Optional.of(Duration.ofDays(89)),
                "Answered 200 in 77 ms.")
                : reading).toList();
        tick();
        OnStage.until(() -> says("3 of 8 up"));
        assertThat(screen.view().table().chosen()).hasValueSatisfying(row -> assertThat(row.subject()).isEqualTo("email health"));
        assertThat(screen.badge().get().count()).isEqualTo(1);
        stage.robot.interact(() -> screen.act(Action.COPY_STATUS));
        assertThat(WaitForAsyncUtils.waitForAsyncFx(5_000, () -> Clipboard.getSystemClipboard().getString()))
                .isEqualTo("email health: up. Answered 200 in 77 ms. https://api.maily.example.com/health/email");
        stage.robot.clickOn("#copy-address");
        assertThat(WaitForAsyncUtils.waitForAsyncFx(5_000, () -> Clipboard.getSystemClipboard().getString()))
                .isEqualTo("https://api.maily.example.com/health/email");
    }

    @Test
    void withoutEndpointsItSaysWhatToAdd() throws Exception {
        console.health = Optional.empty();
        tick();
        OnStage.until(() -> says("No health endpoints are named here"));
        assertThat(screen.badge().get().count()).isZero();
    }
}
