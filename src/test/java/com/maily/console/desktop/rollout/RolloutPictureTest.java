package com.maily.console.desktop.rollout;

import static org.assertj.core.api.Assertions.assertThat;

import com.maily.console.core.journal.Deployment;
import com.maily.console.core.journal.Event;
import com.maily.console.core.journal.History;
import com.maily.console.core.model.Failure;
import com.maily.console.core.port.Links;
import com.maily.console.core.port.LogLine;
import com.maily.console.core.sla.AlertSnapshot;
import com.maily.console.desktop.Pictures;
import com.maily.console.desktop.Story;
import com.maily.console.desktop.StoryAlerts;
import com.maily.console.desktop.StoryTime;
import com.maily.console.desktop.StoryWorld;
import com.maily.console.desktop.fx.Ages;
import com.maily.console.desktop.theme.Theme;
import com.maily.console.desktop.widget.LogEntry;
import com.maily.console.desktop.widget.LogPage;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RolloutPictureTest {
    static final List<Glance.Metric> METRICS = List.of(metric("Availability", 99.997, "%"), metric("p99", 164, "ms"),
            metric("Errors", 0.008, "%"), metric("Users", 6412, "users"));

    static Glance.Metric metric(String title, double value, String unit) {
        return new Glance.Metric(title, Optional.of(value), unit, true, StoryWorld.source("Prometheus", 5, 2), true);
    }

    @Test
    void theScreenIsDrawnAtBothSizesInBothThemes() throws Exception {
        Pictures.of("rollout", theme -> view(theme));
        assertThat(Path.of("target/pictures/rollout-1100-light.png")).isNotEmptyFile();
    }

    @Test
    void anOpenGateAndAFailureAreDrawn() throws Exception {
        Pictures.of("rollout-gate", theme -> {
            RolloutView view = view(theme);
            view.select("3.4");
            view.showStep(List.of(), Optional.of(StoryWorld.sources().get(1)), Optional.empty(), "What happened", Optional.empty(), StoryWorld.log());
            return view;
        });
        Pictures.of("rollout-failed", theme -> {
            RolloutView view = view(theme, Story.historyWith(new Event.StepFailed("3.2",
                    new Failure.TimedOut("api did not become ready",
                    "2 of 6 pods crash at start.", "Look at the log, then retry or roll back."))));
            view.select("3.2");
            view.showFurther(true, List.of(new Links.Link("Jaeger", URI.create("https://jaeger.maily.example.com/search?service=api"))));
            view.showStep(StoryWorld.canaryPods(), Optional.of(StoryWorld.sources().getFirst()), Optional.empty(), "Live log", LIVE, List.of());
            view.toggleTable();
            return view;
        });
        assertThat(Path.of("target/pictures/rollout-failed-1440-dark.png")).isNotEmptyFile();
    }

    @Test
    void alertsAreDrawnAsBandsAndListed() throws Exception {
        Pictures.of("rollout-alerts", theme -> alarmed(theme, StoryAlerts.few()));
        Pictures.of("rollout-alerts-many", theme -> alarmed(theme, StoryAlerts.many()));
        Pictures.of("rollout-alerts-none", theme -> alarmed(theme, StoryAlerts.none()));
        Pictures.of("rollout-alerts-silent", theme -> alarmed(theme, StoryAlerts.silent()));
        assertThat(Path.of("target/pictures/rollout-alerts-many-1100-light.png")).isNotEmptyFile();
    }

    private static RolloutView alarmed(Theme theme, AlertSnapshot alerts) {
        RolloutView view = view(theme);
        view.show(AlertBoard.of(alerts, Story.at("01:48:00"), Story.NOW, Story.NOW));
        return view;
    }

    private static final Optional<LogPage> LIVE = Optional.of(new LogPage("pod", StoryWorld.log().stream()
            .map(line -> LogEntry.of(new LogLine(Optional.empty(), line))).toList(), 0, "following", "", ""));

    static RolloutView view(Theme theme) {
        return view(theme, Story.history());
    }

    private static RolloutView view(Theme theme, History history) {
        Deployment run = history.deployment(Story.DEPLOYMENT).orElseThrow();
        RolloutView view = new RolloutView(theme, new Ages(StoryTime.NOW), new NoActions(), () -> { });
        RolloutModel model = RolloutModel.of(run, history, Optional.empty(), Story.NOW);
        view.show(model, Health.of(Optional.of(run), METRICS, Story.NOW), METRICS);
        view.showStep(StoryWorld.canaryPods(), Optional.of(StoryWorld.sources().getFirst()), Optional.empty(), "Live log", LIVE, List.of());
        return view;
    }

    /** A view that is only looked at. */
    static class NoActions implements RolloutActions {
        @Override public void select(String step) { }
        @Override public void pause() { }
        @Override public void resume() { }
        @Override public void retry(String step) { }
        @Override public void skip(String step, String reason) { }
        @Override public void answer(String step, boolean approved, String reason) { }
        @Override public void rollBack(String component) { }
        @Override public void copyCommand(String step) { }
        @Override public void watchLog(String pod) { }
        @Override public void open(java.net.URI page) { }

        @Override public void searchLogs() { }
    }
}
