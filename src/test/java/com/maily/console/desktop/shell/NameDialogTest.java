package com.maily.console.desktop.shell;

import static org.assertj.core.api.Assertions.assertThat;

import com.maily.console.desktop.OnStage;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;
import org.junit.jupiter.api.Test;
import org.testfx.util.WaitForAsyncUtils;

/** An order to a protected environment goes out only for exactly its name. */
class NameDialogTest {

    @Test
    void onlyTheExactNameSendsAndEscapeSendsNothing() throws Exception {
        AtomicReference<NameDialog> dialog = new AtomicReference<>();
        try (OnStage stage = new OnStage(900, 600, _ -> {
            dialog.set(new NameDialog());
            return new StackPane(dialog.get());
        })) {
            CompletableFuture<String> answer = ask(dialog.get());
            assertThat(stage.robot.lookup("#send-confirmed").queryAs(Button.class).isDisabled()).isTrue();
            stage.robot.clickOn("#environment-name").write("productio");
            stage.robot.push(KeyCode.ENTER);
            assertThat(answer).isNotDone();
            stage.robot.write("n");
            OnStage.until(() -> !stage.robot.lookup("#send-confirmed").queryAs(Button.class).isDisabled());
            stage.robot.push(KeyCode.ENTER);
            OnStage.until(answer::isDone);
            assertThat(answer.join()).isEqualTo("production");
            assertThat(dialog.get().isVisible()).isFalse();

            CompletableFuture<String> again = ask(dialog.get());
            stage.robot.push(KeyCode.ESCAPE);
            OnStage.until(again::isDone);
            assertThat(again.join()).as("nothing is sent").isEmpty();
        }
    }

    private static CompletableFuture<String> ask(NameDialog dialog) {
        return WaitForAsyncUtils.waitForAsyncFx(10_000, () -> dialog.ask("production", "A rollback is about to start."));
    }
}
