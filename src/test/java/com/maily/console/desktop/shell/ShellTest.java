package com.maily.console.desktop.shell;

import static org.assertj.core.api.Assertions.assertThat;

import com.maily.console.core.journal.Event;
import com.maily.console.core.port.SourceState;
import com.maily.console.desktop.Story;
import com.maily.console.desktop.StoryConsole;
import com.maily.console.desktop.StoryTime;
import com.maily.console.desktop.StoryWorld;
import com.maily.console.desktop.Windows;
import com.maily.console.desktop.fx.Ages;
import com.maily.console.desktop.theme.Theme;
import com.maily.console.desktop.widget.State;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.VBox;
import javafx.stage.PopupWindow;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

class ShellTest {
    private final StoryConsole console = StoryConsole.atNow();
    private final FxRobot robot = new FxRobot();
    private final List<String> switched = new ArrayList<>();
    private Page first;
    private Page second;
    private Shell shell;
    private Stage stage;

    /** A screen that writes down what it is told. */
    private static final class Page implements Screen {
        private final String title;
        private final Set<Action> answers;
        private final TextField field = new TextField();
        private final Button button = new Button("here");
        private final VBox node = new VBox(button, field);
        private final List<String> told = new ArrayList<>();
        private final SimpleObjectProperty<Badge> badge = new SimpleObjectProperty<>(Badge.NONE);

        Page(String title, Set<Action> answers) {
            this.title = title;
            this.answers = answers;
        }

        @Override public ReadOnlyObjectProperty<Badge> badge() { return badge; }
        @Override public String title() { return title; }
        @Override public String icon() { return "fth-layout"; }
        @Override public Node node() { return node; }
        @Override public void shown(boolean inView) { told.add(inView ? "shown" : "hidden"); }
        @Override public boolean handles(Action action) { return answers.contains(action); }
        @Override public void act(Action action) { told.add(action.id()); }
        @Override public void hold(Action action, boolean down) { told.add(action.id() + (down ? " down" : " up")); }
        @Override public void letGo(Action action) { told.add(action.id() + " let go"); }
    }

    @BeforeEach
    void open() throws Exception {
        FxToolkit.registerPrimaryStage();
        stage = Windows.onFx(() -> {
            first = new Page("Rollout", EnumSet.of(Action.PAUSE));
            second = new Page("Rollback", EnumSet.of(Action.ROLL_BACK_ALL));
            Theme theme = new Theme(true);
            shell = new Shell(console, StoryConsole.STAGING, List.of(first, second), theme, new Ages(StoryTime.NOW),
                    ShellPictureTest.ETA, switched::add);
            Stage window = Windows.open(theme, shell.root(), 1300, 800);
            shell.listen(window.getScene());
            return window;
        });
        robot.interact(first.button::requestFocus);
    }

    @AfterEach
    void close() {
        robot.release(KeyCode.R, KeyCode.SHIFT, KeyCode.CONTROL);
        robot.interact(() -> {
            shell.close();
            stage.close();
        });
    }

    @Test
    void numbersLeadToScreensAndOnlyTheOneInViewIsTold() {
        assertThat(first.told).containsExactly("shown");
        robot.press(KeyCode.CONTROL, KeyCode.DIGIT2).release(KeyCode.DIGIT2, KeyCode.CONTROL);
        assertThat(first.told).containsExactly("shown", "hidden");
        assertThat(second.told).containsExactly("shown");
    }

    @Test
    void singleLettersActUnlessSomebodyTypes() {
        robot.type(KeyCode.P);
        assertThat(first.told).contains("pause");
        first.told.clear();
        robot.interact(first.field::requestFocus);
        robot.type(KeyCode.P);
        assertThat(first.told).isEmpty();
        assertThat(first.field.getText()).isEqualTo("p");
    }

