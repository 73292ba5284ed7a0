package com.maily.console.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.maily.console.app.Terminal.Said;
import com.maily.console.cli.Services;
import com.maily.console.core.engine.Commands;
import com.maily.console.core.engine.Console;
import com.maily.console.core.model.Actor;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The judge asked from a terminal, over the wire. */
class AnalyseCommandTest {

    @TempDir
    private Path folder;

    @Test
    void aCanaryThatBakesIsJudgedWithItsWorkingAndTheCodeSaysTheWord() {
        try (Box box = Box.start("smooth", 77, 60, folder)) {
            bakedFor(box, Duration.ofMinutes(3));
            Terminal terminal = Terminal.on(box);
            Said text = terminal.type("analyse", "--component", "api", "--last", "2m");
            assertThat(text.code()).as(text.out() + text.err()).isIn(0, 6, 7);
            assertThat(text.out()).contains("Analysis of api on production, ", "Score: ", "METRIC", "error-rate", "≤ 200 ms",
                    "canary, bad requests: ", "track=\"canary\"");

            Said said = terminal.type("analyse", "--environment", "production", "--component", "api", "--last", "2m",
                    "--output", "json");
            JsonNode json = said.json();
            assertThat(json.at("/exit").asInt()).isEqualTo(said.code());
            assertThat(json.at("/analysis/metrics/0/canary/counts/total").asDouble()).isGreaterThan(100);
            assertThat(json.at("/analysis/component").asText()).isEqualTo("api");

            Said markdown = terminal.type("analyse", "--component", "api", "--last", "2m", "--output", "markdown");
            assertThat(markdown.out()).startsWith("# Analysis of api on production").contains("| error-rate | ");
            assertThat(terminal.type("analyse", "--component", "api", "--last", "2m", "--output", "html").out())
                    .contains("<svg ");
        }
    }

    @Test
    void whereNoCanaryRanThereIsNoDataAndNeverAPass() {
        try (Box box = Box.start("smooth", 77, 60, folder)) {
            Said none = Terminal.on(box).type("analyse", "--component", "api", "--last", "2m");
            assertThat(none.code()).as(none.out()).isEqualTo(8);
            assertThat(none.out()).contains("No data: ", "which is not a pass");
        }
    }

    @Test
    void whatMakesNoSenseIsSaidBeforeAnythingIsAsked() {
        try (Box box = Box.start("smooth", 77, 60, folder)) {
            Terminal terminal = Terminal.on(box);
            assertThat(terminal.type("analyse", "--component", "api").err()).contains("neither --from nor --last");
            assertThat(terminal.type("analyse", "--component", "apo", "--last", "2m").err()).contains("no component 'apo'");
            Said wrong = terminal.type("analyse", "--component", "api", "--last", "2m", "--output", "pdf");
            assertThat(wrong.code()).isEqualTo(2);
            assertThat(wrong.err()).contains("There is no output 'pdf'");
            Said reversed = terminal.type("analyse", "--component", "api", "--from", "2025-11-20 01:10", "--to",
                    "2025-11-20 01:00");
            assertThat(reversed.code()).isEqualTo(2);
            assertThat(reversed.err()).contains("it ends before it begins");
            assertThat(terminal.type("analyse", "--component", "redis", "--last", "2m").code()).isEqualTo(3);
        }
    }

    private static void bakedFor(Box box, Duration time) {
        try (Console console = new Wiring("test").open(new Services.Files(Optional.of(box.workspace()),
                Optional.of(box.journal())))) {
            Outcome.require(console.commands().start(new Commands.Wanted("production", "v2.1.0", 3, 3, true, true,
                    Optional.empty(),
                    "planned"), new Actor("release-manager", "Console")));
            Eventually.holds(Duration.ofSeconds(90), () -> console.journal().history().newest("production").flatMap(run ->
                    run.component("api").settledAt().filter(_ -> !run.component("api").desired().isZero()))
                    .filter(since -> since.plus(time).isBefore(console.time().instant())).isPresent());
        }
    }
}
