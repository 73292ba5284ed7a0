package com.maily.console.desktop.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import com.maily.console.core.journal.Event;
import com.maily.console.core.model.Weight;
import com.maily.console.core.sla.report.Report;
import com.maily.console.desktop.OnStage;
import com.maily.console.desktop.Story;
import com.maily.console.desktop.StoryTime;
import com.maily.console.desktop.fx.Ages;
import com.maily.console.desktop.shell.Action;
import com.maily.console.desktop.widget.TimeChartTable;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import javafx.scene.AccessibleAttribute;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.Clipboard;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.util.WaitForAsyncUtils;

class AnalysisScreenTest {

    private final JudgedConsole console = new JudgedConsole(Story.entries());
    private final List<Report> exported = new CopyOnWriteArrayList<>();
    private AnalysisScreen screen;
    private OnStage stage;

    @BeforeEach
    void show() throws Exception {
        stage = new OnStage(1_300, 800, theme -> {
            screen = new AnalysisScreen(console, "production", theme, new Ages(StoryTime.NOW, Story.NOW), exported::add);
            screen.shown(true);
            return (Parent) screen.node();
        });
        OnStage.until(() -> said("error-rate: 98 of 10,204 requests bad"));
    }

    @AfterEach
    void close() {
        console.metrics.held.countDown();
        WaitForAsyncUtils.waitForAsyncFx(5_000, screen::close);
        stage.close();
    }

    private boolean said(String text) {
        return stage.robot.from(screen.view()).lookup((Label l) -> l.isVisible() && l.getText() != null && l.getText()
                .contains(text))
                .tryQuery().isPresent();
    }

    private static boolean shown(Node node) {
        for (Node each = node; each != null; each = each.getParent()) {
            if (!each.isVisible()) {
                return false;
            }
        }
        return true;
    }

    private static <T> T fx(Callable<T> work) {
        return WaitForAsyncUtils.waitForAsyncFx(5_000, work);
    }

    private void choose(String component) {
        WaitForAsyncUtils.waitForAsyncFx(5_000, () -> screen.view().list().entries().getSelectionModel().select(
                screen.view().list().entries().getItems().stream().filter(entry -> entry.title().startsWith(component))
                        .findFirst().orElseThrow()));
    }

    @Test
    void theRunningCanaryIsJudgedFromRawPointsBesideWhatTheRunSaid() {
        assertThat(said("Fail")).isTrue();
        assertThat(said("The run said then: Pass: Error rate .005 %")).isTrue();
        assertThat(screen.view().report().table().getItems()).extracting(metric -> metric.objective().key())
                .containsExactly("error-rate", "p99", "memory", "queue");
        assertThat(said("queue (canary): The source has nothing for this time.")).isTrue();
    }

    @Test
    void anotherMetricBringsItsOwnChartsAndQueries() throws Exception {
        stage.robot.clickOn("Memory (not critical)");
        OnStage.until(() -> said("canary, points") && said("memory{track=\"canary\"}"));
        assertThat(fx(() -> (String) screen.view().report().metric().figures().get(1)
                .queryAccessibleAttribute(AccessibleAttribute.TEXT)))
                .startsWith("Canary − stable: +").contains("MiB");
        assertThat(said("failed{track")).isFalse();
    }

    @Test
    void theTableHoldsThePointsBehindTheCurves() throws Exception {
        assertThat(screen.handles(Action.TABLE)).isTrue();
        WaitForAsyncUtils.waitForAsyncFx(5_000, () -> screen.act(Action.TABLE));
        OnStage.until(() -> stage.robot.from(screen.view()).lookup((TimeChartTable table) -> table.isVisible()
                && !table.getItems().isEmpty())
                .tryQuery().isPresent());
        assertThat(stage.robot.from(screen.view()).lookup((FigureView figure) -> shown(figure)).tryQuery()).isEmpty();
    }

    @Test
    void aQueryIsCopiedAsItWasSent() throws Exception {
        Button copy = stage.robot.from(screen.view()).lookup((Button b) -> "Copy the query for canary, bad requests"
                .equals(b.getAccessibleText())).query();
        WaitForAsyncUtils.waitForAsyncFx(5_000, copy::fire);
        assertThat(fx(() -> Clipboard.getSystemClipboard().getString())).startsWith("failed{track=\"canary\"}[");
    }

