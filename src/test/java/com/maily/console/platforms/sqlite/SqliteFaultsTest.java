package com.maily.console.platforms.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import com.maily.console.core.journal.Event;
import com.maily.console.core.journal.Journal;
import com.maily.console.core.journal.Runs;
import com.maily.console.core.model.Actor;
import com.maily.console.core.model.Failure;
import com.maily.console.core.model.FailureException;
import com.maily.console.core.port.Time;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * When the disk, the file or another program is in the way: a clear failure, nothing lost, and on it goes once the cause is
 * gone.
 */
class SqliteFaultsTest {

    @TempDir Path folder;
    private Path file;

    @BeforeEach
    void name() {
        file = folder.resolve("journal.db");
    }

    private Journal open() {
        return SqliteJournal.open(file, Time.WALL, Actor.SYSTEM);
    }

    private Failure failureOfOpening() {
        return catchThrowableOfType(FailureException.class, () -> open().close()).failure();
    }

    private static Failure failureOfAppending(Journal journal, Event event) {
        return catchThrowableOfType(FailureException.class, () -> journal.append("d-1", Actor.SYSTEM, event)).failure();
    }

    /** Appends, lets {@code cause} happen on the writing connection, sees the append fail, and goes on after {@code cure}. */
    private void failsThenGoesOn(String cause, String cure, Event event, Class<? extends Failure> kind,
            String why) throws SQLException {
        Store store = Store.writable(file, Actor.SYSTEM);
        try (Journal journal = SqliteJournal.over(store, Time.WALL)) {
            journal.append("d-1", Actor.SYSTEM, Runs.started());
            store.table().execute(cause);
            Failure failure = failureOfAppending(journal, event);
            assertThat(failure).isInstanceOf(kind);
            assertThat(failure.sentence()).contains(why, "Nothing was lost");
            assertThat(journal.history().size()).isEqualTo(1);
            store.table().execute(cure);
            assertThat(journal.append("d-1", Actor.SYSTEM, event).sequence()).isEqualTo(2);
        }
        try (Journal journal = open()) {
            assertThat(journal.verify()).isEqualTo(new Journal.ChainCheck(2, 0, ""));
        }
    }

    @Test
    void aFullDisk() throws SQLException {
        Event large = new Event.StepNoted("1.1", "x".repeat(200_000));
        failsThenGoesOn("PRAGMA max_page_count = 8", "PRAGMA max_page_count = 1000000", large, Failure.Rejected.class, "is full");
    }

    @Test
    void aDiskThatTurnedReadOnly() throws SQLException {
        failsThenGoesOn("PRAGMA query_only = 1", "PRAGMA query_only = 0", new Event.Paused(""), Failure.Denied.class,
                "read-only");
    }

    @Test
    void aDatabaseThatAnotherProgramHoldsLocked() throws SQLException {
        try (Journal journal = open()) {
            journal.append("d-1", Actor.SYSTEM, Runs.started());
            try (Connection other = DriverManager.getConnection("jdbc:sqlite:"
                    + file); Statement statement = other.createStatement()) {
                statement.execute("BEGIN IMMEDIATE");
                Failure failure = failureOfAppending(journal, new Event.Paused(""));
                assertThat(failure).isInstanceOf(Failure.TimedOut.class);
                assertThat(failure.why()).contains("Another program");
                assertThat(journal.read(0, 10)).as("reading goes on").hasSize(1);
            }
            assertThat(journal.append("d-1", Actor.SYSTEM, new Event.Paused("")).sequence()).isEqualTo(2);
        }
    }

    @Test
    void aFileThatIsNoDatabaseIsLeftAsItIs() throws Exception {
        Files.writeString(file, "Dear diary, ".repeat(1_000));
        assertThat(failureOfOpening()).isInstanceOf(Failure.Rejected.class);
        assertThat(failureOfOpening().why()).contains("no SQLite database");
        assertThat(Files.readString(file)).startsWith("Dear diary");
    }

    @Test
    void aDatabaseOfAnotherProgramIsLeftAsItIs() throws Exception {
        Tampering.execute(file, "CREATE TABLE recipes (name TEXT)");
        assertThat(failureOfOpening().why()).contains("not a journal of this program");
        Tampering.execute(file, "INSERT INTO recipes VALUES ('soup')");
    }

    @Test
    void aDamagedFileIsNamed() throws Exception {
        try (Journal journal = open()) {
            for (int i = 0; i < 200; i++) {
                journal.append("d-1", Actor.SYSTEM, new Event.StepNoted("1.1", "note ".repeat(20)));
            }
        }
        byte[] bytes = Files.readAllBytes(file);
        java.util.Arrays.fill(bytes, 4_096, bytes.length, (byte) 0x5a);
        Files.write(file, bytes);
        assertThat(failureOfOpening()).isInstanceOf(Failure.Rejected.class);
        assertThat(failureOfOpening().why()).contains("is damaged");
    }

    @Test
    void aNewerFormatIsLeftToTheNewerVersion() throws Exception {
        open().close();
        Tampering.execute(file, "PRAGMA user_version = 2");
        assertThat(failureOfOpening().sentence()).contains("has format 2", "newer version of the program");
        FailureException reading = catchThrowableOfType(FailureException.class, () -> SqliteJournal.openReadOnly(file));
        assertThat(reading.failure().why()).contains("has format 2");
    }

    @Test
    void afterAFailedOpeningTheJournalIsFreeAgain() throws Exception {
        open().close();
        Tampering.execute(file, "PRAGMA user_version = 2");
        assertThat(failureOfOpening()).isNotInstanceOf(Failure.Conflict.class);
        Tampering.execute(file, "PRAGMA user_version = 1");
        open().close();
    }

    @Test
    void aReadOnlyFileOrFolder() throws Exception {
        try (Journal journal = open()) {
            journal.append("d-1", Actor.SYSTEM, Runs.started());
        }
        assertThat(file.toFile().setWritable(false)).isTrue();
        assumeFalse(Files.isWritable(file), "this user may write everything (root)");
        assertThat(failureOfOpening()).isInstanceOf(Failure.Denied.class);
        assertThat(folder.toFile().setWritable(false)).isTrue();
        try (Journal reader = SqliteJournal.openReadOnly(file)) {
            assertThat(reader.history().size()).isEqualTo(1);
        } finally {
            assertThat(folder.toFile().setWritable(true)).isTrue();
        }
    }

    @Test
    void aFolderThatCannotBeMade() throws Exception {
        Files.writeString(folder.resolve("plain"), "");
        file = folder.resolve("plain/journal.db");
        assertThat(failureOfOpening()).isInstanceOf(Failure.Denied.class);
        assertThat(failureOfOpening().why()).contains("cannot be made");
    }

    @Test
    void aClosedJournalSaysSo() {
        Journal journal = open();
        journal.close();
        journal.close();
        assertThat(failureOfAppending(journal, new Event.Paused("")).why()).contains("is closed");
        assertThat(catchThrowableOfType(FailureException.class, () -> journal.read(0, 1)).failure().what())
                .contains("could not be read");
    }
}
