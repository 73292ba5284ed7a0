package com.maily.console.platforms.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.maily.console.core.journal.Event;
import com.maily.console.core.journal.Journal;
import com.maily.console.core.journal.Runs;
import com.maily.console.core.model.Actor;
import com.maily.console.core.model.FailureException;
import com.maily.console.core.port.Time;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A journal that was changed behind its back says so, names where, repairs nothing and takes no more. */
class SqliteTamperTest {

    @TempDir Path folder;
    private Path file;

    @BeforeEach
    void fiveEntries() {
        file = folder.resolve("journal.db");
        try (Journal journal = open()) {
            journal.append("d-1", Actor.SYSTEM, Runs.started());
            for (int i = 2; i <= 5; i++) {
                journal.append("d-1", Actor.SYSTEM, new Event.StepNoted("1.1", "note number " + i));
            }
        }
    }

    private Journal open() {
        return SqliteJournal.open(file, Time.WALL, Actor.SYSTEM);
    }

    private static byte[] digestOf(Path file) throws Exception {
        return java.security.MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            UPDATE entries SET event = replace(event, 'number 3', 'number 8') WHERE sequence = 3 | 3 | does not match its hash
            UPDATE entries SET at = '2020-01-01T00:00:00Z' WHERE sequence = 2                   | 2 | does not match its hash
            UPDATE entries SET actor_name = 'mallory' WHERE sequence = 5                        | 5 | does not match its hash
            UPDATE entries SET deployment = 'd-2' WHERE sequence = 1                            | 1 | does not match its hash
            UPDATE entries SET hash = replace(hash, 'a', 'b') WHERE sequence = 4                | 4 | does not match its hash
            UPDATE entries SET event = 'not json' WHERE sequence = 3                            | 3 | does not match its hash
            DELETE FROM entries WHERE sequence = 1                                              | 1 | is missing
            DELETE FROM entries WHERE sequence = 3                                              | 3 | is missing
            DELETE FROM entries WHERE sequence >= 4                                             | 4 | once held 5
            DELETE FROM entries                                                                 | 1 | once held 5
            UPDATE entries SET sequence = -sequence WHERE sequence = 2                          | 2 | is missing
            """)
    void aChangeIsFoundAndNamed(String sql, long firstBad, String why) throws Exception {
        Tampering.force(file, sql);
        assertBroken(firstBad, why);
    }

    @Test
    void aReorderedEntryIsFoundAndNamed() throws Exception {
        Tampering.force(file, "UPDATE entries SET sequence = 99 WHERE sequence = 3",
                "UPDATE entries SET sequence = 3 WHERE sequence = 4", "UPDATE entries SET sequence = 4 WHERE sequence = 99");
        assertBroken(3, "moved");
    }

    @Test
    void aByteChangedInTheFileItselfIsFoundAndNamed() throws Exception {
        byte[] bytes = Files.readAllBytes(file);
        byte[] wanted = "note number 4".getBytes(StandardCharsets.UTF_8);
        int at = HexFormat.of().formatHex(bytes).indexOf(HexFormat.of().formatHex(wanted)) / 2;
        bytes[at + wanted.length - 1] = '7';
        Files.write(file, bytes);
        assertBroken(4, "does not match its hash");
    }

    private void assertBroken(long firstBad, String why) throws Exception {
        byte[] before = digestOf(file);
        try (Journal journal = open()) {
            assertThat(journal.verify().firstBad()).isEqualTo(firstBad);
            assertThat(journal.verify().why()).contains(why);
            assertThat(journal.history().size()).as("what comes before it can be read").isEqualTo(Math.max(0, firstBad - 1));
            assertThatThrownBy(() -> journal.append("d-1", Actor.SYSTEM, new Event.Paused("")))
                    .isInstanceOf(FailureException.class)
                    .hasMessageContaining("takes no more entries").hasMessageContaining(why);
        }
        assertThat(Arrays.equals(digestOf(file), before)).as("nothing was repaired").isTrue();
    }

    @Test
    void theFileRefusesChangesByMistake() {
        for (String sql : new String[] {"UPDATE entries SET at = ''", "DELETE FROM entries",
                "INSERT OR REPLACE INTO entries SELECT * FROM entries WHERE sequence = 3",
                "INSERT INTO entries SELECT 9, at, deployment, actor_name, actor_source, event, previous, hash FROM entries LIMIT 1"}) {
            assertThatThrownBy(() -> Tampering.execute(file, sql)).as(sql).hasMessageContaining("the journal");
        }
        try (Journal journal = open()) {
            assertThat(journal.verify()).isEqualTo(new Journal.ChainCheck(5, 0, ""));
        }
    }

    @Test
    void anEventOfANewerVersionIsNotTakenForDamage() throws Exception {
        Tampering.appendLine(file, "{\"type\":\"MoonLanded\"}");
        try (Journal journal = open()) {
            assertThat(journal.verify().holds()).isTrue();
            assertThat(journal.history().size()).isEqualTo(5);
            assertThatThrownBy(() -> journal.append("d-1", Actor.SYSTEM, new Event.Paused("")))
                    .hasMessageContaining("MoonLanded");
        }
    }
}
