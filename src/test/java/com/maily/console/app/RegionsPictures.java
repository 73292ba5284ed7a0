package com.maily.console.app;

import com.maily.console.core.engine.Commands;
import com.maily.console.core.engine.Ready;
import com.maily.console.core.journal.Deployment;
import com.maily.console.core.model.Actor;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Pictures of the real console on production in three regions, to be looked at. Not part of the normal tests. */
@Tag("pictures")
class RegionsPictures {

    private static final String LAST = "ap-southeast-1";
    private static final int ROLLOUT = 0;
    private static final int CANARY = 1;
    private static final int SLA = 2;
    private static final int ROLLBACK = 4;

    @Test
    void wavesThenARollbackWithOneRegionDown(@TempDir Path folder) throws Exception {
        try (LiveConsole live = new LiveConsole("smooth", 120, folder, List.of("us-east-1", "eu-west-1", LAST))) {
            live.deployFromPhase(3);
            live.untilRun(run -> !run.component("ai-service@eu-west-1").observed().isZero());
            live.pictures("regions-rollout", ROLLOUT);
            live.pictures("regions-canary", CANARY);
            live.pictures("regions-sla", SLA);
            live.box.cutOff(LAST, true);
            Outcome.require(live.console.commands().rollBack(new Commands.Undo(LiveConsole.PRODUCTION, List.of(),
                    Optional.empty(),
                    "ai-service is failing"), new Actor("on-call", "Console")));
            live.untilRun(run -> run.goesBack() && run.steps().values().stream()
                    .anyMatch(step -> step.step().title().equals("Verify us-east-1") && step.status().settled()));
            live.pictures("regions-rollback", ROLLBACK);
            live.pictures("regions-back-rollout", ROLLOUT);
            live.untilRun(run -> run.over() || Ready.waitsForPerson(run));
            live.pictures("regions-rollback-stuck", ROLLBACK);
            live.box.cutOff(LAST, false);
            for (String step : live.newest().steps().values().stream().filter(step -> step.failure().isPresent())
                    .map(step -> step.step().id()).toList()) {
                Outcome.require(live.console.commands().retry(live.newest().id(), step, new Actor("on-call", "Console")));
            }
            live.untilRun(Deployment::over);
            live.pictures("regions-rollback-done", ROLLBACK);
        }
    }
}
