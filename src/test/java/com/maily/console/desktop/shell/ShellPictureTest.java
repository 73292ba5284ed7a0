package com.maily.console.desktop.shell;

import static org.assertj.core.api.Assertions.assertThat;

import com.maily.console.core.engine.Eta;
import com.maily.console.desktop.Pictures;
import com.maily.console.desktop.Story;
import com.maily.console.desktop.StoryAlerts;
import com.maily.console.desktop.StoryConsole;
import com.maily.console.desktop.StoryTime;
import com.maily.console.desktop.StoryWorld;
import com.maily.console.desktop.fx.Ages;
import com.maily.console.desktop.rollout.Glance;
import com.maily.console.desktop.rollout.RolloutScreen;
import com.maily.console.desktop.theme.Theme;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.Parent;
import org.junit.jupiter.api.Test;

class ShellPictureTest {
    static final EtaSource ETA = (_, _, _) -> Optional.of(new Eta(Story.at("03:58:00"), Story.at("04:10:00"),
            Duration.ofMinutes(6)));

    @Test
    void theWindowIsDrawnAtBothSizesInBothThemes() throws Exception {
        List<Shell> shells = new ArrayList<>();
        Pictures.of("shell", theme -> window(theme, StoryConsole.atNow(), shells).root());
        shells.forEach(Shell::close);
        assertThat(Path.of("target/pictures/shell-1440-dark.png")).isNotEmptyFile();
    }

    @Test
    void thePaletteLiesOverTheWindow() throws Exception {
        Pictures.of("palette", theme -> {
            Shell shell = window(theme, StoryConsole.atNow(), new ArrayList<>());
            shell.act(Action.PALETTE);
            return shell.root();
        });
        assertThat(Path.of("target/pictures/palette-1440-dark.png")).isNotEmptyFile();
    }

    @Test
    void anEmptyJournalSaysHowToBegin() throws Exception {
        Pictures.of("empty", theme -> window(theme, new StoryConsole(List.of()), new ArrayList<>()).root());
        assertThat(Path.of("target/pictures/empty-1440-dark.png")).isNotEmptyFile();
    }

    static Shell window(Theme theme, StoryConsole console, List<Shell> made) {
        Ages ages = new Ages(StoryTime.NOW);
        Glance glance = () -> List.of(metric("Availability", 99.997, "%"), metric("p99", 164, "ms"), metric("Errors", 0.008, "%"),
                metric("Users", 6412, "users"));
        RolloutScreen rollout = new RolloutScreen(console, "production", Story.MANAGER, theme, ages, glance, ETA, StoryAlerts::few);
        Shell shell = new Shell(console, StoryConsole.PRODUCTION, List.of(rollout), theme, ages, ETA, StoryAlerts::few, _ -> { });
        made.add(shell);
        return shell;
    }

    private static Glance.Metric metric(String title, double value, String unit) {
        return new Glance.Metric(title, Optional.of(value), unit, true, StoryWorld.source("Prometheus", 5, 2), true);
    }
}
