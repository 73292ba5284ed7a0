package com.maily.console.desktop.sla;

import static org.assertj.core.api.Assertions.assertThat;

import com.maily.console.core.port.Links;
import com.maily.console.core.port.Sample;
import com.maily.console.core.sla.AlertWatch;
import com.maily.console.core.sla.MetricFeed;
import com.maily.console.core.sla.MetricPace;
import com.maily.console.desktop.HandConsole;
import com.maily.console.desktop.LevelMetrics;
import com.maily.console.desktop.OnStage;
import com.maily.console.desktop.Story;
import com.maily.console.desktop.StoryTime;
import com.maily.console.desktop.fx.Ages;
import com.maily.console.desktop.logs.HandLogs;
import com.maily.console.desktop.shell.Action;
import com.maily.console.desktop.widget.TimeChart;
import com.maily.console.desktop.widget.TimeChartTable;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import javafx.scene.AccessibleAttribute;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.util.WaitForAsyncUtils;

class SlaScreenTest {

    private static final MetricPace PACE = new MetricPace(Duration.ofMillis(250), Duration.ofSeconds(15), Duration.ofMinutes(2),
            Duration.ofHours(6));

    private final LevelMetrics source = new LevelMetrics();
    private final HandConsole console = new HandConsole(Story.entries());
    private final AlertWatch alerts = new AlertWatch(List::of, StoryTime.NOW, PACE);
    private MetricFeed feed;
    private SlaScreen screen;
    private OnStage stage;

    @BeforeEach
    void show() throws Exception {
        feed = new MetricFeed("production", _ -> source, StoryTime.NOW, PACE);
        stage = new OnStage(1_200, 760, theme -> {
            screen = new SlaScreen(console, "production", theme, new Ages(StoryTime.NOW, Story.NOW), feed, alerts);
            screen.shown(true);
            return (Parent) screen.node();
        });
        OnStage.until(() -> said("164 ms"));
    }

    @AfterEach
    void close() {
        WaitForAsyncUtils.waitForAsyncFx(5_000, screen::close);
        feed.close();
        alerts.close();
        stage.close();
    }

    /** Asked on the FX thread, where no card comes or goes meanwhile. */
    private boolean said(String text) {
        return WaitForAsyncUtils.waitForAsyncFx(5_000, () -> stage.robot.from(screen.view()).lookup((Labeled l) -> l.isVisible()
                && l.getText() != null && l.getText().contains(text)).tryQuery().isPresent());
    }

    private TimeChart chart(String key) {
        return screen.view().chart(key).chart();
    }

    @Test
    void aShorterRangeShortensEveryChart() throws Exception {
        stage.robot.clickOn(stage.robot.from(screen.view()).lookup((ToggleButton b) -> b.getText()
                .equals("30m")).<ToggleButton>query());
        OnStage.until(() -> screen.view().time().spanProperty().get().equals(new com.maily.console.desktop.widget.ChartTime.Span(
                Story.NOW.minus(Duration.ofMinutes(30)), Story.NOW)));
    }

    @Test
    void theCursorOfOneChartStandsInAllOfThemAndEscapeTakesItAway() throws Exception {
        stage.robot.moveTo(stage.at(chart("p99"), 0.5, 0.5));
        OnStage.until(() -> said("") && screen.view().time().cursorProperty().get() != null);
        Instant first = screen.view().time().cursorProperty().get();
        stage.robot.moveTo(stage.at(chart("availability"), 0.8, 0.5));
        OnStage.until(() -> screen.view().time().cursorProperty().get() != null
                && screen.view().time().cursorProperty().get().isAfter(first));
        assertThat(Duration.between(first, screen.view().time().cursorProperty().get()))
                .isBetween(Duration.ofMinutes(12), Duration.ofMinutes(24));

        WaitForAsyncUtils.waitForAsyncFx(5_000, () -> screen.view().time().reset());
        assertThat(screen.view().time().cursorProperty().get()).isNull();
    }

    @Test
    void anotherComponentBringsItsOwnObjectives() throws Exception {
        ComboBox<?> picker = stage.robot.from(screen.view()).lookup((ComboBox<?> b) -> true).query();
        stage.robot.clickOn(picker).type(KeyCode.DOWN).type(KeyCode.ENTER);
        OnStage.until(() -> "ai-service".equals(picker.getValue()) && said("at most 700 ms"));

        assertThat(said("at most 200 ms")).isFalse();
    }

    @Test
    void aChartLeadsToTheLogsOfItsComponentInTheShownTimeAndEscapeBack() throws Exception {
        HandLogs logs = new HandLogs();
        console.logs = Optional.of(logs);
        Button more = stage.robot.from(screen.view().chart("p99"))
                .lookup((Button button) -> "Save, or open elsewhere".equals(button.getAccessibleText())).query();
        stage.robot.interact(more::fire);
        stage.robot.clickOn("Search logs, the shown time");
        OnStage.until(() -> stage.robot.lookup("#log-hits").tryQuery().isPresent() && logs.asked.size() == 1);

        assertThat(logs.asked.getFirst().component()).isEqualTo("api");
        assertThat(logs.asked.getFirst().from()).as("the hour that is shown").isEqualTo(Story.NOW.minus(Duration.ofHours(1)));
        stage.robot.type(KeyCode.ESCAPE);
        OnStage.until(() -> stage.robot.lookup("#log-hits").tryQuery().isEmpty());
    }

