package com.maily.console.app;

import java.nio.file.Path;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Pictures of the fleet screen of the running console, over the wire, in its states; to be looked at. */
@Tag("pictures")
class FleetPictures {

    private static final int FLEET = 4;

    @Test
    void quietThenARunThenAClusterThatIsAway(@TempDir Path folder) throws Exception {
        try (LiveConsole live = new LiveConsole("smooth", 20, folder)) {
            live.go(FLEET);
            live.pictures("fleet-0-quiet", FLEET);
            live.deployFromPhase(3);
            live.untilRun(run -> !run.component("api").observed().isZero());
            live.robot.clickOn("#cell-api-in-maily");
            LiveConsole.pulses(60);
            live.pictures("fleet-1-canary", FLEET);
            live.robot.type(KeyCode.L);
            live.pictures("fleet-1-log", FLEET);
            live.robot.type(KeyCode.L, KeyCode.T);
            live.pictures("fleet-1-words", FLEET);
            live.robot.type(KeyCode.T);
            live.box.faces().kubernetes().refuseConnections();
            LiveConsole.pulses(300);
            live.pictures("fleet-2-away", FLEET);
        }
    }
}
