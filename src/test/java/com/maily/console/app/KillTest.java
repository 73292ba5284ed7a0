package com.maily.console.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.maily.console.cli.Services;
import com.maily.console.core.engine.Console;
import com.maily.console.core.journal.Deployment;
import com.maily.console.core.journal.Entry;
import com.maily.console.core.journal.Event;
import com.maily.console.core.journal.Journal;
import com.maily.console.core.journal.StepState;
import com.maily.console.core.model.Component;
import com.maily.console.core.port.Revision;
import com.maily.console.core.port.Track;
import com.maily.console.platforms.workspace.WorkspaceFile;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * kill -9 again and again while a deployment runs against a sandbox in a process of its own: it is there, it is observed, it
 * goes on, nothing is done twice.
 */
class KillTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    /**
     * What has just been journalled when the program is killed: a job was begun, a component was told its version, a weight was
     * sent.
     */
    private static final List<Class<? extends Event>> MOMENTS = List.of(Event.StepActed.class, Event.VersionObserved.class,
            Event.WeightShifted.class);

    @TempDir
    private Path folder;
    private ChildProgram sandbox;
    private Terminal terminal;

    @BeforeEach
    void startTheSandbox() throws IOException {
        sandbox = ChildProgram.start(folder, "sandbox", "sandbox", "--scenario", "smooth", "--rate", "60", "--folder",
                folder.toString(), "--json");
        Eventually.holds(PATIENCE, () -> !sandbox.alive() || sandbox.out().contains("}"));
        JsonNode places = new ObjectMapper().readTree(sandbox.out());
        terminal = new Terminal(Path.of(places.at("/workspace").asText()), Path.of(places.at("/journal").asText()));
    }

    @AfterEach
    void stopTheSandbox() {
        sandbox.close();
    }

    @Test
    void aKilledDeploymentGoesOnAndNothingIsDoneTwice() throws Exception {
        long seen = kill("deploy", 0, MOMENTS.getFirst(), "phased-deploy", "--version", "v2.1.0", "--skip-staging", "--reason",
                "drill",
                "--end-phase", "2", "--canary", "--yes");
        for (int i = 1; i < MOMENTS.size(); i++) {
            seen = kill("resume" + i, seen, MOMENTS.get(i), "resume", "--yes");
        }
        ChildProgram last = child("resume-last", "resume", "--yes", "--json");
        assertThat(last.exit(100)).as(last.err()).isZero();
        assertThat(last.err()).contains("Goes on with dep-", "the console stopped while this ran");
        assertThat(new ObjectMapper().readTree(last.out()).at("/status").asText()).isEqualTo("SUCCEEDED");

        assertTheJournalIsWhole();
        assertNothingWasDoneTwice();
        assertNothingIsLeftToResume();
    }

    private ChildProgram child(String name, String... words) throws IOException {
        List<String> all = new ArrayList<>(List.of(words));
        all.addAll(List.of("--workspace", terminal.workspace().toString(), "--journal", terminal.journal().toString()));
        return ChildProgram.start(folder, name, all.toArray(String[]::new));
    }

    /** Starts a command and kills it when the journal has a new entry of that kind. @return how many entries there are then */
    private long kill(String name, long after, Class<? extends Event> moment, String... words) throws Exception {
        try (ChildProgram program = child(name, words)) {
            Eventually.holds(PATIENCE, () -> !program.alive() || entries(after).stream().anyMatch(entry ->
                    moment.isInstance(entry.event())));
            assertThat(program.alive()).as(program.err()).isTrue();
            program.kill();
        }
        List<Entry> all = entries(0);
        Deployment run = deployment();
        assertThat(run.over()).as("the run is there and unfinished").isFalse();
        assertThat(run.steps().values()).as("something was under way").anyMatch(step ->
                step.status() == StepState.Status.RUNNING);
        return all.size();
    }

    private List<Entry> entries(long after) {
        if (!Files.exists(terminal.journal())) {
            return List.of();
        }
        try (Journal journal = journal()) {
            return journal.read(after, Integer.MAX_VALUE);
        } catch (com.maily.console.core.model.FailureException notYetMade) {
            return List.of();
        }
    }

    private Journal journal() {
        return new Wiring("test").openJournal(files());
    }

    private Services.Files files() {
        return new Services.Files(Optional.of(terminal.workspace()), Optional.of(terminal.journal()));
    }

    private Deployment deployment() {
        try (Journal journal = journal()) {
            assertThat(journal.history().deployments()).hasSize(1);
            return journal.history().newest("production").orElseThrow();
        }
    }

    private void assertTheJournalIsWhole() {
        try (Journal journal = journal()) {
            assertThat(journal.verify().holds()).isTrue();
        }
        List<Event> events = entries(0).stream().map(Entry::event).toList();
        List<String> uncertain = events.stream().filter(Event.StepBecameUncertain.class::isInstance)
                .map(event -> ((Event.StepBecameUncertain) event).step()).distinct().toList();
        assertThat(uncertain).isNotEmpty();
        Deployment run = deployment();
        assertThat(run.status()).isEqualTo(Deployment.Status.SUCCEEDED);
        assertThat(uncertain).allSatisfy(step -> assertThat(run.step(step).orElseThrow().status())
                .isEqualTo(StepState.Status.DONE));
        assertThat(run.steps().values()).as("an uncertain step goes on, it does not start afresh").allMatch(step ->
                step.attempt() <= 1);
    }

    private void assertNothingWasDoneTwice() throws Exception {
        List<String> sent = entries(0).stream().map(Entry::event).filter(Event.StepActed.class::isInstance)
                .map(Event.StepActed.class::cast)
                .map(acted -> acted.step() + " " + acted.command()).toList();
        assertThat(sent).as("each command once").doesNotHaveDuplicates().isNotEmpty();
        assertThat(jobs()).as("each job once").doesNotHaveDuplicates().hasSize(2)
                .anyMatch(name -> name.startsWith("db-backup-dep-")).anyMatch(name -> name.startsWith("db-migrate-dep-"));
        try (Console console = new Wiring("test").openReadOnly(files())) {
            for (String name : List.of("analytics", "campaign", "email")) {
                Component component = WorkspaceFile.read(terminal.workspace()).component(name).orElseThrow();
                var deployer = console.platforms("production").deployer(component);
                assertThat(deployer.observe(component, Track.STABLE).artifact().orElseThrow().version()).isEqualTo("v2.1.0");
                assertThat(deployer.history(component)).as(name + " was rolled out once").extracting(Revision::number)
                        .containsExactly(3L, 2L, 1L);
            }
        }
    }

    private List<String> jobs() throws IOException, InterruptedException {
        String server = Files.readString(folder.resolve("kubeconfig")).lines().map(String::strip).filter(line ->
                line.startsWith("server: "))
                .map(line -> line.substring("server: ".length())).findFirst().orElseThrow();
        try (HttpClient client = HttpClient.newHttpClient()) {
            String list = client.send(HttpRequest.newBuilder(URI.create(server + "/apis/batch/v1/namespaces/maily/jobs")).build(),
                    HttpResponse.BodyHandlers.ofString()).body();
            return StreamSupport.stream(new ObjectMapper().readTree(list).at("/items").spliterator(), false)
                    .map(job -> job.at("/metadata/name").asText()).toList();
        }
    }

    private void assertNothingIsLeftToResume() {
        long before = entries(0).size();
        Terminal.Said said = terminal.type("resume", "--json");
        assertThat(said.code()).isZero();
        assertThat(said.err()).contains("There is nothing to resume");
        assertThat(said.json().at("/resumed").asBoolean(true)).isFalse();
        assertThat(entries(0)).hasSize((int) before);
    }
}
