package com.maily.console.desktop.journal;

import static org.assertj.core.api.Assertions.assertThat;

import com.maily.console.core.journal.Event;
import com.maily.console.core.journal.Journal.ChainCheck;
import com.maily.console.desktop.HandConsole;
import com.maily.console.desktop.OnStage;
import com.maily.console.desktop.Story;
import com.maily.console.desktop.StoryTime;
import com.maily.console.desktop.fx.Ages;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.scene.Parent;
import javafx.scene.control.CheckBox;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.util.WaitForAsyncUtils;

class JournalScreenTest {

    private final HandConsole console = new HandConsole(Story.entries());
    private final AtomicInteger exports = new AtomicInteger();
    private JournalScreen screen;
    private OnStage stage;

    @BeforeEach
    void show() throws Exception {
        console.check(new ChainCheck(Story.entries().size(), 0, ""));
        stage = new OnStage(1_000, 700, _ -> {
            screen = new JournalScreen(console, new Ages(StoryTime.NOW, Story.NOW), exports::incrementAndGet);
            screen.shown(true);
            return (Parent) screen.node();
        });
        OnStage.until(() -> !screen.view().table().getItems().isEmpty() && screen.view().badgeText().startsWith("Chain verified"));
    }

    @AfterEach
    void close() {
        WaitForAsyncUtils.waitForAsyncFx(5_000, screen::close);
        stage.close();
    }

    @Test
    void typedWordsLeaveOnlyWhatMatches() throws Exception {
        stage.robot.clickOn(screen.view().filter().words()).write("ai-service verdict");
        OnStage.until(() -> screen.view().table().getItems().size() == 1);

        assertThat(screen.view().table().getItems().getFirst().title()).isEqualTo("ai-service verdict");
    }

    @Test
    void anUntickedPersonIsLeftOut() throws Exception {
        CheckBox box = stage.robot.from(screen.view()).lookup((CheckBox b) -> b.getText().equals("system")).query();
        stage.robot.clickOn(box);
        OnStage.until(() -> screen.view().table().getItems().stream().noneMatch(row -> row.who().equals("system")));

        assertThat(screen.view().table().getItems()).isNotEmpty();
    }

    @Test
    void whatHappensAppearsOnTopAndTheSelectionStays() throws Exception {
        WaitForAsyncUtils.waitForAsyncFx(5_000, () -> screen.view().table().select(10));
        console.happens(new Event.Paused("look at the p99"));
        OnStage.until(() -> screen.view().table().getItems().getFirst().title().equals("Run paused"));

        assertThat(screen.view().table().getSelectionModel().getSelectedItem().entry().sequence()).isEqualTo(10);
        assertThat(screen.view().detail().json()).contains("\"type\"");
    }

    @Test
    void aBrokenChainIsRedNamesTheEntryAndSelectsIt() throws Exception {
        console.check(new ChainCheck(Story.entries().size(), 21, "its hash does not match its content"));
        stage.robot.clickOn("Verify now");
        OnStage.until(() -> screen.view().badgeText().startsWith("Chain broken"));

        assertThat(screen.view().badgeText()).contains("entry 21").contains("does not match");
        assertThat(screen.view().table().getSelectionModel().getSelectedItem().entry().sequence()).isEqualTo(21);
        assertThat(screen.badge().get().count()).isEqualTo(1);
        stage.robot.clickOn("Export JSONL");
        assertThat(exports).hasValue(1);
    }
}
