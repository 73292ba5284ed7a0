package com.maily.console.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.maily.console.app.Terminal.Said;
import com.maily.console.cli.Services;
import com.maily.console.core.engine.Commands;
import com.maily.console.core.engine.Console;
import com.maily.console.core.model.Actor;
import com.maily.console.core.model.Weight;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Canaries moved from a terminal, over the wire: all that are named or none, and each with what came of it. */
class CanaryCommandTest {

    @TempDir
    private Path folder;

    @Test
    void severalAreMovedAsOneAndOneThatCannotStopsThemAll() {
        try (Box box = Box.start("smooth", 77, 60, folder)) {
            startedAtFivePercent(box);
            Terminal terminal = Terminal.on(box);
            Said refused = terminal.type("canary", "promote", "--components", "api,frontend");
            assertThat(refused.code()).as(refused.err()).isEqualTo(3);
            assertThat(refused.err()).contains("api and frontend cannot be promoted together, so nothing was sent",
                    "frontend: its canary has not started yet");

            Said aborted = terminal.type("canary", "abort", "--components", "api,ai-service", "--json");
            assertThat(aborted.code()).as(aborted.err()).isZero();
            assertThat(aborted.json().at("/components/0/said").asText()).isEqualTo("at 0 %, read back");
            assertThat(aborted.json().at("/components/1/said").asText()).isEqualTo("at 0 %, read back");
            assertThat(terminal.type("journal", "--last", "0").out()).contains("asked to abort api", "as one");

            Said again = terminal.type("canary", "promote", "--components", "api");
            assertThat(again.err()).contains("it was aborted and is held at 0 %; resume it first");
        }
    }

    private static void startedAtFivePercent(Box box) {
        try (Console console = new Wiring("test").open(new Services.Files(Optional.of(box.workspace()), Optional.of(box.journal())))) {
            Outcome.require(console.commands().start(new Commands.Wanted("production", "v2.1.0", 3, 3, true, true, Optional.empty(),
                    "planned"), new Actor("release-manager", "Console")));
            Eventually.holds(Duration.ofSeconds(60), () -> console.journal().history().newest("production").filter(run ->
                    run.component("api").desired().equals(Weight.ofPercent(5)) && run.component("ai-service").desired().isAbove(Weight.ZERO))
                    .isPresent());
        }
    }
}