    @Test
    void holdingToRollEverythingBackLeadsToItsScreenAndGoesOnThere() {
        robot.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.R);
        assertThat(second.told).containsExactly("shown", "roll-back-all", "roll-back-all down");
        robot.release(KeyCode.R);
        assertThat(second.told).endsWith("roll-back-all up");
    }

    @Test
    void f6WalksThroughTheWindowsRegionsAndBack() {
        robot.press(KeyCode.F6).release(KeyCode.F6);
        Node start = stage.getScene().getFocusOwner();
        List<Node> visited = new ArrayList<>();
        do {
            robot.press(KeyCode.F6).release(KeyCode.F6);
            visited.add(stage.getScene().getFocusOwner());
        } while (visited.getLast() != start && visited.size() < 10);
        assertThat(visited).doesNotHaveDuplicates().hasSizeBetween(3, 5);
    }

    @Test
    void escapeLetsAHeldKeyGoHoweverLongItWasHeld() {
        robot.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.R);
        robot.press(KeyCode.ESCAPE);
        assertThat(second.told).endsWith("roll-back-all let go").doesNotContain("roll-back-all up");
        robot.release(KeyCode.ESCAPE, KeyCode.R);
        assertThat(second.told).endsWith("roll-back-all let go");
    }

    @Test
    void thePaletteFindsAScreenByAFewLettersAndGoesThere() throws Exception {
        robot.press(KeyCode.CONTROL, KeyCode.K).release(KeyCode.K, KeyCode.CONTROL);
        until(() -> stage.getScene().getFocusOwner() instanceof TextField field && "finder-field".equals(field.getId()));
        robot.interact(() -> ((TextField) stage.getScene().getFocusOwner()).setText("go rollb"));
        robot.type(KeyCode.ENTER);
        until(() -> second.told.contains("shown"));
    }

    @Test
    void goingToProductionTakesAHold() throws Exception {
        Node production = stage.getScene().lookup("#to-production");
        robot.interact(production::requestFocus);
        robot.press(KeyCode.SPACE).release(KeyCode.SPACE);
        assertThat(switched).isEmpty();
        robot.press(KeyCode.SPACE);
        until(() -> switched.equals(List.of("production")));
        robot.release(KeyCode.SPACE);
    }

    @Test
    void aSilentSourceIsCountedNamedAndNeverGreen() throws Exception {
        console.sources = List.of(StoryWorld.source("Kubernetes", 5, 1), StoryWorld.source("Prometheus", 5, 72),
                new SourceState("Vercel", Duration.ofSeconds(10), Optional.empty(), "401"));
        console.journal.append(Story.DEPLOYMENT, Story.MANAGER, new Event.Paused("look"));
        until(() -> shows("1 of 3 live") && shows("stale 1m 12s"));
        assertThat(shows("Prometheus is silent, what it shows is greyed")).isTrue();
    }

    @Test
    void whatArgoCdNoLongerAppliesIsRemindedOfWithAWayToRestoreIt() throws Exception {
        console.journal.append(Story.DEPLOYMENT, Story.MANAGER,
                new Event.AutoSyncPaused("", "staging", "api-staging", List.of("api"), true,
                "{}", "a rollback", "argocd app set api-staging --sync-policy none"));
        until(() -> Windows.onFx(() -> stage.getScene().getRoot().lookupAll(".label").stream()
                .anyMatch(node -> node instanceof Label label
                && label.getText().startsWith("Auto-sync of api-staging is paused"))));
        until(() -> Windows.onFx(() -> stage.getScene().getRoot().lookupAll(".button").stream()
                .anyMatch(node -> node instanceof Button one
                && one.getText().equals("Restore"))));
        console.journal.append(Story.DEPLOYMENT, Story.MANAGER, new Event.AutoSyncRestored("", "staging", "api-staging",
                "done", ""));
        until(() -> Windows.onFx(() -> stage.getScene().getRoot().lookupAll(".button").stream()
                .noneMatch(node -> node instanceof Button one
                && one.getText().equals("Restore"))));
    }

    @Test
    void aScreenOutOfViewSaysWhenItNeedsSomebody() throws Exception {
        robot.interact(() -> second.badge.set(new Badge(1, State.WAITING)));
        until(() -> Windows.onFx(() -> Window.getWindows().stream().filter(window -> window instanceof PopupWindow)
                .anyMatch(popup -> popup.getScene().getRoot().lookupAll(".label").stream()
                        .anyMatch(node -> node instanceof Label label && label.getText().equals("1 thing needs you")))));
    }

    @Test
    void aClosedShellHearsNoKeysAnyMore() {
        robot.interact(shell::close);
        robot.type(KeyCode.P);
        assertThat(first.told).doesNotContain("pause");
    }

    private boolean shows(String text) {
        return Windows.onFx(() -> stage.getScene().getRoot().lookupAll(".label").stream()
                .anyMatch(node -> node instanceof Label label && label.isVisible() && label.getText().equals(text)));
    }

    private static void until(Callable<Boolean> condition) throws Exception {
        WaitForAsyncUtils.waitFor(60, TimeUnit.SECONDS, () -> WaitForAsyncUtils.waitForAsyncFx(30_000, condition));
    }
}
