package com.maily.console.app;

import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Pictures of the analysis screen of the running console, over the wire, in its states; to be looked at. */
@Tag("pictures")
class AnalysisPictures {

    private static final int ANALYSIS = 3;

    @Test
    void nothingThenACanaryThatFailsThenAWindowOfOnesOwn(@TempDir Path folder) throws Exception {
        try (LiveConsole live = new LiveConsole("canary-regression", 20, folder)) {
            live.pictures("analysis-0-empty", ANALYSIS);
            live.deployFromPhase(3);
            live.go(ANALYSIS);
            live.untilRun(LiveConsole::held);
            LiveConsole.pulses(180);
            live.pictures("analysis-1-held", ANALYSIS);
            live.robot.clickOn("10m");
            LiveConsole.pulses(240);
            live.pictures("analysis-2-asked", ANALYSIS);
            live.box.world().faults().metricSourceDown(true);
            live.robot.clickOn("30m");
            LiveConsole.pulses(300);
            live.pictures("analysis-3-source-away", ANALYSIS);
        }
    }
}