    @Test
    void theTableHoldsTheSameNumbersNewestFirst() throws Exception {
        assertThat(screen.handles(Action.TABLE)).isTrue();
        WaitForAsyncUtils.waitForAsyncFx(5_000, () -> screen.act(Action.TABLE));
        OnStage.until(() -> stage.robot.from(screen.view().chart("p99")).lookup((TimeChartTable t) -> t.isVisible()
        && !t.getItems().isEmpty())
                .tryQuery().isPresent());

        TimeChartTable table = stage.robot.from(screen.view().chart("p99")).lookup((TimeChartTable _) -> true).query();
        assertThat(table.getItems().getFirst().at()).isEqualTo(Story.NOW.minusSeconds(1));
        assertThat(table.getItems().getFirst().values()).startsWith("164");
        assertThat(table.getItems()).hasSizeBetween(239, 241);
    }

    @Test
    void aChartTellsItsCurveToThoseWhoDoNotSeeIt() {
        String told = WaitForAsyncUtils.waitForAsyncFx(5_000, () -> (String) chart("p99")
                .queryAccessibleAttribute(AccessibleAttribute.TEXT));

        assertThat(told).contains("all now 164 ms").contains("SLO 200 ms");
    }

    @Test
    void whenTheSourceFallsSilentTheChartsSayWhyAndTheQueryAndRecoverByThemselves() throws Exception {
        source.away(true);
        OnStage.until(() -> said("Prometheus did not answer: connection refused. Look at its pod.")
        && said("p99{component=\"api\""));

        source.away(false);
        OnStage.until(() -> !said("Prometheus did not answer"));
        assertThat(said("164 ms")).isTrue();
    }

    @Test
    void theCanarysWeightRunsAlongTheFootOfTheCharts() {
        assertThat(chart("p99").data().weights()).extracting(Sample::value).contains(24.6);
    }

    private void type(KeyCode key) {
        WaitForAsyncUtils.waitForAsyncFx(5_000, () -> chart("p99").requestFocus());
        stage.robot.type(key);
        WaitForAsyncUtils.waitForFxEvents(2);
    }

    @Test
    void aLongRangeIsChosenByKeyAndAsksInWiderSteps() throws Exception {
        type(KeyCode.DIGIT5);
        OnStage.until(() -> chart("p99").data().step().equals(Duration.ofMinutes(1)) && said("164 ms"));

        assertThat(screen.view().time().spanProperty().get().from()).isEqualTo(Story.NOW.minus(Duration.ofDays(1)));
        assertThat(chart("p99").data().lines().getFirst().samples()).hasSizeBetween(1_430, 1_450);
    }

    @Test
    void keysZoomAllChartsAndEscapeGoesBackToLive() {
        type(KeyCode.ADD);
        assertThat(screen.view().time().zoomed()).isTrue();
        assertThat(said("Back to live")).isTrue();

        type(KeyCode.ESCAPE);
        assertThat(screen.view().time().zoomed()).isFalse();
        assertThat(said("Back to live")).isFalse();
    }

    @Test
    void theOverviewShowsEveryObjectiveOfEveryComponentAndOneOfThemOfAll() throws Exception {
        WaitForAsyncUtils.waitForAsyncFx(5_000, () -> screen.choose(new SlaChoice("", "")));
        OnStage.until(() -> said("frontend · p99 latency") && said("email · Availability") && said("All 13 targets met"));

        WaitForAsyncUtils.waitForAsyncFx(5_000, () -> screen.choose(new SlaChoice("", "p99")));
        OnStage.until(() -> said("frontend · p99 latency") && !said("email · Availability") && said("All 4 targets met"));
    }

    @Test
    void aChartsMenuSavesItAndLeadsElsewhereAtTheSameTime() throws Exception {
        List<Links.Place> asked = new CopyOnWriteArrayList<>();
        console.links = List.of(place -> {
            asked.add(place);
            return List.of(new Links.Link("Grafana", URI.create("https://grafana.example/d/maily")));
        });
        assertThat(screen.handles(Action.EXPORT)).isTrue();
        WaitForAsyncUtils.waitForAsyncFx(5_000, () -> screen.act(Action.EXPORT));
        OnStage.until(() -> offered("Save as picture (PNG)…") && offered("Save its numbers (CSV)…")
                && offered("Open in Grafana, the shown time"));

        assertThat(asked).containsExactly(new Links.Place("production", "api", Story.NOW.minus(Duration.ofHours(1)), Story.NOW, Optional.empty()));
        stage.robot.type(KeyCode.ESCAPE);
    }

    private boolean offered(String text) {
        return WaitForAsyncUtils.waitForAsyncFx(5_000, () -> stage.robot.lookup((Label l) -> text.equals(l.getText())).tryQuery()
                .isPresent());
    }
}
