package com.maily.console.desktop.fleet;

import com.maily.console.core.model.Guard;
import com.maily.console.desktop.HandConsole;
import com.maily.console.desktop.Pictures;
import com.maily.console.desktop.SetUp;
import com.maily.console.desktop.Story;
import com.maily.console.desktop.StoryTime;
import com.maily.console.desktop.fx.Ages;
import java.util.List;
import java.util.Optional;
import javafx.scene.Parent;
import org.junit.jupiter.api.Test;

/** The states of the fleet screen that a running console only passes through. */
class FleetStatePicturesTest {

    private static HandConsole console() {
        HandConsole console = new HandConsole(List.of());
        console.workspace = FleetWorkspace.of(Guard.NONE);
        return console;
    }

    private static FleetScreen screen(HandConsole console) {
        FleetScreen screen = new FleetScreen(console, "production", Story.MANAGER, new Ages(StoryTime.NOW, Story.NOW));
        screen.shown(true);
        return screen;
    }

    @Test
    void noPods() throws Exception {
        HandConsole console = console();
        console.pods = Optional.of(new ManyPods(0, 1));
        Pictures.of("fleet-empty", _ -> (Parent) screen(console).node());
    }

    @Test
    void notReadYet() throws Exception {
        Pictures.of("fleet-loading", _ -> (Parent) new FleetScreen(console(), "production", Story.MANAGER,
                new Ages(StoryTime.NOW, Story.NOW)).node());
    }

    @Test
    void setUp() throws Exception {
        HandConsole console = console();
        console.pods = Optional.of(new ManyPods(24, 1));
        console.facts = Optional.of(_ -> SetUp.facts());
        Pictures.of("fleet-setup", _ -> {
            FleetScreen screen = screen(console);
            screen.select(FleetMap.of(console.workspace, "production").seats().stream().filter(seat -> seat.base().equals("api"))
                    .findFirst().orElseThrow());
            screen.view().pods().toSetup().fire();
            return (Parent) screen.node();
        });
    }
}
