package com.maily.console.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.maily.console.app.Terminal.Said;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What one component ran before, how it goes back there, and how it is set up: from a terminal, over the wire. */
class RevisionCommandsTest {

    @TempDir
    private Path folder;
    private Box box;
    private Terminal terminal;

    @BeforeEach
    void start() {
        box = Box.start("smooth", 77, 60, folder);
        terminal = Terminal.on(box);
    }

    @AfterEach
    void stop() {
        box.close();
    }

    private List<JsonNode> history() {
        Said said = terminal.type("history", "--component", "api", "--json");
        assertThat(said.code()).as(said.err()).isZero();
        assertThat(said.json().at("/component").asText()).isEqualTo("api");
        return StreamSupport.stream(said.json().at("/revisions").spliterator(), false).toList();
    }

    private JsonNode current() {
        return history().stream().filter(revision -> revision.at("/current").asBoolean()).findFirst().orElseThrow();
    }

    @Test
    void theHistoryMarksWhatRunsNow() {
        Said said = terminal.type("history", "--component", "api");
        assertThat(said.code()).as(said.err()).isZero();
        assertThat(said.out().lines().filter(line -> line.startsWith("*"))).singleElement().asString().contains("v2.0.4");
        assertThat(said.out()).contains("CHANGE-CAUSE", "v2.0.3");
        assertThat(current().at("/artifact/version").asText()).isEqualTo("v2.0.4");
        assertThat(history()).hasSizeGreaterThan(1);
        assertThat(terminal.type("history", "--component", "apo").code()).isEqualTo(2);
    }

    @Test
    void aDryRunOfAnUndoShowsTheTemplatesDifferenceAndWritesNothing() {
        long before = box.world().cluster().version();
        Said said = terminal.type("undo", "--component", "api", "--reason", "p99 doubled", "--dry-run");
        assertThat(said.code()).as(said.err()).isZero();
        assertThat(said.out()).contains("To revision", "nothing was written");
        assertThat(said.out().lines().filter(line -> line.startsWith("- "))).anySatisfy(line -> assertThat(line).contains("v2.0.4"));
        assertThat(said.out().lines().filter(line -> line.startsWith("+ "))).anySatisfy(line -> assertThat(line).contains("v2.0.3"));

        Said json = terminal.type("undo", "--component", "api", "--reason", "p99 doubled", "--dry-run", "--json");
        assertThat(json.code()).as(json.err()).isZero();
        assertThat(json.json().at("/dryRun").asBoolean()).isTrue();
        assertThat(json.json().at("/plan/phases")).isNotEmpty();
        assertThat(json.json().at("/preflight")).isNotEmpty();
        assertThat(box.world().cluster().version()).isEqualTo(before);
        assertThat(box.journal()).doesNotExist();
    }

    @Test
    void anUndoGoesBackAndIsProvedAndDoingItAgainIsNothingToDo() {
        Said undone = terminal.type("undo", "--component", "api", "--reason", "p99 doubled", "--json");
        assertThat(undone.code()).as(undone.err()).isZero();
        assertThat(undone.json().at("/status").asText()).isEqualTo("SUCCEEDED");
        assertThat(undone.json().at("/version").asText()).isEqualTo("v2.0.3");
        assertThat(current().at("/artifact/version").asText()).isEqualTo("v2.0.3");

        String now = current().at("/number").asText();
        Said again = terminal.type("undo", "--component", "api", "--to-revision", now, "--reason", "to be sure", "--json");
        assertThat(again.code()).isEqualTo(3);
        assertThat(again.json().at("/ok").asBoolean(true)).isFalse();
        assertThat(again.err() + again.out()).contains("Nothing to do", "at revision " + now + " already");
    }

    @Test
    void aRevisionThatIsNotKeptIsRefusedWithThoseThatAre() {
        Said text = terminal.type("undo", "--component", "api", "--to-revision", "99", "--reason", "a guess");
        assertThat(text.code()).isEqualTo(3);
        assertThat(text.err()).contains("api has no revision 99", "Its platform keeps");
        Said json = terminal.type("undo", "--component", "api", "--to-revision", "99", "--reason", "a guess", "--dry-run", "--json");
        assertThat(json.code()).isEqualTo(3);
        assertThat(json.json().at("/failure/kind").asText()).isEqualTo("missing");
        assertThat(terminal.type("undo", "--component", "api").code()).as("without a reason").isEqualTo(2);
    }

    @Test
    void aComponentIsDescribedWhereItsPlatformTells() {
        Said text = terminal.type("describe", "--env", "production", "--component", "api");
        assertThat(text.code()).as(text.err()).isZero();
        assertThat(text.out()).contains("api on production", "units", "container", "policies");
        Said json = terminal.type("describe", "--env", "production", "--component", "api", "--json");
        assertThat(json.code()).as(json.err()).isZero();
        assertThat(json.json().at("/ok").asBoolean()).isTrue();
        assertThat(json.json().at("/components/api/units").asInt()).isPositive();

        Said elsewhere = terminal.type("describe", "--env", "production", "--component", "frontend", "--json");
        assertThat(elsewhere.code()).isEqualTo(3);
        assertThat(elsewhere.json().at("/failure/kind").asText()).isEqualTo("missing");
        assertThat(terminal.type("describe", "--component", "api").code()).as("without an environment").isEqualTo(2);
    }

    @Test
    void stepsAreOnlyRewrittenWhileARunMovesTheCanary() {
        Said text = terminal.type("rewrite-steps", "api", "--weight", "30");
        assertThat(text.code()).isEqualTo(3);
        assertThat(text.err()).contains("no run on production is unfinished");
        assertThat(terminal.type("rewrite-steps", "api", "--weight", "100", "--json").code()).isEqualTo(2);
    }

    @Test
    void whatJobsWriteIsPrintedWhenAskedFor() {
        Said said = terminal.type("phased-deploy", "--version", "v2.1.0", "--end-phase", "1", "--yes", "--logs");
        assertThat(said.code()).as(said.err() + said.out()).isZero();
        assertThat(said.out().lines().filter(line -> line.startsWith("    ") && line.contains(" | ")))
                .as(said.out()).anySatisfy(line -> assertThat(line).contains("passed"));
    }
}
