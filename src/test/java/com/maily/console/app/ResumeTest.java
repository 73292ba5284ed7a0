package com.maily.console.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.maily.console.app.Terminal.Said;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run that stands still says why and what to type, and what it says to type works. */
class ResumeTest {

    @TempDir
    private Path folder;
    private Box box;
    private Terminal terminal;

    @BeforeEach
    void start() {
        box = Box.start("smooth", 77, 120, folder);
        terminal = Terminal.on(box);
    }

    @AfterEach
    void stop() {
        box.close();
    }

    private Said deploy(String flags) {
        return terminal.type(("phased-deploy --version v2.1.0 --skip-staging --reason hotfix --json " + flags).split(" "));
    }

    private static void assertStands(Said said, String... words) {
        assertThat(said.code()).as(said.err()).isEqualTo(4);
        assertThat(said.json().at("/ok").asBoolean(true)).isFalse();
        assertThat(said.json().at("/exit").asInt()).isEqualTo(4);
        assertThat(lastLine(said)).contains(words).contains("stands still: ",
                "Or roll back with: mailyctl rollback --env=production").doesNotContain("..");
    }

    private static String lastLine(Said said) {
        return said.err().lines().reduce((_, last) -> last).orElse("");
    }

    @Test
    void aFailedMigrationIsNamedRetriedAndAnImageThatNeverBecomesReadyIsRolledBack() {
        box.world().faults().failJobs("db-migrate", true);
        box.world().faults().neverBecomesReady("campaign", "v2.1.0");
        assertStands(deploy("--end-phase 2 --yes"), "Migrate the database", "mailyctl resume --env=production --retry");
        assertStands(terminal.type("resume", "--json"), "Migrate the database");

        box.world().faults().failJobs("db-migrate", false);
        Said again = terminal.type("resume", "--retry", "--yes", "--json");
        assertStands(again, "campaign does not come up with v2.1.0");
        assertThat(again.err()).contains("Goes on with dep-", "retry asked for", "2 migrations applied")
                .doesNotContain("Back up the database");

        Said back = terminal.type("rollback", "--json");
        assertThat(back.code()).as(back.err()).isZero();
        assertThat(terminal.type("status", "--env", "production", "--json").json().at("/components").findValuesAsText("version"))
                .doesNotContain("v2.1.0");
    }

    @Test
    void aCanaryStopsAtItsLimitUntilAPersonSaysSo() {
        Said stopped = deploy("--start-phase 3 --canary --canary-weight 5");
        assertStands(stopped, " holds its objectives at 5 %. Go on to 10 %?", "mailyctl resume --env=production Or");
        assertThat(stopped.json().at("/status").asText()).isEqualTo("PAUSED");
        assertThat(terminal.type("status", "--env", "production", "--json").json().at("/components").findValuesAsText("weight"))
                .contains("5 %");

        Said still = terminal.type("resume", "--json");
        assertStands(still, "Go on to ");
        assertThat(still.err()).contains("resumed: resumed on the command line").doesNotContain("canary weight 5 % →");

        Said back = terminal.type("rollback", "--json");
        assertThat(back.code()).as(back.err()).isZero();
        assertThat(back.err()).contains("canary weight 5 % → 0 %", "Canary weight 0 % read back.");
    }
}
