package com.maily.console.desktop.rollout;

import static org.assertj.core.api.Assertions.assertThat;

import com.maily.console.bench.Bench;
import com.maily.console.bench.Spread;
import com.maily.console.core.engine.Commands;
import com.maily.console.core.engine.Console;
import com.maily.console.core.journal.Event;
import com.maily.console.core.journal.Journal;
import com.maily.console.core.model.Actor;
import com.maily.console.core.model.Weight;
import com.maily.console.core.model.Workspace;
import com.maily.console.core.port.Platforms;
import com.maily.console.core.port.Time;
import com.maily.console.desktop.Story;
import com.maily.console.desktop.StoryConsole;
import com.maily.console.desktop.StoryTime;
import com.maily.console.desktop.Windows;
import com.maily.console.desktop.fx.Ages;
import com.maily.console.desktop.theme.Theme;
import com.maily.console.platforms.sqlite.SqliteJournal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxToolkit;

/** How long after an event began to be written the rollout screen that knows it has been laid out, on a durable journal. */
@Tag("bench")
class EventToScreenBench {

    private static final int EVENTS = 2_000;
    private static final int LARGEST = 10_000;

    /** The story's console, but with a journal that a real one would have. */
    private record Durable(StoryConsole rest, Journal journal) implements Console {
        @Override
        public Workspace workspace() {
            return rest.workspace();
        }

        @Override
        public Commands commands() {
            return rest.commands();
        }

        @Override
        public Platforms platforms(String environment) {
            return rest.platforms(environment);
        }

        @Override
        public Time time() {
            return rest.time();
        }

        @Override
        public void close() {
            journal.close();
        }
    }

    @TempDir Path folder;
    private final long[] begun = new long[LARGEST];
    private final List<Double> times = new ArrayList<>();
    private CountDownLatch all = new CountDownLatch(1);
    private Durable console;
    private RolloutScreen screen;
    private Stage stage;
    private volatile int first;
    private volatile int last;
    private long known;
    private long shown;

    @BeforeEach
    void open() throws Exception {
        console = new Durable(StoryConsole.atNow(), SqliteJournal.open(folder.resolve("journal.db"), Time.WALL, Actor.SYSTEM));
        Story.entries().forEach(entry -> console.journal().append(entry.deployment(), entry.actor(), entry.event()));
        FxToolkit.registerPrimaryStage();
        stage = Windows.onFx(() -> {
            Theme theme = new Theme(true);
            // The estimate is asked for with each model that is shown, which tells what the screen knows.
            screen = new RolloutScreen(console, "production", Story.MANAGER, theme, new Ages(StoryTime.NOW), () -> RolloutPictureTest.METRICS,
                    (_, history, _) -> {
                        known = history.size();
                        return Optional.empty();
                    });
            Stage window = Windows.open(theme, screen.view(), 1300, 860);
            window.getScene().addPostLayoutPulseListener(this::laidOut);
            screen.shown(true);
            return window;
        });
    }

    @AfterEach
    void close() {
        Windows.onFx(() -> {
            screen.close();
            stage.close();
            return true;
        });
        console.close();
    }

    /** Fifty a second: a busy phase with several canaries at once. */
    @Test
    void atARealisticRate() throws Exception {
        burst(EVENTS / 4);
        Bench.record("event_to_screen_model_ms_p99", paced(EVENTS, 50).at(0.99));
    }

    /** As fast as the journal takes them. */
    @Test
    void inABurst() throws Exception {
        burst(EVENTS / 4);
        Bench.record("event_to_screen_model_burst_ms_p99", burst(EVENTS).at(0.99));
    }

    private Spread paced(int events, int perSecond) throws Exception {
        expect(events);
        try (ScheduledExecutorService pace = Executors.newSingleThreadScheduledExecutor()) {
            pace.scheduleAtFixedRate(() -> {
                if (console.journal().history().size() < last) {
                    append();
                }
            }, 0, TimeUnit.SECONDS.toMicros(1) / perSecond, TimeUnit.MICROSECONDS);
            Spread spread = measured(events);
            pace.shutdownNow();
            return spread;
        }
    }

    private Spread burst(int events) throws Exception {
        expect(events);
        for (int i = 0; i < events; i++) {
            append();
        }
        return measured(events);
    }

    private void expect(int events) {
        all = new CountDownLatch(1);
        Windows.onFx(() -> times.retainAll(List.of()));
        first = (int) console.journal().history().size() + 1;
        last = first + events - 1;
    }

    private Spread measured(int events) throws Exception {
        assertThat(all.await(180, TimeUnit.SECONDS)).as("every event was shown").isTrue();
        assertThat(times).hasSize(events);
        return Spread.of(times);
    }

    private void append() {
        int next = (int) console.journal().history().size() + 1;
        begun[next] = System.nanoTime();
        console.journal().append(Story.DEPLOYMENT, Actor.SYSTEM, next % 3 == 0
                ? new Event.WeightObserved("api", Weight.ofPercent(next % 100), Weight.ofPercent(next % 100), "")
                : new Event.StepNoted("3.2", next % 7 + " of 7 ready"));
    }

    /** On the FX thread, once a pulse: everything the screen now knows is in the nodes that are about to be drawn. */
    private void laidOut() {
        long now = System.nanoTime();
        while (shown < known) {
            shown++;
            if (shown >= first && shown <= last) {
                times.add((now - begun[(int) shown]) / 1e6);
                if (shown == last) {
                    all.countDown();
                }
            }
        }
    }
}
