package com.maily.console.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.maily.console.app.Terminal.Said;
import com.maily.console.core.model.Component;
import com.maily.console.core.model.Workspace;
import com.maily.console.core.port.Track;
import com.maily.console.core.port.Workload;
import com.maily.console.platforms.workspace.WorkspaceFile;
import com.maily.console.sandbox.BoxPorts;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The two commands of two terminals, through the real adapters over loopback, end where the drill in memory ends. */
class OverTheWireTest {

    private static final double RATE = 120;

    @TempDir
    private Path folder;

    /** Two invocations on one journal; then what runs is asked of the sandbox itself, past all adapters. */
    @Test
    void phasedDeployAndRollbackEndVerified() {
        try (Box box = Box.start("canary-regression", 77, RATE, folder)) {
            Terminal terminal = Terminal.on(box);
            Said deployed = terminal.type("phased-deploy", "--version", "v2.1.0", "--canary", "--yes", "--json");
            assertThat(deployed.code()).as(deployed.err()).isEqualTo(4);
            assertThat(deployed.err()).contains("Canary of api", "held: error-rate", "mailyctl rollback --env=production",
                    "mailyctl resume");
            assertThat(deployed.json().at("/status").asText()).isEqualTo("RUNNING");

            Said rolledBack = terminal.type("rollback", "--env", "production", "--components", "all", "--json");
            assertThat(rolledBack.code()).as(rolledBack.err()).isZero();
            assertThat(rolledBack.json().at("/status").asText()).isEqualTo("SUCCEEDED");
            assertThat(rolledBack.json().at("/version").asText()).isEqualTo("v2.0.4");
            assertEverythingRuns("v2.0.4", box);
            assertStatusAgrees(terminal, "v2.0.4");
            assertTheJournalTellsIt(terminal);
        }
    }

    private static void assertEverythingRuns(String version, Box box) {
        Workspace workspace = WorkspaceFile.read(box.workspace());
        BoxPorts truth = new BoxPorts(box.world(), "production");
        for (Component component : workspace.components().stream().filter(one -> !one.name().equals("redis")).toList()) {
            Workload stable = truth.deployer(component).observe(component, Track.STABLE);
            assertThat(stable.artifact().orElseThrow().version()).as(component.name()).isEqualTo(version);
            assertThat(stable.done()).as(component.name()).isTrue();
            if (component.hasCanary()) {
                assertThat(truth.router(component).observe(component).observed().isZero()).as(component.name()).isTrue();
                assertThat(truth.deployer(component).observe(component, Track.CANARY).wanted()).as(component.name()).isZero();
            }
        }
    }

    private static void assertStatusAgrees(Terminal terminal, String version) {
        Said status = terminal.type("status", "--env", "production", "--json");
        assertThat(status.code()).as(status.err()).isZero();
        for (JsonNode row : status.json().at("/components")) {
            if (!row.at("/component").asText().equals("redis")) {
                assertThat(row.at("/version").asText()).as(row.toString()).isEqualTo(version);
                assertThat(row.at("/ready").asInt()).isEqualTo(row.at("/wanted").asInt());
            }
        }
    }

    private static void assertTheJournalTellsIt(Terminal terminal) {
        Said verified = terminal.type("journal", "--verify", "--json");
        assertThat(verified.code()).isZero();
        assertThat(verified.json().at("/ok").asBoolean()).isTrue();
        String listed = terminal.type("journal", "--last", "0").out();
        assertThat(listed).contains("deployment of v2.1.0 over v2.0.4 started", "took over.",
                "rollback to v2.0.4 over v2.1.0 started",
                "succeeded: production was rolled back to v2.0.4.");
    }
}
