package com.maily.console.app;

import com.maily.console.core.engine.Commands;
import com.maily.console.core.journal.Deployment;
import com.maily.console.core.model.Actor;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Pictures of the real console in the states of a run and its rollback, to be looked at. Not part of the normal tests. */
@Tag("pictures")
class OperationsPictures {

    private static final int ROLLOUT = 0;
    private static final int ROLLBACK = 4;
    private static final int JOURNAL = 7;

    @Test
    void firstRun(@TempDir Path folder) throws Exception {
        try (LiveConsole live = new LiveConsole("smooth", 12, folder)) {
            for (int screen = 0; screen < 8; screen++) {
                live.pictures("first-" + screen, screen);
            }
        }
    }

    @Test
    void aRunAndItsRollback(@TempDir Path folder) throws Exception {
        try (LiveConsole live = new LiveConsole("canary-regression", 60, folder)) {
            live.deployFromPhase(1);
            live.untilRun(run -> run.currentPhase().number() == 2);
            live.pictures("run-early", ROLLOUT);
            live.pictures("run-early-rollback", ROLLBACK);
            live.untilRun(run -> !run.component("api").observed().isZero());
            live.pictures("run-canary", ROLLOUT);
            live.untilRun(LiveConsole::held);
            live.pictures("held-rollout", ROLLOUT);
            live.pictures("held-rollback", ROLLBACK);
            live.robot.type(KeyCode.D);
            live.until(() -> live.scene().getRoot().lookupAll(".tag").stream()
                    .anyMatch(node -> node.toString().contains("nothing was sent")));
            live.pictures("held-dry-run", ROLLBACK);
            live.robot.type(KeyCode.ESCAPE);
            live.pictures("held-journal", JOURNAL);
            Outcome.require(live.console.commands().rollBack(new Commands.Undo(LiveConsole.PRODUCTION, List.of(),
                    Optional.empty(),
                    "ai-service is failing"), new Actor("on-call", "Console")));
            live.pictures("back-running-rollback", ROLLBACK);
            live.pictures("back-running-rollout", ROLLOUT);
            live.untilRun(Deployment::over);
            live.pictures("after-rollback", ROLLBACK);
            live.pictures("after-rollout", ROLLOUT);
            live.pictures("after-journal", JOURNAL);
        }
    }

    @Test
    void platformsAway(@TempDir Path folder) throws Exception {
        try (LiveConsole live = new LiveConsole("canary-regression", 60, folder)) {
            live.deployFromPhase(3);
            live.untilRun(run -> !run.component("api").observed().isZero());
            live.box.faces().kubernetes().refuseConnections();
            live.box.world().faults().metricSourceDown(true);
            live.untilRun(run -> run.steps().values().stream().anyMatch(step -> step.failure().isPresent())
                    || live.console.platforms("production").sources().stream().anyMatch(source -> !source.trouble().isEmpty()));
            live.pictures("away-rollout", ROLLOUT);
            live.pictures("away-rollback", ROLLBACK);
        }
    }
}
