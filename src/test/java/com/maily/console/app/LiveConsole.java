package com.maily.console.app;

import com.maily.console.cli.Services;
import com.maily.console.core.engine.Commands;
import com.maily.console.core.engine.Console;
import com.maily.console.core.journal.Deployment;
import com.maily.console.core.journal.StepState;
import com.maily.console.core.model.Actor;
import com.maily.console.desktop.app.Window;
import com.maily.console.desktop.widget.HoldButton;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.stage.Stage;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

/** The real console in its real window, on a sandbox of its own over the wire. */
final class LiveConsole implements AutoCloseable {

    static final String PRODUCTION = "production";
    private static final Actor MANAGER = new Actor("release-manager", "Console");
    private static final Path PICTURES = Path.of("target", "pictures");
    private static final int SETTLED_PULSES = 45;

    final Box box;
    final Console console;
    final FxRobot robot = new FxRobot();
    private final Window window;
    private final Stage stage;

    LiveConsole(String scenario, double rate, Path folder) throws Exception {
        this(scenario, rate, folder, List.of());
    }

    LiveConsole(String scenario, double rate, Path folder, List<String> regions) throws Exception {
        this(scenario, rate, folder, regions, text -> text);
    }

    /** @param edit what a person changes in the workspace file first */
    LiveConsole(String scenario, double rate, Path folder, List<String> regions, UnaryOperator<String> edit) throws Exception {
        FxToolkit.registerPrimaryStage();
        box = Box.start(scenario, 77, rate, folder, regions);
        Files.writeString(box.workspace(), edit.apply(Files.readString(box.workspace())));
        console = new Wiring("test").open(new Services.Files(Optional.of(box.workspace()), Optional.of(box.journal())));
        window = WaitForAsyncUtils.waitForAsyncFx(30_000, () -> {
            Window made = new Window(console, PRODUCTION, true);
            made.show();
            return made;
        });
        stage = (Stage) javafx.stage.Window.getWindows().getLast();
        onFx(() -> {
            stage.setX(0);
            stage.setY(0);
        });
    }

    Scene scene() {
        return stage.getScene();
    }

    /** Starts the new version at phase 3, where the canaries are. */
    void deployFromPhase(int phase) {
        Outcome.require(console.commands().start(new Commands.Wanted(PRODUCTION, "v2.1.0", phase, 3, phase == 3, true, Optional.empty(),
                "planned release"), MANAGER));
    }

    /** Whether some button to hold says this. */
    boolean shows(String words) {
        return scene().getRoot().lookupAll(".hold-button").stream().map(HoldButton.class::cast)
                .anyMatch(button -> button.shownText().equals(words));
    }

    /** Whether a button is being held now. */
    boolean holding() {
        return scene().getRoot().lookupAll(".hold-button").stream().anyMatch(node -> node.getStyleClass().contains("holding"));
    }

    Operator operator() {
        return new Operator(console.commands(), PRODUCTION);
    }

    Deployment newest() {
        return console.journal().history().newest(PRODUCTION).orElseThrow();
    }

    static boolean held(Deployment run) {
        return run.steps().values().stream().anyMatch(step -> step.status() == StepState.Status.HELD);
    }

    /** Waits on the journal, approving what is asked. */
    void untilRun(Predicate<Deployment> condition) throws Exception {
        Operator operator = operator();
        WaitForAsyncUtils.waitFor(120, TimeUnit.SECONDS, () -> {
            boolean there = console.journal().history().newest(PRODUCTION).filter(condition).isPresent();
            if (!there && console.journal().history().newest(PRODUCTION).filter(LiveConsole::held).isEmpty()) {
                operator.look(console.journal().history());
            }
            return there;
        });
        pulses(5);
    }

    void until(BooleanSupplier condition) throws Exception {
        WaitForAsyncUtils.waitFor(60, TimeUnit.SECONDS, condition::getAsBoolean);
    }

    void go(int screen) {
        onFx(() -> window.go(screen));
    }

    /** Both sizes, both themes. */
    void pictures(String name, int screen) throws Exception {
        Files.createDirectories(PICTURES);
        go(screen);
        for (int[] size : new int[][] {{1440, 900}, {1100, 700}}) {
            onFx(() -> {
                stage.setWidth(size[0]);
                stage.setHeight(size[1]);
            });
            picture(name + "-" + size[0] + "-dark", true);
        }
        onFx(() -> {
            stage.setWidth(1440);
            stage.setHeight(900);
        });
        picture(name + "-1440-light", false);
        onFx(() -> window.useDark(true));
    }

    private void picture(String name, boolean dark) {
        onFx(() -> window.useDark(dark));
        pulses(SETTLED_PULSES);
        onFx(() -> window.picture(PICTURES.resolve(name + ".png")));
    }

    void onFx(Runnable work) {
        WaitForAsyncUtils.waitForAsyncFx(30_000, work);
    }

    static void pulses(int wanted) {
        CountDownLatch left = new CountDownLatch(wanted);
        AnimationTimer timer = new AnimationTimer() {
            @Override
            public void handle(long now) {
                left.countDown();
            }
        };
        Platform.runLater(timer::start);
        try {
            left.await();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } finally {
            Platform.runLater(timer::stop);
        }
    }

    @Override
    public void close() {
        onFx(window::close);
        console.close();
        box.close();
    }
}
