package com.maily.console.desktop.sla;

import static org.assertj.core.api.Assertions.assertThat;

import com.maily.console.core.model.Failure;
import com.maily.console.core.model.FailureException;
import com.maily.console.core.port.MetricSource;
import com.maily.console.core.port.Sample;
import com.maily.console.core.port.Series;
import com.maily.console.core.sla.budget.BudgetFeed;
import com.maily.console.desktop.OnStage;
import com.maily.console.desktop.Story;
import com.maily.console.desktop.StoryMetrics;
import com.maily.console.desktop.StoryTime;
import com.maily.console.desktop.fx.Ages;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.util.WaitForAsyncUtils;

class SlaBudgetPanelTest {

    /** Has counted for three hours: one in ten thousand is bad. */
    private static final class Counted implements MetricSource {
        private volatile boolean away;

        @Override
        public Answer instant(String query, Instant at) {
            if (away) {
                throw new FailureException(new Failure.Unreachable("Prometheus did not answer", "connection refused.",
                        "Look at it."));
            }
            return at.isBefore(Story.NOW.minus(Duration.ofHours(3))) ? new Answer(List.of(), List.of())
                    : new Answer(List.of(new Series(Map.of(), List.of(new Sample(at, query.startsWith("bad") ? 4 : 40_000)))),
                            List.of());
        }

        @Override
        public Answer range(String query, Instant from, Instant to, Duration step) {
            throw new UnsupportedOperationException();
        }
    }

    private final Counted source = new Counted();
    private SlaBudgetPanel panel;
    private OnStage stage;

    @BeforeEach
    void show() throws Exception {
        stage = new OnStage(1_000, 300, theme -> {
            panel = new SlaBudgetPanel(new BudgetFeed("production", _ -> source, StoryTime.NOW), theme, new Ages(StoryTime.NOW,
                    Story.NOW));
            panel.follow(StoryMetrics.workspace().objectivesOf("api"));
            return (Parent) panel.node();
        });
    }

    @AfterEach
    void close() {
        WaitForAsyncUtils.waitForAsyncFx(5_000, panel::stop);
        stage.close();
    }

    private boolean says(String text) {
        return stage.robot.from(panel.node()).lookup((Label l) -> l.isVisible()
                && l.getText().contains(text)).tryQuery().isPresent();
    }

    @Test
    void aRowPerWindowAndWhatTheDataDoNotReach() throws Exception {
        OnStage.until(() -> says("4 of 40,000") && says("no data that old"));

        assertThat(says("≤ 99.7 %")).isTrue();
        assertThat(says("1h 1.0×, 5m 1.0×")).isTrue();
        assertThat(says("Ticket: 3d and 6h over 1×")).isTrue();
    }

    @Test
    void anotherObjectiveIsChosenAndAComponentWithoutCountsHasNoPanel() throws Exception {
        OnStage.until(() -> says("4 of 40,000"));
        stage.robot.clickOn(stage.robot.lookup((ToggleButton b) -> b.getText().equals("error-rate")).<ToggleButton>query());
        OnStage.until(() -> stage.robot.lookup((ToggleButton b) -> b.isSelected()).<ToggleButton>query().getText().equals("error-rate"));

        WaitForAsyncUtils.waitForAsyncFx(5_000, () -> panel.follow(StoryMetrics.workspace().objectivesOf("redis")));
        assertThat(panel.node().isVisible()).isFalse();
    }
}
