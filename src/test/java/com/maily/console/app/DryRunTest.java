package com.maily.console.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.maily.console.app.Terminal.Said;
import com.maily.console.core.model.Actor;
import com.maily.console.core.model.Component;
import com.maily.console.core.port.Time;
import com.maily.console.core.port.Track;
import com.maily.console.platforms.sqlite.SqliteJournal;
import com.maily.console.platforms.workspace.WorkspaceFile;
import com.maily.console.sandbox.BoxPorts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A dry run writes nothing: not to the journal, not to a platform, not to the disk. */
class DryRunTest {

    private static final String DEPLOY = "deploy --version v2.1.0 --dry-run --json";
    private static final String CANARY = "phased-deploy --version v2.1.0 --canary --dry-run --json";
    private static final String ROLLBACK = "rollback --to-version v2.0.3 --dry-run --json";

    @TempDir
    private Path folder;
    private Box box;

    @BeforeEach
    void start() {
        box = Box.start("smooth", 77, 20, folder);
    }

    @AfterEach
    void stop() {
        box.close();
    }

    /** Everything a write would leave a trace in. */
    private record World(Map<String, Integer> files, long cluster, String production, String staging) { }

    private World world() {
        return new World(files(), box.world().cluster().version(), vercel("production"), vercel("staging"));
    }

    private Map<String, Integer> files() {
        try (Stream<Path> all = Files.walk(folder)) {
            Map<String, Integer> contents = new TreeMap<>();
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                contents.put(folder.relativize(file).toString(), Arrays.hashCode(Files.readAllBytes(file)));
            }
            return contents;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String vercel(String environment) {
        Component frontend = WorkspaceFile.read(box.workspace()).component("frontend").orElseThrow();
        BoxPorts truth = new BoxPorts(box.world(), environment);
        return truth.deployer(frontend).history(frontend) + " " + truth.deployer(frontend).observe(frontend, Track.CANARY)
                .artifact()
                + " " + truth.router(frontend).observe(frontend).desired();
    }

    @ParameterizedTest
    @ValueSource(strings = {DEPLOY, CANARY, ROLLBACK})
    void writesNothingWhereThereIsNoJournal(String command) {
        World before = world();
        Said said = Terminal.on(box).type(command.split(" "));
        assertThat(said.code()).as(said.err()).isZero();
        assertThat(said.json().at("/dryRun").asBoolean()).isTrue();
        assertThat(said.json().at("/plan/phases")).isNotEmpty();
        assertThat(said.json().at("/preflight")).isNotEmpty();
        assertThat(said.err()).contains("nothing was written");
        assertThat(box.journal()).doesNotExist();
        assertThat(world()).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {CANARY, ROLLBACK})
    void leavesAJournalAsItIsAlsoWhileAnotherProgramWritesIt(String command) {
        try (SqliteJournal journal = SqliteJournal.open(box.journal(), Time.WALL, new Actor("somebody", "another program"))) {
            journal.append("d-1", Actor.SYSTEM, new com.maily.console.core.journal.Event.Paused("an entry"));
            World before = world();
            Said said = Terminal.on(box).type(command.split(" "));
            assertThat(said.code()).as(said.err()).isZero();
            World after = world();
            assertThat(withoutSharedMemory(after)).isEqualTo(withoutSharedMemory(before));
            assertThat(journal.history().size()).isEqualTo(1);
        }
    }

    /** The index that SQLite's readers and writers share lives in memory, though it has a name on the disk. */
    private static World withoutSharedMemory(World world) {
        Map<String, Integer> files = new TreeMap<>(world.files());
        files.remove("journal.db-shm");
        return new World(files, world.cluster(), world.production(), world.staging());
    }
}
