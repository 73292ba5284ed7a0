package com.maily.console.desktop.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import com.maily.console.core.port.PodUsage;
import com.maily.console.desktop.HandConsole;
import com.maily.console.desktop.OnStage;
import com.maily.console.desktop.Story;
import com.maily.console.desktop.StoryTime;
import com.maily.console.desktop.fx.Ages;
import com.maily.console.desktop.shell.Action;
import java.util.List;
import java.util.Optional;
import javafx.scene.Parent;
import javafx.scene.control.Labeled;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.util.WaitForAsyncUtils;

/** What a person does with the pods and their logs. */
class FleetScreenTest {

    private final HandConsole console = new HandConsole(Story.entries());
    private final ManyPods pods = new ManyPods(40, 1);
    private FleetScreen screen;
    private OnStage stage;

    @BeforeEach
    void show() throws Exception {
        console.pods = Optional.of(pods);
        stage = new OnStage(1_400, 800, _ -> {
            screen = new FleetScreen(console, "production", Story.MANAGER, new Ages(StoryTime.NOW, Story.NOW));
            screen.shown(true);
            return (Parent) screen.node();
        });
        OnStage.until(() -> table().getItems().size() == 40);
    }

    @AfterEach
    void close() {
        WaitForAsyncUtils.waitForAsyncFx(5_000, screen::close);
        stage.close();
    }

    private PodTable table() {
        return screen.view().pods().table();
    }

    private LogList log() {
        return screen.view().log().list();
    }

    private void onFx(Runnable work) {
        WaitForAsyncUtils.waitForAsyncFx(5_000, work);
    }

    private List<String> names() {
        return table().getItems().stream().map(row -> row.pod().name()).toList();
    }

    @Test
    void theFilterFindsPodsByAllWordsAndTheSlashLeadsToIt() throws Exception {
        onFx(() -> screen.act(Action.FILTER));
        stage.robot.write("redis 10-2-2-7");
        OnStage.until(() -> table().getItems().size() == 1);
        assertThat(names()).containsExactly("maily-redis-7c9d5f6b8-00002");
        stage.robot.type(KeyCode.ESCAPE);
        OnStage.until(() -> table().getItems().size() == 40);
    }

    @Test
    void faultsOnlyShowsFaultsAndTheyComeFirstAnyway() throws Exception {
        pods.change(17, "CrashLoopBackOff");
        OnStage.until(() -> names().getFirst().endsWith("00017"));
        onFx(() -> screen.act(Action.FAULTS));
        OnStage.until(() -> table().getItems().size() == 1);
        assertThat(screen.badge().get().count()).as("one component has a fault").isEqualTo(1);
    }

    @Test
    void theSelectionStaysOnItsPodWhereverItMoves() throws Exception {
        onFx(() -> table().getSelectionModel().select(20));
        String chosen = table().getSelectionModel().getSelectedItem().pod().name();
        OnStage.until(() -> pods.followed.size() == 1);
        pods.change(3, "CrashLoopBackOff");
        pods.change(5, "ImagePullBackOff");
        OnStage.until(() -> table().getItems().get(1).fault());
        OnStage.until(() -> table().getSelectionModel().getSelectedItem().pod().name().equals(chosen));
        assertThat(pods.followed).as("the log goes on undisturbed").containsExactly(chosen + " ");
    }

    @Test
    void logAndEventsAreOneStoryThatCanBeSearched() throws Exception {
        onFx(() -> table().getSelectionModel().select(0));
        OnStage.until(() -> log().getItems().size() == 4);
        assertThat(log().getItems()).extracting(LogEntry::word).containsExactly("INFO", "event", "WARN", "INFO");
        onFx(() -> assertThat(log().search("redis")).isEqualTo(2));
        onFx(() -> assertThat(log().next(true)).isEqualTo(1));
        onFx(() -> assertThat(log().next(true)).isEqualTo(2));
        onFx(() -> assertThat(log().next(true)).as("after the last comes the first").isEqualTo(1));
        assertThat(log().following().get()).as("who searches does not want to be moved").isFalse();
    }

    @Test
    void theCommandForTheSelectedPodIsCopied() {
        onFx(() -> table().getSelectionModel().select(0));
        onFx(() -> screen.act(Action.COPY_COMMAND));
        onFx(() -> assertThat(Clipboard.getSystemClipboard().getString()).startsWith("kubectl ")
                .contains(" logs -f --timestamps " + names().getFirst()));
    }

    @Test
    void withoutAMetricsApiTheColumnSaysSoInsteadOfZeros() throws Exception {
        pods.usage = new PodUsage.Absent("no metrics API");
        onFx(() -> screen.shown(false));
        onFx(() -> screen.shown(true));
        OnStage.until(() -> table().getColumns().stream().anyMatch(column -> column.getText().equals("no metrics API")));
        assertThat(table().lookupAll(".table-cell")).extracting(cell ->
                ((Labeled) cell).getText()).contains("–").doesNotContain("0 %", "0 Mi");
    }
}
