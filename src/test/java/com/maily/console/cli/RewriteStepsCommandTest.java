package com.maily.console.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.maily.console.core.engine.Console;
import com.maily.console.core.journal.Journal;
import com.maily.console.core.model.Actor;
import com.maily.console.core.model.Weight;
import com.maily.console.core.model.Workspace;
import com.maily.console.core.port.StepRewriting.Rewrite;
import com.maily.console.desktop.HandConsole;
import com.maily.console.desktop.Story;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a person sees of a rewrite, and that it is not sent before they say so. */
class RewriteStepsCommandTest {

    private static final Rewrite REWRITE = new Rewrite(Weight.ofPercent(10), Weight.ofPercent(30), List.of("10 %", "50 %"),
            List.of("10 %", "30 %", "50 %"), List.of("The rollout starts its steps over."), "kubectl patch rollout web");

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private final HandConsole console = new HandConsole(Story.entries()) {
        @Override
        public Rewrite previewSteps(String deployment, String component, Weight next) {
            return REWRITE;
        }

        @Override
        public Answer rewriteSteps(String deployment, String component, Rewrite shown, Actor by) {
            orders.add("rewrite " + component + " " + shown.next());
            return new Answer.Accepted(deployment);
        }
    };

    private int run(String... arguments) {
        return Mailyctl.run(new Handed(console), new PrintWriter(out, true), new PrintWriter(err, true), arguments);
    }

    private JsonNode json() throws Exception {
        return new ObjectMapper().readTree(out.toString());
    }

    @Test
    void withoutAYesOnlyTheConsequencesAreShown() {
        assertThat(run("rewrite-steps", "api", "--weight", "30")).as(err.toString()).isZero();
        assertThat(out.toString()).contains("was  50 %", "is   30 %", "- The rollout starts its steps over.",
                "kubectl patch rollout web", "Nothing was sent");
        assertThat(console.orders).isEmpty();
    }

    @Test
    void withAYesItIsDone() throws Exception {
        assertThat(run("rewrite-steps", "api", "--weight", "30", "--yes", "--json")).as(err.toString()).isZero();
        assertThat(console.orders).containsExactly("rewrite api 30 %");
        assertThat(json().at("/rewritten").asBoolean()).isTrue();
        assertThat(json().at("/after/1").asText()).isEqualTo("30 %");
        assertThat(json().at("/consequences/0").asText()).contains("starts its steps over");
    }

    /** One console, whatever files are named. */
    private record Handed(Console console) implements Services {
        @Override
        public Workspace workspace(Files files) {
            return console.workspace();
        }

        @Override
        public Console open(Files files) {
            return console;
        }

        @Override
        public Console openReadOnly(Files files) {
            return console;
        }

        @Override
        public Journal openJournal(Files files) {
            return console.journal();
        }

        @Override
        public List<String> scenarios() {
            return List.of();
        }

        @Override
        public RunningSandbox sandbox(String scenario, long seed, double rate, Path folder, List<String> regions) {
            throw new AssertionError("no sandbox is asked for");
        }

        @Override
        public DrillResult drill(String scenario, long seed) {
            throw new AssertionError("no drill is asked for");
        }
    }
}
