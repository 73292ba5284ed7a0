package com.maily.console.desktop.rollout;

import static org.assertj.core.api.Assertions.assertThat;

import com.maily.console.core.journal.Event;
import com.maily.console.core.model.Failure;
import com.maily.console.core.port.Links;
import com.maily.console.core.port.LogNews;
import com.maily.console.core.port.Rights;
import com.maily.console.desktop.Denying;
import com.maily.console.desktop.SetUp;
import com.maily.console.desktop.Story;
import com.maily.console.desktop.StoryConsole;
import com.maily.console.desktop.StoryTime;
import com.maily.console.desktop.Windows;
import com.maily.console.desktop.fx.Ages;
import com.maily.console.desktop.logs.HandLogs;
import com.maily.console.desktop.shell.Action;
import com.maily.console.desktop.theme.Theme;
import com.maily.console.desktop.widget.HoldButton;
import com.maily.console.desktop.widget.LogList;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

class RolloutScreenTest {
    private final StoryConsole console = StoryConsole.atNow();
    private final FxRobot robot = new FxRobot();
    private RolloutScreen screen;
    private Stage stage;

    @BeforeEach
    void open() throws Exception {
        FxToolkit.registerPrimaryStage();
        stage = Windows.onFx(() -> {
            Theme theme = new Theme(true);
            screen = new RolloutScreen(console, "production", Story.MANAGER, theme, new Ages(StoryTime.NOW),
                    () -> RolloutPictureTest.METRICS, (_, _, _) -> Optional.empty());
            Stage window = Windows.open(theme, screen.view(), 1300, 860);
            screen.shown(true);
            return window;
        });
        until(() -> shows("frontend needs you"));
    }

    @AfterEach
    void close() {
        robot.interact(() -> {
            screen.close();
            stage.close();
        });
    }

    @Test
    void approvingAGateSendsTheAnswerWithItsReason() throws Exception {
        robot.interact(() -> screen.act(Action.REVIEW));
        until(() -> find("#approve").isVisible());
        robot.interact(() -> ((TextField) find("#gate-reason")).setText("numbers are fine"));
        click("#approve");
        until(() -> console.commands.taken.contains("approve 3.4: numbers are fine"));
    }

    @Test
    void skippingNeedsAReason() throws Exception {
        robot.interact(() -> screen.view().select("3.5"));
        click("#skip");
        assertThat(find("#confirm-skip").isDisabled()).isTrue();
        robot.interact(() -> ((TextField) find("#skip-reason")).setText("contracts are frozen"));
        click("#confirm-skip");
        until(() -> console.commands.taken.contains("skip 3.5: contracts are frozen"));
    }

    @Test
    void pausingIsOneTapAndResumingAsksFirst() throws Exception {
        robot.interact(() -> screen.act(Action.PAUSE));
        until(() -> console.commands.taken.contains("pause " + Story.DEPLOYMENT));
        console.journal.append(Story.DEPLOYMENT, Story.MANAGER, new Event.Paused("lunch"));
        until(() -> shows("Paused"));
        robot.interact(() -> screen.act(Action.PAUSE));
        assertThat(console.commands.taken).doesNotContain("resume " + Story.DEPLOYMENT);
        click("#resume");
        until(() -> console.commands.taken.contains("resume " + Story.DEPLOYMENT));
    }

    @Test
    void aFailedStepShowsWhatWhyAndWhatToDoAndCanBeRetried() throws Exception {
        console.journal.append(Story.DEPLOYMENT, Story.MANAGER, new Event.StepFailed("3.2",
                new Failure.TimedOut("api did not become ready", "2 of 6 pods crash.", "Look at the log, then retry.")));
        until(() -> shows("api failed"));
        robot.interact(() -> screen.view().select("3.2"));
        until(() -> shows("2 of 6 pods crash.") && shows("Look at the log, then retry."));
        click("#retry");
        until(() -> console.commands.taken.contains("retry 3.2"));
    }

    @Test
    void aFailedStepLeadsToItsLogsAndTraces() throws Exception {
        HandLogs logs = new HandLogs();
        console.logs = Optional.of(logs);
        console.links = List.of(place -> List.of(new Links.Link(place.trace().isPresent() ? "Jaeger: this trace" : "Jaeger",
                URI.create("https://jaeger.example/" + place.component() + place.trace().orElse("")))));
        console.journal.append(Story.DEPLOYMENT, Story.MANAGER, new Event.StepFailed("3.2",
                new Failure.TimedOut("api did not become ready", "2 of 6 pods crash.", "Look at the log, then retry.")));
        robot.interact(() -> screen.view().select("3.2"));
        until(() -> shows("2 of 6 pods crash.") && Windows.onFx(() -> robot.lookup("Jaeger").tryQuery().isPresent()));
        click("#search-logs");
        until(() -> shows("Logs of api") && shows("250 of 250 lines") || shows("100 of 250 lines"));
        assertThat(logs.asked.getFirst().component()).isEqualTo("api");
        assertThat(logs.asked.getFirst().to()).as("around the failure").isBeforeOrEqualTo(Story.NOW);
        robot.interact(() -> stage.getScene().getRoot().lookupAll(".button").stream()
                .filter(node -> "Close".equals(node.getAccessibleText()) && inView(node)).map(ButtonBase.class::cast).findFirst().orElseThrow().fire());
        until(() -> shows("2 of 6 pods crash."));
    }

