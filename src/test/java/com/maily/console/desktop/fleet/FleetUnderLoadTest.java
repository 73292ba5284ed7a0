package com.maily.console.desktop.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import com.maily.console.core.journal.Event;
import com.maily.console.core.model.Failure;
import com.maily.console.desktop.HandConsole;
import com.maily.console.desktop.OnStage;
import com.maily.console.desktop.Story;
import com.maily.console.desktop.StoryTime;
import com.maily.console.desktop.Windows;
import com.maily.console.desktop.fx.Ages;
import com.maily.console.desktop.rollback.RollbackPicturesTest;
import com.maily.console.desktop.rollback.RollbackScreen;
import com.maily.console.desktop.shell.Shell;
import com.maily.console.desktop.theme.Theme;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;

/** Ten thousand pods in fifty namespaces that change all the time must not stand between a person and the rollback. */
class FleetUnderLoadTest {

    private static final int PODS = 10_000;

    private final HandConsole console = new HandConsole(Story.entries());
    private final ManyPods pods = new ManyPods(PODS, 50);
    private final ScheduledExecutorService churn = Executors.newSingleThreadScheduledExecutor();
    private final FxRobot robot = new FxRobot();
    private FleetScreen fleet;
    private Shell shell;
    private Stage stage;

    @BeforeEach
    void open() throws Exception {
        console.pods = Optional.of(pods);
        console.happens(new Event.StepFailed("3.2", new Failure.Rejected("p99 412 ms", "the limit is 200 ms", "Roll back.")));
        console.preview(RollbackPicturesTest.preview());
        FxToolkit.registerPrimaryStage();
        stage = Windows.onFx(() -> {
            Theme theme = new Theme(true);
            Ages ages = new Ages(StoryTime.NOW, Story.NOW);
            fleet = new FleetScreen(console, "production", Story.MANAGER, ages);
            shell = new Shell(console, console.workspace().environment("production").orElseThrow(),
                    List.of(fleet, new RollbackScreen(console, "production", Story.MANAGER, theme, ages)), theme, ages,
                    (_, _, _) -> Optional.empty(), _ -> { });
            Stage window = Windows.open(theme, shell.root(), 1440, 900);
            shell.listen(window.getScene());
            return window;
        });
        churn.scheduleAtFixedRate(() -> pods.churn(5), 0, 10, TimeUnit.MILLISECONDS);
    }

    @AfterEach
    void close() {
        churn.shutdownNow();
        robot.release(KeyCode.R, KeyCode.SHIFT, KeyCode.CONTROL);
        robot.interact(() -> {
            shell.close();
            stage.close();
        });
    }

    @Test
    void theRollbackIsAcceptedWhileTenThousandPodsChurn() throws Exception {
        OnStage.until(() -> fleet.view().pods().table().getItems().size() == PODS);
        long before = pods.changes.get();
        robot.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.R);
        OnStage.until(() -> !console.orders.isEmpty());
        assertThat(console.orders).hasSize(1).allSatisfy(order -> assertThat(order).containsIgnoringCase("roll"));
        assertThat(pods.changes.get()).as("pods changed all the while").isGreaterThan(before + 100);
    }

    @Test
    void aThousandChangesAreShownWithFarFewerPages() throws Exception {
        OnStage.until(() -> fleet.view().pods().table().getItems().size() == PODS);
        pods.change(3, "ImagePullBackOff");
        OnStage.until(() -> fleet.view().pods().table().getItems().stream().limit(5_000)
                .anyMatch(row -> row.pod().phase().equals("ImagePullBackOff")));
        assertThat(fleet.view().pods().table().lookupAll(".table-row-cell").size()).as("only what is seen has nodes").isLessThan(60);
    }
}
