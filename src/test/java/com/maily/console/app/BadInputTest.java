package com.maily.console.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import com.maily.console.app.Terminal.Said;
import com.maily.console.cli.Services;
import com.maily.console.core.engine.Commands;
import com.maily.console.core.engine.Console;
import com.maily.console.core.journal.Journal;
import com.maily.console.core.model.Actor;
import com.maily.console.sandbox.cluster.ApiFaults;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whatever is wrong, mailyctl says it in a sentence on the standard error, ends with the documented code, and loses nothing. */
class BadInputTest {

    private static final int FAILED = 1;
    private static final int USAGE = 2;
    private static final int REFUSED = 3;
    private static final String DEPLOY = "deploy --version v2.1.0 --yes --json";

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

    private static void assertRefused(Said said, int code, String... sentences) {
        assertThat(said.err()).contains(sentences).doesNotContain("Exception", "\tat ", "null");
        assertThat(said.err().lines().filter(line -> line.startsWith("mailyctl: "))).hasSize(1);
        assertThat(said.code()).as(said.err()).isEqualTo(code);
        assertThat(said.json().at("/ok").asBoolean(true)).isFalse();
        assertThat(said.json().at("/exit").asInt()).isEqualTo(code);
        assertThat(said.json().at("/failure/what").asText()).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "deploy --version v9.9.9 --json | There is no release 'v9.9.9': the workspace knows v2.1.0, v2.0.4, v2.0.3.",
            "deploy --version latest --json | There is no release 'latest'",
            "phased-deploy --version v2.1.0 --env prod --json | There is no environment 'prod': the workspace knows staging, production.",
            "rollback --components api,emial --json | There is no component 'emial'",
            "rollback --to-version stable --json | a tag that can move",
            "status --env moon --json | There is no environment 'moon'",
            "resume --env moon --json | There is no environment 'moon'",
            "deploy --json | Missing required option: '--version=VERSION'.",
            "deploy --version v2.1.0 --forse --json | Unknown option: '--forse'",
            "phased-deploy --version v2.1.0 --start-phase two --json | 'two' is not an int"})
    void namesThatDoNotExist(String command, String sentence) {
        assertRefused(terminal.type(command.split(" ")), USAGE, sentence);
        assertThat(box.journal()).as("nothing was opened").doesNotExist();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "drill melt-down --json | the sandbox knows smooth, canary-regression, rollback-drill, gitops.",
            "sandbox --scenario melt-down --json | There is no scenario 'melt-down'",
            "sandbox --rate 0 --json | the rate must lie above 0"})
    void scenariosThatDoNotExist(String command, String sentence) {
        assertRefused(Terminal.say(command.split(" ")), USAGE, sentence);
    }

    @Test
    void aWorkspaceFileThatIsMissingOrBroken() throws IOException {
        assertRefused(new Terminal(folder.resolve("none.yaml"), box.journal()).type(DEPLOY.split(" ")), USAGE, "none.yaml");

        String good = Files.readString(box.workspace());
        Path broken = Files.writeString(folder.resolve("broken.yaml"), good.replaceFirst("criticality: critical",
                "critically: critical"));
        assertRefused(new Terminal(broken, box.journal()).type("status", "--json"), USAGE,
                "broken.yaml:7:5: components[0].critically is not known; did you mean criticality?");
        Files.writeString(broken, "components: [");
        assertRefused(new Terminal(broken, box.journal()).type(DEPLOY.split(" ")), USAGE, "broken.yaml");
        assertThat(box.journal()).doesNotExist();
    }

    /** Looking works as far as it goes and says what it could not see; changing is refused before anything is changed. */
    @Test
    void aClusterThatDoesNotAnswer() {
        box.faces().kubernetes().refuseConnections();
        Said status = terminal.type("status", "--env", "production", "--json");
        assertThat(status.code()).isEqualTo(FAILED);
        assertThat(status.json().at("/components/0/version").asText()).isEqualTo("unknown");
        assertThat(status.json().at("/components/0/trouble").asText())
                .contains("cluster cannot be reached: the connection was refused");
        assertThat(status.json().at("/components").findValuesAsText("version")).as("Vercel still answers").contains("v2.0.4");

        assertRefused(terminal.type(DEPLOY.split(" ")), REFUSED, "cluster cannot be reached: the connection was refused");
        assertNoRun();
    }

    @Test
    void aTokenThatIsNotAcceptedOrMayNot() throws IOException {
        long version = box.world().cluster().version();
        String config = Files.readString(box.kubeconfig());
        Files.writeString(box.kubeconfig(), config.replace(box.faces().kubernetes().token(), "expired"));
        assertRefused(terminal.type(DEPLOY.split(" ")), REFUSED, "401");
        Files.writeString(box.kubeconfig(), config);

        box.faces().kubernetes().faults().next(10_000, "*", "deployments", new ApiFaults.Fault.Code(403));
        assertRefused(terminal.type(DEPLOY.split(" ")), REFUSED, "403");
        assertNoRun();
        assertThat(box.world().cluster().version()).isEqualTo(version);
    }

    private void assertNoRun() {
        assertThat(terminal.type("journal", "--verify", "--json").json().at("/entries").asLong()).isZero();
    }

    @Test
    void twoRunsAtOnceOnOneEnvironment() {
        try (Console console = new Wiring("test").open(new Services.Files(Optional.of(box.workspace()),
                Optional.of(box.journal())))) {
            Commands.Answer answer = console.commands().start(new Commands.Wanted("production", "v2.1.0", 1, 3, false, false,
                    Optional.empty(), "the first"), new Actor("release-manager", "Console"));
            String run = ((Commands.Answer.Accepted) answer).deployment();
            console.commands().pause(run, "lunch", new Actor("release-manager", "Console"));
            Eventually.holds(Duration.ofSeconds(10), () -> console.journal().history().deployment(run).orElseThrow()
                    .statusReason().equals("lunch"));
        }
        assertRefused(terminal.type(DEPLOY.split(" ")), REFUSED, "production is not free", "Held by dep-",
                "started by release-manager");
        assertThat(runs()).as("the refused one left no run").isEqualTo(1);
        assertThat(terminal.type("status", "--env", "production", "--json").json().at("/runs/0/status").asText())
                .isEqualTo("PAUSED");
    }

    private int runs() {
        try (Journal journal = new Wiring("test").openJournal(new Services.Files(Optional.of(box.workspace()), Optional.of(box.journal())))) {
            return journal.history().deployments().size();
        }
    }

    @Test
    void aJournalThatAnotherProcessWrites() throws Exception {
        try (ChildProgram other = ChildProgram.start(folder, "other", "phased-deploy", "--version", "v2.1.0", "--yes",
                "--workspace", box.workspace().toString(), "--journal", box.journal().toString())) {
            Eventually.holds(Duration.ofSeconds(60), () -> !other.alive() || other.out().contains("started"));
            assertRefused(terminal.type(DEPLOY.split(" ")), REFUSED, "The journal is in use", "mailyctl, process " + other.pid());
            assertThat(terminal.type("status", "--json").json().at("/runs").size()).as("looking is free").isPositive();
            other.kill();
        }
        assertThat(terminal.type("journal", "--verify", "--json").code()).isZero();
    }

    @Test
    void aJournalInAFolderThatCannotBeWritten() {
        Path locked = folder.resolve("locked");
        Places.made(locked);
        assertThat(locked.toFile().setWritable(false)).isTrue();
        assumeFalse(Files.isWritable(locked), "this user may write everything (root), so a read-only folder could not be tried");
        assertRefused(new Terminal(box.workspace(), locked.resolve("journal.db")).type(DEPLOY.split(" ")), REFUSED, "locked");
    }

    @Test
    void aJournalWhoseFolderIsAFile() throws IOException {
        Path plain = Files.writeString(folder.resolve("plain"), "");
        assertRefused(new Terminal(box.workspace(), plain.resolve("journal.db")).type(DEPLOY.split(" ")), REFUSED, "plain");
    }

    /** One byte of one entry, changed in the file behind everybody's back. */
    @Test
    void aJournalWithAChangedByte() throws IOException {
        aRunThatWasRefusedStaging();
        byte[] bytes = Files.readAllBytes(box.journal());
        int at = new String(bytes, java.nio.charset.StandardCharsets.ISO_8859_1).indexOf("a planned stop");
        assertThat(at).isPositive();
        bytes[at] = 'A';
        Files.write(box.journal(), bytes);

        Said verified = terminal.type("journal", "--verify", "--json");
        assertThat(verified.code()).isEqualTo(FAILED);
        assertThat(verified.json().at("/ok").asBoolean(true)).isFalse();
        long bad = verified.json().at("/firstBad").asLong();
        assertThat(bad).isPositive();
        assertThat(verified.err()).contains("The chain is broken at entry " + bad, "Nothing was repaired.").doesNotContain("..");

        for (String command : new String[] {DEPLOY, "rollback --json", "resume --json", DEPLOY + " --dry-run"}) {
            assertRefused(terminal.type(command.split(" ")), REFUSED, "chain is broken", "entry " + bad);
        }
        assertThat(Files.readAllBytes(box.journal())).as("left as it is").isEqualTo(bytes);
        assertThat(terminal.type("journal", "--last", "0").out()).as("what comes before can be read")
                .contains("deployment of v2.1.0");
    }

    private void aRunThatWasRefusedStaging() {
        try (Console console = new Wiring("test").open(new Services.Files(Optional.of(box.workspace()),
                Optional.of(box.journal())))) {
            Actor actor = new Actor("release-manager", "Console");
            Commands.Answer answer = console.commands().start(new Commands.Wanted("production", "v2.1.0", 1, 3, false, false,
                    Optional.empty(), ""), actor);
            String run = ((Commands.Answer.Accepted) answer).deployment();
            console.commands().cancel(run, "a planned stop", actor);
            Eventually.holds(Duration.ofSeconds(20), () -> console.journal().history().deployment(run).orElseThrow().over());
        }
    }
}
