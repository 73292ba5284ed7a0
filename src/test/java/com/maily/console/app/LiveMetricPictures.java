package com.maily.console.app;

import com.maily.console.cli.Services;
import com.maily.console.core.engine.Console;
import com.maily.console.core.journal.Deployment;
import com.maily.console.core.journal.History;
import com.maily.console.core.journal.StepState;
import com.maily.console.core.model.Actor;
import com.maily.console.core.model.Weight;
import com.maily.console.desktop.app.Desk;
import com.maily.console.desktop.widget.WeightSlider;
import com.maily.console.sandbox.world.Scenario;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;
import javafx.application.Platform;
import javafx.stage.Window;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The canary and SLA screens of the running console, over the wire, in states the demo does not pass through; to be looked at. */
@Tag("pictures")
class LiveMetricPictures {

    private static final Path PICTURES = Path.of("target", "pictures");
    private static final Actor SOMEBODY = new Actor("on-call", "Console");
    private static final int CANARY = 1;
    private static final int SLA = 2;

    @TempDir
    private Path folder;
    private Box box;
    private Console console;
    private Operator operator;
    private Desk desk;

    @Test
    void runThrough() throws Exception {
        Files.createDirectories(PICTURES);
        box = Box.start("canary-regression", 77, 60, folder);
        console = new Wiring("pictures").open(new Services.Files(Optional.of(box.workspace()), Optional.of(box.journal())));
        operator = new Operator(console.commands(), "production");
        desk = Desk.open(console, "production", true);
        try (Desk _ = desk) {
            take("live-0-empty", CANARY, 2);
            take("live-0-empty", SLA, 2);
            Outcome.require(operator.deploy(Scenario.NEW));
            until(run -> weight(run).equals(Weight.ofPercent(5)));
            box.world().faults().openMetricsGap(Duration.ofMinutes(3));
            wall(1);
            onFx(() -> slider("api").proposedProperty().set(Weight.ofPercent(50)));
            take("live-1-proposing", CANARY, 1);
            wall(3);
            take("live-1-gap", CANARY, 1);
            take("live-1-gap", SLA, 4);
            until(run -> weight(run).equals(Weight.ofPercent(10)));
            box.world().faults().metricSourceDown(true);
            wall(3);
            take("live-2-down", SLA, 1);
            take("live-2-down", CANARY, 1);
            box.world().faults().metricSourceDown(false);
            wall(4);
            take("live-3-healed", SLA, 1);
            box.faces().kubernetes().refuseConnections();
            wall(3);
            take("live-3-cluster-away", CANARY, 2);
            box.faces().kubernetes().acceptConnections();
            until(run -> canary(run).status() == StepState.Status.HELD);
            wall(3);
            take("live-4-held", CANARY, 1);
            take("live-4-held", SLA, 1);
            String id = console.journal().history().active("production").orElseThrow().id();
            console.commands().shift(id, "api", Weight.ZERO, SOMEBODY);
            until(run -> weight(run).isZero());
            take("live-5-aborted", CANARY, 2);
            desk.useDark(false);
            take("live-5-light", CANARY, 1);
            take("live-5-light", SLA, 1);
            size(1100, 700);
            take("live-6-small", CANARY, 1);
            take("live-6-small", SLA, 1);
        } finally {
            console.close();
            box.close();
        }
    }

    private static StepState canary(Deployment run) {
        return run.steps().values().stream().filter(step -> step.step().title().equals("Canary of api")).findFirst().orElseThrow();
    }

    private static Weight weight(Deployment run) {
        return run.component("api").observed();
    }

    private void until(Predicate<Deployment> reached) throws InterruptedException {
        long deadline = System.nanoTime() + Duration.ofSeconds(100).toNanos();
        while (System.nanoTime() < deadline) {
            History history = console.journal().history();
            Optional<Deployment> run = history.active("production");
            if (run.filter(reached).isPresent()) {
                return;
            }
            run.filter(one -> canary(one).status() != StepState.Status.HELD).ifPresent(_ -> operator.look(history));
            Thread.sleep(50);
        }
        throw new IllegalStateException("Waited in vain.");
    }

    private static void wall(int seconds) throws InterruptedException {
        Thread.sleep(seconds * 1_000L);
    }

    private void take(String name, int screen, int seconds) throws InterruptedException {
        desk.go(screen);
        wall(seconds);
        desk.picture(PICTURES.resolve(name + (screen == CANARY ? "-canary" : "-sla") + ".png"));
    }

    private static WeightSlider slider(String component) {
        return Window.getWindows().getFirst().getScene().getRoot().lookupAll(".weight-slider").stream().map(WeightSlider.class::cast)
                .filter(slider -> slider.getAccessibleText() != null && slider.getAccessibleText().startsWith("Canary weight 5 %")).findFirst()
                .orElseThrow();
    }

    private static void size(double width, double height) {
        onFx(() -> {
            Window.getWindows().getFirst().setWidth(width);
            Window.getWindows().getFirst().setHeight(height);
        });
    }

    private static void onFx(Runnable action) {
        CompletableFuture<Void> done = new CompletableFuture<>();
        Platform.runLater(() -> {
            try {
                action.run();
                done.complete(null);
            } catch (RuntimeException e) {
                done.completeExceptionally(e);
            }
        });
        done.join();
    }
}
