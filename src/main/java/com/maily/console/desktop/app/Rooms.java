package com.maily.console.desktop.app;

import com.maily.console.core.engine.Console;
import com.maily.console.core.engine.Eta;
import com.maily.console.core.model.Actor;
import com.maily.console.core.model.Environment;
import com.maily.console.core.model.Failure;
import com.maily.console.core.model.FailureException;
import com.maily.console.core.sla.AlertWatch;
import com.maily.console.core.sla.MetricFeed;
import com.maily.console.core.sla.MetricPace;
import com.maily.console.core.sla.report.Report;
import com.maily.console.desktop.analysis.AnalysisScreen;
import com.maily.console.desktop.canary.CanaryScreen;
import com.maily.console.desktop.fleet.FleetScreen;
import com.maily.console.desktop.fx.Ages;
import com.maily.console.desktop.health.HealthScreen;
import com.maily.console.desktop.journal.JournalScreen;
import com.maily.console.desktop.rollback.RollbackScreen;
import com.maily.console.desktop.rollout.RolloutScreen;
import com.maily.console.desktop.shell.EtaSource;
import com.maily.console.desktop.shell.Screen;
import com.maily.console.desktop.shell.Shell;
import com.maily.console.desktop.sla.SlaScreen;
import com.maily.console.desktop.theme.Theme;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import javafx.application.Platform;

/** The screens of one environment, in the order of the rail, with the shell around them and the feed they share. */
final class Rooms implements AutoCloseable {

    private static final EtaSource ETA = (run, history, now) -> run.over() ? Optional.empty() : Optional.of(Eta.of(run, history, now));

    private final MetricFeed feed;
    private final AlertWatch alerts;
    private final FeedGlance glance;
    private final List<Screen> screens;
    private final Shell shell;

    Rooms(Console given, String environment, Theme theme, Ages ages, Runnable export, Consumer<Report> report,
          Consumer<String> switchTo) {
        Console console = new ConfirmedConsole(given, this::askName);
        Environment place = console.workspace().environment(environment).orElseThrow(() -> new FailureException(new Failure.Missing(
                "There is no environment " + environment, "the workspace file names others.", "Choose one of them with --env.")));
        Actor me = new Actor(System.getProperty("user.name", "unknown"), "Console");
        this.feed = new MetricFeed(environment, source -> console.platforms(environment).metrics(source), console.time(), MetricPace.SCREEN);
        this.alerts = new AlertWatch(() -> console.platforms(environment).alerts(), console.time(), MetricPace.SCREEN);
        // Watched from now on, so that what fires while nobody looks is known too; the screens read it with each second.
        alerts.follow(_ -> { });
        this.glance = new FeedGlance(console.workspace().in(environment).objectives(), feed, console.time());
        this.screens = List.of(new RolloutScreen(console, environment, me, theme, ages, glance, ETA, alerts::snapshot),
                new CanaryScreen(console, environment, me, theme, ages, feed),
                new SlaScreen(console, environment, theme, ages, feed, alerts),
                new AnalysisScreen(console, environment, theme, ages, report),
                new RollbackScreen(console, environment, me, theme, ages), new FleetScreen(console, environment, me, ages),
                new HealthScreen(console, environment, theme, ages),
                new JournalScreen(console, ages, export));
        this.shell = new Shell(console, place, screens, theme, ages, ETA, alerts::snapshot, switchTo);
    }

    Shell shell() {
        return shell;
    }

    /** Orders come from other threads, and wait there for the person. */
    private String askName(String environment, String what) {
        CompletableFuture<String> typed = new CompletableFuture<>();
        Platform.runLater(() -> shell.askName(environment, what).thenAccept(typed::complete));
        return typed.join();
    }

    List<String> titles() {
        return screens.stream().map(Screen::title).toList();
    }

    @Override
    public void close() {
        shell.close();
        screens.forEach(Screen::close);
        glance.close();
        feed.close();
        alerts.close();
    }
}