    @Test
    void theDrawerShowsPodsAndTheirLogLive() throws Exception {
        until(() -> shows("5 of 6 ready"));
        until(() -> shows("Live log · maily-api-canary-7c9d5f6b8-8vl2c"));
        assertThat(((HoldButton) find("#roll-back-component")).shownText()).isEqualTo("Hold 1.5 s to roll back api to v2.0.4");
    }

    @Test
    void withoutTheRightTrafficNeedsRollingBackIsOffAndTheRightIsNamed() throws Exception {
        assertThat(find("#roll-back-component").isDisabled()).isFalse();
        console.rights = new Denying(Set.of(Rights.Action.SHIFT), "patch httproutes");
        robot.interact(() -> screen.shown(false));
        robot.interact(() -> screen.shown(true));
        until(() -> find("#roll-back-component").isDisabled());
        until(() -> shows("Moving traffic of api is off: Our account may not patch httproutes in maily."));
    }

    @Test
    void aRightNotNeededNowTakesNothingAway() throws Exception {
        console.facts = Optional.of(_ -> SetUp.facts());
        console.rights = new Denying(Set.of(Rights.Action.UNDO), "patch deployments");
        robot.interact(() -> screen.shown(false));
        robot.interact(() -> screen.shown(true));
        until(() -> find("#step-setup").getParent().getParent().getParent().isVisible());
        assertThat(find("#roll-back-component").isDisabled()).as("the canary only needs its traffic back").isFalse();
        click("#step-setup");
        until(() -> shows("compute: requests.cpu 19 of 20 used"));
    }

    @Test
    void theDrawerOfAJobFollowsItsLogAndSaysWhyThereIsNone() throws Exception {
        HandJob job = new HandJob();
        console.jobs = Optional.of(job);
        console.pods = Optional.of(job);
        robot.interact(() -> screen.view().select("1.3"));
        until(() -> !job.asked.isEmpty());
        String name = job.asked.getFirst();
        assertThat(name).startsWith("1-3-").endsWith("-1");
        until(() -> shows("Live log · " + name) && shows("Job " + name + " has no pod yet, or it is gone by now."));
        job.created = true;
        until(() -> !job.listeners.isEmpty());
        job.tell(new LogNews.Waiting("container \"job\" is waiting to start: ContainerCreating"));
        until(() -> shows("container \"job\" is waiting to start: ContainerCreating"));
        job.writes("migrating 1 of 3", "smoke test passed");
        job.tell(new LogNews.Interrupted("The connection broke."));
        until(() -> shows("The connection broke.") && log().getItems().size() == 2);
        robot.interact(() -> ((TextField) find("#log-search")).setText("migrat"));
        until(() -> shows("1 match"));
        robot.interact(() -> log().following().set(false));
        job.writes("1,906 passed");
        job.tell(new LogNews.Ended("The container has ended."));
        until(() -> log().getItems().size() == 4 && !shows("The connection broke."));
        assertThat(log().following().get()).as("paused until somebody goes on").isFalse();
        robot.interact(() -> screen.view().select("3.2"));
        until(() -> shows("Live log · maily-api-canary-7c9d5f6b8-8vl2c") && log().getItems().isEmpty() && job.listeners.size() == 1);
    }

    private LogList log() {
        return (LogList) find(".log-list");
    }

    @Test
    void aRolloutStartsOnlyAfterItsPreview() throws Exception {
        robot.interact(() -> screen.act(Action.START));
        HoldButton hold = (HoldButton) find("#hold-start");
        assertThat(hold.isDisabled()).isTrue();
        click("#preview-start");
        until(() -> !hold.isDisabled());
        assertThat(hold.shownText()).isEqualTo("Hold 1 s to start v2.1.0");
        assertThat(console.commands.taken).isEmpty();
    }

    private void click(String id) {
        robot.interact(() -> ((ButtonBase) find(id)).fire());
    }

    private Node find(String id) {
        return stage.getScene().lookup(id);
    }

    private boolean shows(String text) {
        return Windows.onFx(() -> stage.getScene().getRoot().lookupAll(".label").stream()
                .filter(node -> node instanceof Label label && label.getText().equals(text)).anyMatch(RolloutScreenTest::inView));
    }

    private static boolean inView(Node node) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (!at.isVisible()) {
                return false;
            }
        }
        return true;
    }

    private static void until(java.util.concurrent.Callable<Boolean> condition) throws Exception {
        WaitForAsyncUtils.waitFor(60, TimeUnit.SECONDS, () -> WaitForAsyncUtils.waitForAsyncFx(30_000, condition));
    }
}
