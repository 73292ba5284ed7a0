package com.maily.console.desktop.logs;

import static org.assertj.core.api.Assertions.assertThat;

import com.maily.console.core.model.Failure;
import com.maily.console.core.port.Links;
import com.maily.console.desktop.HandConsole;
import com.maily.console.desktop.OnStage;
import com.maily.console.desktop.Story;
import com.maily.console.desktop.Windows;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LogSearchPanelTest {

    private final HandConsole console = new HandConsole(Story.entries());
    private final HandLogs logs = new HandLogs();
    private final List<URI> opened = new CopyOnWriteArrayList<>();
    private LogSearchPanel panel;
    private OnStage stage;

    @BeforeEach
    void show() throws Exception {
        console.logs = Optional.of(logs);
        console.links = List.of(place -> List.of(new Links.Link("Jaeger: this trace", URI.create("https://jaeger.example/trace/"
                + place.trace().orElse("none")))));
        stage = new OnStage(420, 700, _ -> panel = new LogSearchPanel(console::platforms, opened::add, () -> { }));
    }

    @AfterEach
    void close() {
        stage.close();
    }

    private void open() {
        stage.robot.interact(() -> panel.open(new LogPlace("production", "api", Story.NOW)));
    }

    private ListView<?> list() {
        return stage.robot.lookup("#log-hits").queryListView();
    }

    private boolean says(String text) {
        return Windows.onFx(() -> stage.robot.from(panel).lookup((Label label) -> label.getText().contains(text)
                && label.isVisible()).tryQuery().isPresent());
    }

    @Test
    void itShowsLinesAroundTheMomentAndReadsOn() throws Exception {
        open();
        OnStage.until(() -> list().getItems().size() == 100);
        assertThat(logs.asked.getFirst().component()).isEqualTo("api");
        assertThat(logs.asked.getFirst().to()).isEqualTo(Story.NOW);
        assertThat(logs.asked.getFirst().from()).isEqualTo(Story.NOW.minus(Duration.ofMinutes(15)));
        assertThat(says("100 of 250 lines")).isTrue();
        stage.robot.clickOn("#log-more");
        OnStage.until(() -> list().getItems().size() == 200);
        stage.robot.clickOn("#log-more");
        OnStage.until(() -> list().getItems().size() == 250);
        assertThat(stage.robot.lookup("#log-more").queryButton().isDisabled()).isTrue();
        assertThat(logs.asked).extracting(query -> query.skip()).containsExactly(0, 100, 200);
    }

    @Test
    void wordsAndRangeNarrowTheSearchAndALineLeadsToItsTrace() throws Exception {
        open();
        OnStage.until(() -> list().getItems().size() == 100);
        stage.robot.clickOn("#log-words").write("deadlock").type(KeyCode.ENTER);
        OnStage.until(() -> says("No line matches"));
        stage.robot.interact(() -> ((TextField) stage.robot.lookup("#log-words").query()).setText("timed out"));
        stage.robot.clickOn("#log-words").type(KeyCode.ENTER);
        OnStage.until(() -> list().getItems().size() == 83);
        stage.robot.clickOn("1h");
        OnStage.until(() -> logs.asked.getLast().from().equals(Story.NOW.minus(Duration.ofHours(1))) && list().getItems()
                .size() == 83);
        assertThat(logs.asked.getLast().text()).isEqualTo("timed out");
        ButtonBase trace = stage.robot.from(list()).lookup((ButtonBase button) ->
                "Jaeger: this trace".equals(button.getAccessibleText()))
                .<ButtonBase>queryAll().stream().findFirst().orElseThrow();
        stage.robot.interact(trace::fire);
        assertThat(opened).singleElement().asString().matches("https://jaeger.example/trace/[0-9a-f]{32}");
    }

    @Test
    void anAnswerThatWasOvertakenIsNotShown() throws Exception {
        CountDownLatch first = new CountDownLatch(1);
        logs.gate = first;
        open();
        OnStage.until(() -> logs.asked.size() == 1);
        logs.gate = new CountDownLatch(0);
        stage.robot.interact(() -> panel.open(new LogPlace("production", "email", Story.NOW)));
        OnStage.until(() -> says("100 of 250 lines"));
        first.countDown();
        OnStage.until(() -> says("Logs of email"));
        assertThat(list().getItems()).hasSize(100);
    }

    @Test
    void aFailureIsToldWithItsAdviceAndCanBeTriedAgain() throws Exception {
        logs.failure = Optional.of(new Failure.Denied("Log search (es) does not let this account search", "It says: no.",
                "Ask for the right."));
        open();
        OnStage.until(() -> says("does not let this account search") && says("Ask for the right."));
        logs.failure = Optional.empty();
        logs.warnings = List.of("2 of 5 shards failed, lines may be missing.");
        stage.robot.clickOn("#log-again");
        OnStage.until(() -> list().getItems().size() == 100 && says("2 of 5 shards failed"));
        logs.failure = Optional.of(new Failure.TimedOut("Log search did not answer in time", "20 s.", "Try again."));
        stage.robot.clickOn("#log-more");
        OnStage.until(() -> says("did not answer in time"));
        assertThat(list().getItems()).as("what was found stays").hasSize(100);
        logs.failure = Optional.empty();
        stage.robot.clickOn("#log-more");
        OnStage.until(() -> list().getItems().size() == 200);
    }

    @Test
    void withoutALogSearchItSaysWhatToAdd() throws Exception {
        console.logs = Optional.empty();
        open();
        OnStage.until(() -> says("No log search is connected here"));
    }
}
