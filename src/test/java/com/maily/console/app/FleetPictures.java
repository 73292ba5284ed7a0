package com.maily.console.app;

import com.maily.console.core.model.Artifact;
import com.maily.console.core.port.Deployer;
import com.maily.console.core.port.Track;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Pictures of the fleet screen of the running console, over the wire, in its states; to be looked at. */
@Tag("pictures")
class FleetPictures {

    private static final int FLEET = 5;

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
            live.robot.clickOn("#workload-setup");
            LiveConsole.pulses(60);
            live.pictures("fleet-1-setup", FLEET);
            live.robot.clickOn("#workload-setup");
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

    @Test
    void severalRegions(@TempDir Path folder) throws Exception {
        try (LiveConsole live = new LiveConsole("smooth", 20, folder, List.of("us-east-1", "eu-west-1", "ap-southeast-1"))) {
            live.go(FLEET);
            LiveConsole.pulses(120);
            live.pictures("fleet-3-regions", FLEET);
        }
    }

    @Test
    void whatDriftsFromGit(@TempDir Path folder) throws Exception {
        try (LiveConsole live = new LiveConsole("smooth", 20, folder)) {
            live.go(FLEET);
            driftIn(live);
            live.until(() -> live.scene().lookup("#sync-drift").getParent().isVisible());
            live.pictures("fleet-4-drift", FLEET);
            live.robot.type(KeyCode.Y);
            LiveConsole.pulses(30);
            live.pictures("fleet-4-sync", FLEET);
        }
    }

    /** Somebody sets another image past Git, as one does with kubectl. */
    private static void driftIn(LiveConsole live) {
        var component = live.console.workspace().in(LiveConsole.PRODUCTION).components().stream()
                .filter(one -> one.base().equals("campaign")).findFirst().orElseThrow();
        Deployer deployer = live.console.platforms(LiveConsole.PRODUCTION).deployer(component);
        Artifact.Image now = (Artifact.Image) deployer.observe(component, Track.STABLE).artifact().orElseThrow();
        deployer.deploy(component, Track.STABLE, new Artifact.Image("v2.1.0", now.reference().replace("v2.0.4", "v2.1.0")));
    }
}
