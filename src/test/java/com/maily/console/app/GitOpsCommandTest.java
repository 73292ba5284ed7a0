package com.maily.console.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.maily.console.app.Terminal.Said;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a person can tell Argo CD from a terminal, and is told by it. */
class GitOpsCommandTest {

    @TempDir
    private Path folder;

    @Test
    void whatIsPausedIsShownWithItsReasonUntilItIsRestored() {
        try (Box box = Box.start("gitops", 77, 60, folder)) {
            Terminal terminal = Terminal.on(box);
            Said before = terminal.type("gitops", "status", "--json");
            assertThat(before.code()).as(before.err()).isZero();
            assertThat(before.err()).contains("api-production", "In sync", "auto-sync with self-heal");
            assertThat(before.json().at("/paused")).isEmpty();

            Said paused = terminal.type("gitops", "pause", "--component", "api", "--reason", "looking at the p99");
            assertThat(paused.code()).as(paused.err()).isZero();
            assertThat(paused.out()).contains("Paused auto-sync with self-heal of api-production");

            Said status = terminal.type("status", "--env", "production");
            assertThat(status.out()).contains("GIT", "Auto-sync of api-production is paused", "looking at the p99");

            Said restored = terminal.type("gitops", "restore", "--component", "api", "--reason", "seen enough");
            assertThat(restored.code()).as(restored.err()).isZero();
            assertThat(restored.out()).contains("Restored auto-sync with self-heal of api-production");
            assertThat(terminal.type("status", "--env", "production").out()).doesNotContain("is paused");
            assertThat(terminal.type("gitops", "sync", "--component", "api", "--reason", "to be sure").out())
                    .contains("as Git says already");
            assertThat(terminal.type("journal", "--last", "0").out()).as("what belongs to no run is listed too")
                    .contains("api-production", "auto-sync with self-heal paused: looking at the p99", "auto-sync restored: seen enough");
            assertThat(terminal.type("journal", "--verify", "--json").json().at("/ok").asBoolean()).isTrue();
        }
    }

    @Test
    void aReasonAndAKnownComponentAreNeeded() {
        try (Box box = Box.start("smooth", 77, 60, folder)) {
            Terminal terminal = Terminal.on(box);
            assertThat(terminal.type("gitops", "pause", "--component", "api").code()).isEqualTo(2);
            assertThat(terminal.type("gitops", "pause", "--component", "apo", "--reason", "x").code()).isEqualTo(2);
            Said off = terminal.type("gitops", "pause", "--component", "api", "--reason", "x");
            assertThat(off.out()).as("in the usual scenarios it syncs only when asked").contains("is off already");
            assertThat(terminal.type("gitops", "pause", "--component", "redis", "--reason", "x").err()).contains("No application owns redis");
        }
    }

    @Test
    void aProtectedEnvironmentWantsItsNameTypedForEachChange() throws Exception {
        try (Box box = Box.start("gitops", 77, 60, folder)) {
            Files.writeString(box.workspace(), Files.readString(box.workspace()).replace("production: true", "production: true\n    protected: true"));
            Terminal terminal = Terminal.on(box);
            Said bare = terminal.type("gitops", "pause", "--component", "api", "--reason", "x");
            assertThat(bare.code()).isEqualTo(3);
            assertThat(bare.err()).contains("production is protected", "--confirm=production");
            assertThat(terminal.type("undo", "--component", "blockchain", "--reason", "x").code()).isEqualTo(3);
            assertThat(terminal.type("gitops", "pause", "--component", "api", "--reason", "x", "--confirm", "production").code()).isZero();
        }
    }
}
