package com.maily.console.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.maily.console.core.journal.Deployment;
import com.maily.console.core.model.Step;
import com.maily.console.sandbox.world.Scenario;
import java.nio.file.Path;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The main promise, through the real window and over the wire: one held key takes everything back, from any screen. */
class LiveRollbackTest {

    private static final int ROLLOUT = 0;

    @Test
    void theKeyHeldOnTheRolloutScreenRollsEverythingBackAndVerifiesIt(@TempDir Path folder) throws Exception {
        try (LiveConsole live = new LiveConsole("canary-regression", 60, folder)) {
            live.deployFromPhase(3);
            live.untilRun(LiveConsole::held);
            live.go(ROLLOUT);

            live.robot.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.R);
            try {
                live.until(() -> live.newest().goesBack());
            } finally {
                live.robot.release(KeyCode.R, KeyCode.SHIFT, KeyCode.CONTROL);
            }

            live.untilRun(Deployment::over);
            assertThat(Outcome.verified(Scenario.CANARY_REGRESSION, live.newest())).isTrue();
        }
    }

    @Test
    void theKeyHeldInTheDrawerTakesOneComponentBackAndEndsTheRun(@TempDir Path folder) throws Exception {
        try (LiveConsole live = new LiveConsole("smooth", 60, folder)) {
            live.deployFromPhase(3);
            live.untilRun(run -> !run.component("api").observed().isZero());
            String forward = live.newest().id();
            live.until(() -> live.shows("Hold 1.5 s to roll back api to v2.0.4"));

            // Where the drawer is shut, the first press only opens it: what goes back must be seen.
            live.robot.press(KeyCode.R).release(KeyCode.R);
            live.robot.press(KeyCode.R);
            try {
                live.until(() -> live.newest().goesBack());
            } finally {
                live.robot.release(KeyCode.R);
            }

            live.untilRun(Deployment::over);
            assertThat(live.console.journal().history().deployment(forward).orElseThrow().status())
                    .isEqualTo(Deployment.Status.SUPERSEDED);
            assertThat(live.newest().plan().steps()).filteredOn(Step.Restore.class::isInstance).extracting(step -> step.about().orElseThrow())
                    .containsExactly("api");
            assertThat(Outcome.verified(Scenario.CANARY_REGRESSION, live.newest())).isTrue();
        }
    }

    @Test
    void escapeBeforeTheEndOfTheHoldSendsNothing(@TempDir Path folder) throws Exception {
        try (LiveConsole live = new LiveConsole("smooth", 60, folder)) {
            live.deployFromPhase(3);
            live.untilRun(run -> run.steps().values().stream().anyMatch(step -> step.startedAt().isPresent()));
            long before = live.console.journal().history().deployments().size();

            live.robot.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.R);
            live.until(live::holding);
            live.robot.press(KeyCode.ESCAPE).release(KeyCode.ESCAPE);
            live.robot.release(KeyCode.R, KeyCode.SHIFT, KeyCode.CONTROL);

            live.until(() -> !live.holding());
            assertThat(live.console.journal().history().deployments()).hasSize((int) before);
        }
    }
}
