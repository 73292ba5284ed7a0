package com.maily.console.platforms.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.maily.console.core.journal.Entry;
import com.maily.console.core.journal.Journal;
import com.maily.console.core.model.Actor;
import com.maily.console.core.model.Failure;
import com.maily.console.core.model.FailureException;
import com.maily.console.core.port.Time;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** kill -9 at any moment loses no entry that an append has returned. */
class SqliteCrashTest {

    private static final int KILLS = 6;

    @TempDir Path folder;

    private Process child() throws IOException {
        String classPath = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        return new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED", "-cp", classPath, AppendForever.class.getName(), file().toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT).start();
    }

    private Path file() {
        return folder.resolve("journal.db");
    }

    @Test
    void everyEntryThatWasDurableIsThereAfterAKill() throws Exception {
        Random random = new Random(77);
        Map<Long, String> printed = new HashMap<>();
        for (int kill = 0; kill < KILLS; kill++) {
            int before = printed.size();
            Process child = child();
            try (BufferedReader output = child.inputReader()) {
                killAfter(1 + random.nextInt(400), child, output, printed);
            }
            assertThat(child.waitFor(30, TimeUnit.SECONDS)).isTrue();
            assertThat(printed.size()).as("the child wrote before it was killed").isGreaterThan(before);
            assertNothingIsLost(printed);
        }
    }

    /** What the child printed before it died still stands in the pipe, so all of it is read to the end. */
    private static void killAfter(int lines, Process child, BufferedReader output, Map<Long, String> printed) throws IOException {
        int seen = 0;
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            String[] words = line.split(" ");
            if (words.length == 2 && words[1].length() == 64) {
                printed.put(Long.parseLong(words[0]), words[1]);
            }
            if (++seen == lines) {
                // Through its handle: the process object's own method also throws away what it printed.
                ProcessHandle.of(child.pid()).ifPresent(ProcessHandle::destroyForcibly);
            }
        }
    }

    private void assertNothingIsLost(Map<Long, String> printed) {
        try (Journal journal = SqliteJournal.open(file(), Time.WALL, Actor.SYSTEM)) {
            Map<Long, String> kept = new HashMap<>();
            journal.read(0, Integer.MAX_VALUE).forEach(entry -> kept.put(entry.sequence(), entry.hash()));
            assertThat(kept).containsAllEntriesOf(printed);
            assertThat(journal.verify()).isEqualTo(new Journal.ChainCheck(kept.size(), 0, ""));
        }
    }

    @Test
    void anotherProcessThatWritesIsNamedAndItsDeathFreesTheJournal() throws Exception {
        Process child = child();
        try (BufferedReader output = child.inputReader()) {
            assertThat(output.readLine()).isNotNull();
            FailureException refused = catchThrowableOfType(FailureException.class,
                    () -> SqliteJournal.open(file(), Time.WALL, Actor.SYSTEM));
            assertThat(refused.failure()).isInstanceOf(Failure.Conflict.class);
            assertThat(refused.failure().why()).contains("crash-test (Console, process " + child.pid() + ")");
            try (Journal reader = SqliteJournal.openReadOnly(file())) {
                assertThat(reader.history().size()).isPositive();
            }
        } finally {
            child.destroyForcibly().waitFor();
        }
        try (Journal journal = SqliteJournal.open(file(), Time.WALL, Actor.SYSTEM)) {
            assertThat(journal.history().last()).map(Entry::sequence).isPresent();
        }
    }
}
