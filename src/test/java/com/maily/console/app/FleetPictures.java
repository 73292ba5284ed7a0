package com.maily.console.app;

import java.nio.file.Path;
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
            live.robot.clickOn(".matrix-cell");
            live.pictures("fleet-1-canary", FLEET);
            live.box.faces().kubernetes().refuseConnections();
            LiveConsole.pulses(300);
            live.pictures("fleet-2-away", FLEET);
        }
    }
}
