package com.maily.console.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.maily.console.app.Terminal.Said;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Setting Datadog up from a terminal: what is missing is shown, then made, and the second time nothing changes. */
class DatadogCommandTest {

    @TempDir
    private Path folder;

    @Test
    void monitorsAreShownThenCreatedAndTheSecondTimeNothingChanges() {
        List<String> writes = new CopyOnWriteArrayList<>();
        try (Box box = Box.start("smooth", 77, 60, folder)) {
            box.faces().datadog().onWrite(writes::add);
            Terminal terminal = Terminal.on(box);
            Said plan = terminal.type("datadog", "plan");
            assertThat(plan.code()).as(plan.err()).isZero();
            assertThat(plan.out()).contains("missing      email/failed-requests",
                    "+ Maily: Failed requests of email in production", " > 0.5",
                    "not watched  api/availability", "2 monitors should exist in production, 2 of them are missing.");
            Said asked = terminal.type("datadog", "apply");
            assertThat(asked.out()).contains("+ Maily: Failed requests of email in production", "Nothing was sent. Say --yes");
            assertThat(writes).as("nothing without a yes").isEmpty();

            Said applied = terminal.type("datadog", "apply", "--yes", "--json");
            assertThat(applied.code()).as(applied.err()).isZero();
            assertThat(applied.json().at("/done")).hasSize(2);
            assertThat(applied.err()).as("shown before it is made")
                    .containsSubsequence("+ sum(last_5m):", "was created and read back");
            assertThat(writes).containsExactly("POST /api/v1/monitor", "POST /api/v1/monitor");

            Said again = terminal.type("datadog", "apply", "--yes");
            assertThat(again.out()).contains("there        email/failed-requests", "0 of them are missing", "Nothing was sent.");
            assertThat(writes).hasSize(2);
            assertThat(terminal.type("datadog", "plan", "--env", "staging").out()).contains("missing      email/failed-requests");
        }
    }

    @Test
    void serviceLevelsAreListedWithTheirBudgets() {
        try (Box box = Box.start("smooth", 77, 60, folder)) {
            Said levels = Terminal.on(box).type("datadog", "levels");
            assertThat(levels.code()).as(levels.err()).isZero();
            assertThat(levels.out()).contains("Requests to the api succeed", "of the budget left",
                    "1 service levels in production.");
        }
    }

    @Test
    void aProtectedEnvironmentWantsItsNameTypedAndAReadOnlyOneIsLeftAlone() throws Exception {
        List<String> writes = new CopyOnWriteArrayList<>();
        try (Box box = Box.start("smooth", 77, 60, folder)) {
            box.faces().datadog().onWrite(writes::add);
            String text = Files.readString(box.workspace());
            Files.writeString(box.workspace(), text.replace("production: true", "production: true\n    protected: true"));
            Terminal terminal = Terminal.on(box);
            assertThat(terminal.type("datadog", "apply", "--yes").err())
                    .contains("production is protected", "--confirm=production");
            Files.writeString(box.workspace(), text.replace("production: true", "production: true\n    read-only: true"));
            assertThat(terminal.type("datadog", "apply", "--yes").code()).isEqualTo(3);
            assertThat(writes).isEmpty();
        }
    }

    @Test
    void withoutAConnectionItIsSaidWhatToAdd() throws Exception {
        try (Box box = Box.start("smooth", 77, 60, folder)) {
            Files.writeString(box.workspace(), Files.readString(box.workspace())
                    .replaceAll("(?m)^      datadog:\\n(        .*\\n)+", ""));
            Said plan = Terminal.on(box).type("datadog", "plan");
            assertThat(plan.code()).isEqualTo(3);
            assertThat(plan.err()).contains("production has no connection to Datadog", "Add connections.datadog there.");
        }
    }
}
