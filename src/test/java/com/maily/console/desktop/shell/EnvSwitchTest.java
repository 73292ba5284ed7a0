package com.maily.console.desktop.shell;

import static org.assertj.core.api.Assertions.assertThat;

import com.maily.console.core.model.Environment;
import com.maily.console.core.model.Guard;
import com.maily.console.desktop.OnStage;
import com.maily.console.desktop.StoryConsole;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import javafx.scene.Node;
import javafx.scene.control.Label;
import org.junit.jupiter.api.Test;

/** What keeps people from changing the environment by mistake stands beside its name, and is read out. */
class EnvSwitchTest {

    @Test
    void theGuardOfTheEnvironmentOnScreenIsSaid() throws TimeoutException {
        assertThat(guard(new Guard(true, false))).containsExactly("read-only: production is read-only");
        assertThat(guard(new Guard(false, true))).containsExactly("protected: production is protected");
        assertThat(guard(Guard.NONE)).isEmpty();
    }

    private static List<String> guard(Guard guard) throws TimeoutException {
        Environment production = StoryConsole.PRODUCTION.with(guard);
        try (OnStage stage = new OnStage(700, 80, _ ->
                new EnvSwitch(List.of(StoryConsole.STAGING, production), production, _ -> { }))) {
            Set<Node> chips = stage.robot.lookup("#guard").queryAll();
            return chips.stream().map(chip -> ((Label) chip).getText() + ": " + chip.getAccessibleText()).toList();
        }
    }
}
