package com.maily.console.app;

import com.maily.console.core.engine.Commands;
import com.maily.console.core.model.Move;
import com.maily.console.core.model.Weight;
import com.maily.console.desktop.widget.WeightSlider;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Pictures of the canary screen in the states of a canary, to be looked at. Not part of the normal tests. */
@Tag("pictures")
class CanaryPictures {

    private static final int CANARY = 1;

    private static void move(LiveConsole live, Move move) {
        Outcome.require(live.console.commands().move(live.newest().id(), Commands.Group.of("api"), move, Optional.empty(), "",
                live.newest().startedBy()));
    }

    private static void choose(LiveConsole live, boolean chosen) {
        live.onFx(() -> live.scene().getRoot().lookupAll(".card-choice").stream().filter(Node::isVisible)
                .forEach(node -> ((CheckBox) node).setSelected(chosen)));
    }

    /** As far up as it goes, on the first canary; what it is at now moves on with the run. */
    private static void proposeMore(LiveConsole live) {
        live.onFx(() -> live.scene().getRoot().lookupAll(".weight-slider").stream().map(WeightSlider.class::cast).findFirst()
                .ifPresent(slider -> slider.fireEvent(new MouseEvent(MouseEvent.MOUSE_PRESSED, slider.getWidth() * 0.95, 40, 0, 0,
                        MouseButton.PRIMARY, 1, false, false, false, false, true, false, false, false, false, false, null))));
    }

    @Test
    void aCanaryBesideALimit(@TempDir Path folder) throws Exception {
        try (LiveConsole live = new LiveConsole("smooth", 12, folder, List.of(), text -> text.replace("    production: true\n",
                "    production: true\n    largest-step: 25\n"))) {
            live.deployFromPhase(3);
            live.untilRun(run -> run.component("api").desired().equals(Weight.ofPercent(5)) && run.component("api").settledAt().isPresent());
            move(live, Move.PROMOTE);
            live.untilRun(run -> run.component("api").desired().equals(Weight.ofPercent(10)) && run.component("api").settledAt().isPresent());
            live.go(CANARY);
            live.pictures("slider-running", CANARY);
            proposeMore(live);
            live.pictures("slider-limit", CANARY);
            live.robot.press(KeyCode.ESCAPE).release(KeyCode.ESCAPE);
            choose(live, true);
            live.pictures("slider-chosen", CANARY);
            choose(live, false);
            live.box.world().cluster().controllers().ignoreRoute("maily-api", true);
            move(live, Move.ABORT);
            live.untilRun(run -> run.component("api").lost().isPresent());
            live.pictures("slider-lost", CANARY);
            live.box.world().cluster().controllers().ignoreRoute("maily-api", false);
        }
    }

    @Test
    void queuedHeldAndAborted(@TempDir Path folder) throws Exception {
        try (LiveConsole live = new LiveConsole("smooth", 12, folder)) {
            live.deployFromPhase(3);
            live.untilRun(run -> run.component("api").desired().equals(Weight.ofPercent(5)) && run.component("api").settledAt().isPresent());
            Outcome.require(live.console.commands().move(live.newest().id(), Commands.Group.of("api"), Move.QUEUE,
                    Optional.of(Weight.ofPercent(40)), "", live.newest().startedBy()));
            live.untilRun(run -> run.steps().values().stream().anyMatch(step -> step.asked().isPresent()));
            live.pictures("slider-queued", CANARY);
            move(live, Move.ABORT);
            live.untilRun(LiveConsole::held);
            live.pictures("slider-aborted", CANARY);
        }
    }
}