    @Test
    void aWindowOfOnesOwnIsAskedAboutAndStaysInTheList() throws Exception {
        WaitForAsyncUtils.waitForAsyncFx(5_000, () -> screen.view().form().to().show(Story.at("02:30:00")));
        WaitForAsyncUtils.waitForAsyncFx(5_000, () -> screen.view().form().from().show(Story.at("02:10:00")));
        stage.robot.clickOn("#ask-judge");
        OnStage.until(() -> said("2025-11-20 02:10:00 to 2025-11-20 02:30:00 UTC, 20 min 0 s"));

        assertThat(screen.view().list().entries().getItems()).anySatisfy(entry -> assertThat(entry.section()).isEqualTo("Asked"));
        assertThat(said("The run said then")).isFalse();
    }

    @Test
    void aTimeThatMakesNoSenseIsRefusedBesideItsFieldAndNothingIsAsked() throws Exception {
        int before = console.metrics.asked.get();
        WaitForAsyncUtils.waitForAsyncFx(5_000, () -> screen.view().form().from().clock().setText("soon"));
        stage.robot.clickOn("#ask-judge");
        OnStage.until(() -> said("'2025-11-20 soon' is no time."));
        assertThat(console.metrics.asked.get()).isEqualTo(before);
    }

    @Test
    void whoeverLeavesWhileItIsAskedEndsTheQuestionAndComesBackToAnAnswer() throws Exception {
        console.metrics.held = new CountDownLatch(1);
        int before = console.metrics.asked.get();
        WaitForAsyncUtils.waitForAsyncFx(5_000, () -> screen.askAgain());
        OnStage.until(() -> console.metrics.asked.get() > before);
        WaitForAsyncUtils.waitForAsyncFx(5_000, () -> screen.shown(false));
        int left = console.metrics.asked.get();
        console.metrics.held.countDown();
        WaitForAsyncUtils.waitForAsyncFx(5_000, () -> screen.shown(true));
        OnStage.until(() -> said("error-rate: 98 of 10,204 requests bad"));
        assertThat(console.metrics.asked.get()).as("no source was asked for nobody").isLessThanOrEqualTo(left + 1);
    }

    @Test
    void aSilentSourceIsSaidAndNeverAPass() throws Exception {
        console.metrics.away = true;
        WaitForAsyncUtils.waitForAsyncFx(5_000, () -> screen.askAgain());
        OnStage.until(() -> said("Prometheus did not answer: connection refused. Look at its pod."));
        assertThat(said("No data")).isTrue();
        assertThat(said("Pass")).as("only the run's own old word").isTrue();
    }

    @Test
    void aRungThatHasJustEndedIsAskedAboutOnceMoreUpToItsEnd() throws Exception {
        console.happens(new Event.WeightShifted("3.2", "api", Weight.ofPercent(25), Weight.ZERO, "kubectl"));
        OnStage.until(() -> screen.view().list().entries().getItems().stream().noneMatch(entry -> entry.title()
                .equals("api at 25 %")
                && entry.subject().live()));
        OnStage.until(() -> said("to 2025-11-20 03:12:46 UTC"));
    }

    @Test
    void aComponentWithoutObjectivesSaysWhyThereIsNothing() throws Exception {
        choose("frontend");
        OnStage.until(() -> said("No objectives"));
        assertThat(said("so there is nothing to judge")).isTrue();
    }

    @Test
    void theReportIsExportedAndItsSummaryCopied() throws Exception {
        stage.robot.clickOn("Export report");
        assertThat(exported).singleElement().satisfies(report -> assertThat(report.analysis().component()).isEqualTo("api"));
        assertThat(screen.handles(Action.COPY_STATUS)).isTrue();
        WaitForAsyncUtils.waitForAsyncFx(5_000, () -> screen.act(Action.COPY_STATUS));
        assertThat(fx(() -> Clipboard.getSystemClipboard().getString())).startsWith("Analysis of api on production, 2025-11-20");
    }
}
