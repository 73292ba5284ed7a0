package com.maily.console.desktop.widget;

import static org.assertj.core.api.Assertions.assertThat;

import com.maily.console.desktop.Windows;
import com.maily.console.desktop.theme.Theme;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

class HoldButtonTest {
    private final AtomicLong nanos = new AtomicLong();
    private final AtomicInteger sent = new AtomicInteger();
    private final FxRobot robot = new FxRobot();
    private Stage stage;
    private HoldButton button;
    private Button other;

    @BeforeEach
    void open() throws Exception {
        FxToolkit.registerPrimaryStage();
        stage = Windows.onFx(() -> {
            button = new HoldButton("Hold 1.5 s to roll back api", "fth-rotate-ccw", Duration.ofMillis(1500),
                    sent::incrementAndGet, nanos::get);
            other = new Button("elsewhere");
            return Windows.open(new Theme(true), new VBox(40, button, other), 420, 200);
        });
        robot.interact(button::requestFocus);
    }

    @AfterEach
    void close() {
        robot.release(KeyCode.SPACE).release(MouseButton.PRIMARY);
        robot.interact(stage::close);
    }

    @Test
    void sendsOnceWhenHeldForItsTime() throws Exception {
        robot.moveTo(button).press(MouseButton.PRIMARY);
        says("Keep holding");
        pass(1500);
        says("Sent, let go");
        robot.release(MouseButton.PRIMARY);
        assertThat(sent).hasValue(1);
        pass(2000);
        says("Hold 1.5 s to roll back api");
    }

    @Test
    void lettingGoTooEarlySendsNothingAndSaysSoForTwoSeconds() throws Exception {
        robot.moveTo(button).press(MouseButton.PRIMARY);
        pass(800);
        robot.release(MouseButton.PRIMARY);
        says("Let go at 0.8 s, nothing sent");
        pass(1900);
        says("Let go at 0.8 s, nothing sent");
        pass(200);
        says("Hold 1.5 s to roll back api");
        assertThat(sent).hasValue(0);
    }

    @Test
    void leavingWithThePointerCancels() throws Exception {
        robot.moveTo(button).press(MouseButton.PRIMARY);
        pass(500);
        robot.moveTo(other);
        says("Let go at 0.5 s, nothing sent");
        pass(5000);
        assertThat(sent).hasValue(0);
    }

    @Test
    void theSpaceBarHoldsAndEscapeCancels() throws Exception {
        robot.press(KeyCode.SPACE);
        pass(1000);
        robot.press(KeyCode.ESCAPE).release(KeyCode.ESCAPE);
        says("Let go at 1.0 s, nothing sent");
        robot.release(KeyCode.SPACE).press(KeyCode.SPACE);
        pass(1500);
        says("Sent, let go");
        assertThat(sent).hasValue(1);
    }

    @Test
    void losingTheFocusCancels() throws Exception {
        robot.press(KeyCode.SPACE);
        pass(700);
        robot.interact(other::requestFocus);
        says("Let go at 0.7 s, nothing sent");
        assertThat(sent).hasValue(0);
    }

    @Test
    void aChangedPlanStopsTheHold() throws Exception {
        robot.press(KeyCode.SPACE);
        pass(1400);
        robot.interact(() -> button.show("Hold 1.5 s to roll back frontend", Duration.ofMillis(1500)));
        says("Let go at 1.4 s, nothing sent");
        pass(2000);
        says("Hold 1.5 s to roll back frontend");
        assertThat(sent).hasValue(0);
    }

    @Test
    void disarmedItDoesNotStart() {
        robot.interact(() -> button.setDisable(true));
        robot.interact(button::press);
        assertThat(button.holding()).isFalse();
    }

    private void pass(long millis) {
        nanos.addAndGet(TimeUnit.MILLISECONDS.toNanos(millis));
        WaitForAsyncUtils.waitForFxEvents(3);
    }

    private void says(String words) throws Exception {
        WaitForAsyncUtils.waitFor(30, TimeUnit.SECONDS, () -> button.shownText().equals(words));
    }
}
