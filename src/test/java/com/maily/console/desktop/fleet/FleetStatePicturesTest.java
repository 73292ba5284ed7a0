package com.maily.console.desktop.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import com.maily.console.core.model.Guard;
import com.maily.console.core.port.Subscription;
import com.maily.console.desktop.HandConsole;
import com.maily.console.desktop.OnStage;
import com.maily.console.desktop.Pictures;
import com.maily.console.desktop.SetUp;
import com.maily.console.desktop.Story;
import com.maily.console.desktop.StoryTime;
import com.maily.console.desktop.fx.Ages;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

/** The states of the fleet screen that a running console only passes through. */
class FleetStatePicturesTest {

    private static HandConsole console() {
        HandConsole console = new HandConsole(List.of());
        console.workspace = FleetWorkspace.of(Guard.NONE);
        return console;
    }

    private static FleetScreen screen(HandConsole console) {
        return WaitForAsyncUtils.waitForAsyncFx(5_000, () -> {
            FleetScreen screen = new FleetScreen(console, "production", Story.MANAGER, new Ages(StoryTime.NOW, Story.NOW));
            screen.shown(true);
            return screen;
        });
    }

    private static boolean says(Node where, String text) {
        return where.lookupAll(".label").stream().anyMatch(node -> node instanceof Label label && label.getText().contains(text));
    }

    private static void pictures(String name, FleetScreen screen) throws Exception {
        // Each picture has a window of its own; the screen goes from one to the next.
        Pictures.of(name, _ -> new StackPane(screen.node()));
        WaitForAsyncUtils.waitForAsyncFx(5_000, screen::close);
    }

    @BeforeAll
    static void start() throws Exception {
        FxToolkit.registerPrimaryStage();
    }

    @Test
    void noPods() throws Exception {
        HandConsole console = console();
        console.pods = Optional.of(new ManyPods(0, 1));
        FleetScreen screen = screen(console);
        OnStage.until(() -> says(screen.node(), "0 of 0 pods ready"));
        pictures("fleet-empty", screen);
    }

    @Test
    void notReadYet() throws Exception {
        HandConsole console = console();
        console.pods = Optional.of(new ManyPods(0, 1) {
            @Override
            public Subscription watch(Consumer<Change> listener) {
                return () -> { };
            }
        });
        FleetScreen screen = screen(console);
        assertThat(says(screen.node(), "reading pods")).isTrue();
        pictures("fleet-loading", screen);
    }

    @Test
    void setUp() throws Exception {
        HandConsole console = console();
        console.pods = Optional.of(new ManyPods(24, 1));
        console.facts = Optional.of(_ -> SetUp.facts());
        FleetScreen screen = screen(console);
        WaitForAsyncUtils.waitForAsyncFx(5_000, () -> {
            screen.select(FleetMap.of(console.workspace, "production").seats().stream().filter(seat -> seat.base().equals("api"))
                    .findFirst().orElseThrow());
            screen.view().pods().toSetup().fire();
        });
        OnStage.until(() -> says(screen.view().pods().facts(), "requests.cpu 19 of 20 used"));
        pictures("fleet-setup", screen);
    }
}
