package com.maily.console.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.maily.console.core.engine.Console;
import com.maily.console.core.journal.Journal;
import com.maily.console.core.model.Failure;
import com.maily.console.core.model.FailureException;
import com.maily.console.core.model.Workspace;
import com.maily.console.platforms.workspace.WorkspaceFile;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MailyctlTest {

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    /** Opens nothing: whatever reaches it has passed the checks of the command line. */
    private static final class Closed implements Services {

        private static FailureException locked() {
            return new FailureException(new Failure.Conflict("The journal is in use", "process 7 holds it.", "Close it there."));
        }

        @Override
        public Workspace workspace(Files files) {
            return WorkspaceFile.maily(Map.of());
        }

        @Override
        public Console open(Files files) {
            throw locked();
        }

        @Override
        public Console openReadOnly(Files files) {
            throw locked();
        }

        @Override
        public Journal openJournal(Files files) {
            throw locked();
        }

        @Override
        public List<String> scenarios() {
            return List.of();
        }

        @Override
        public RunningSandbox sandbox(String scenario, long seed, double rate, Path folder, List<String> regions) {
            throw locked();
        }

        @Override
        public DrillResult drill(String scenario, long seed) {
            throw locked();
        }
    }

    private int run(String... arguments) {
        return Mailyctl.run(new Closed(), new PrintWriter(out, true), new PrintWriter(err, true), arguments);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "--start-phase 3 --end-phase 1 | comes after",
            "--skip-staging --start-phase 1 --reason hotfix | contradict",
            "--skip-staging | needs a reason",
            "--canary-weight 25 | means nothing without --canary",
            "--canary --canary-weight 25 --end-phase 2 | which are phase 3",
            "--canary --canary-weight 101 | between 0 and 100",
            "--canary --canary-weight -1 | between 0 and 100",
            "--start-phase 4 | numbered 1 to 3"})
    void flagsThatContradictEachOtherAreRefusedWithASentenceBeforeAnythingIsOpened(String flags, String says) {
        int code = run(("phased-deploy --version v2.1.0 " + flags).split(" "));

        assertThat(code).isEqualTo(ExitCode.USAGE.number());
        assertThat(err.toString()).contains(says).doesNotContain("in use");
    }

    @Test
    void sensibleFlagsGetAsFarAsTheJournal() {
        assertThat(run("phased-deploy", "--version=v2.1.0", "--env=production", "--start-phase=2", "--end-phase=3", "--canary",
                "--canary-weight=25")).isEqualTo(ExitCode.REFUSED.number());
        assertThat(err.toString()).contains("process 7 holds it");
    }

    @Test
    void aFailureIsJsonOnTheStandardOutputWhenAskedFor() throws Exception {
        assertThat(run("status", "--json")).isEqualTo(ExitCode.REFUSED.number());
        var json = new ObjectMapper().readTree(out.toString());
        assertThat(json.at("/ok").asBoolean(true)).isFalse();
        assertThat(json.at("/failure/kind").asText()).isEqualTo("conflict");
    }

    @Test
    void unknownOptionsAreUsageErrors() {
        assertThat(run("rollback", "--componets=api")).isEqualTo(ExitCode.USAGE.number());
        assertThat(err.toString()).contains("--componets");
    }

    @Test
    void helpListsTheExitCodes() {
        assertThat(run("--help")).isZero();
        assertThat(out.toString()).contains("Exit codes:", "phased-deploy", "drill");
    }
}
