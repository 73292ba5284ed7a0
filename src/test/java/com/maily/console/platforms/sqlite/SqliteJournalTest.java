package com.maily.console.platforms.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.maily.console.core.journal.Entry;
import com.maily.console.core.journal.Event;
import com.maily.console.core.journal.History;
import com.maily.console.core.journal.Journal;
import com.maily.console.core.journal.JournalContract;
import com.maily.console.core.journal.JournalExport;
import com.maily.console.core.journal.Runs;
import com.maily.console.core.journal.Samples;
import com.maily.console.core.model.Failure;
import com.maily.console.core.model.FailureException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqliteJournalTest extends JournalContract {

    @TempDir Path folder;

    private Path file() {
        return folder.resolve("deep/journal.db");
    }

    @Override
    protected Journal journal() {
        return SqliteJournal.open(file(), STOPPED, EVE);
    }

    @Test
    void everyEventIsThereAfterReopening() {
        List<Entry> written;
        History before;
        try (Journal journal = journal()) {
            Samples.of(Event.class).forEach(event -> journal.append("d-1", EVE, event));
            written = journal.read(0, 100);
            before = journal.history();
        }
        try (Journal journal = journal()) {
            assertThat(journal.read(0, 100)).isEqualTo(written);
            assertThat(journal.history()).isEqualTo(before);
            assertThat(journal.append("d-1", EVE, new Event.Paused("")).previous()).isEqualTo(written.getLast().hash());
            assertThat(journal.verify().holds()).isTrue();
        }
    }

    @Test
    void aSecondWriterIsToldWhoHoldsItAndTheFirstGoesOn() {
        try (Journal journal = journal()) {
            FailureException refused = catchThrowableOfType(FailureException.class, this::journal);
            assertThat(refused.failure()).isInstanceOf(Failure.Conflict.class);
            assertThat(refused.failure().why()).contains("eve (Console, process " + ProcessHandle.current().pid() + ")",
                    "since 2");
            journal.append("d-1", EVE, Runs.started());
        }
        try (Journal journal = journal()) {
            assertThat(journal.read(0, 10)).hasSize(1);
        }
    }

    @Test
    void aReaderSeesWhatTheWriterAdds() {
        try (Journal journal = journal(); Journal reader = SqliteJournal.openReadOnly(file())) {
            assertThat(reader.history().size()).isZero();
            journal.append("d-1", EVE, Runs.started());
            journal.append("d-1", EVE, new Event.StepStarted("1.1", 1));
            assertThat(reader.history()).isEqualTo(journal.history());
            assertThat(reader.read(0, 10)).isEqualTo(journal.read(0, 10));
            assertThatThrownBy(() -> reader.append("d-1", EVE, new Event.Paused(""))).isInstanceOf(FailureException.class)
                    .hasMessageContaining("opened for reading only");
            assertThat(journal.verify().entries()).isEqualTo(2);
        }
    }

    @Test
    void aMissingJournalIsNotMadeByAReader() {
        assertThatThrownBy(() -> SqliteJournal.openReadOnly(folder.resolve("none.db"))).isInstanceOf(FailureException.class)
                .hasMessageContaining("There is no file");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void closingLeavesOneFileThatAnyoneMayCopy() throws Exception {
        try (Journal journal = journal()) {
            journal.append("d-1", EVE, Runs.started());
            journal.close();
        }
        assertThat(Files.exists(Connections.beside(file(), "-wal"))).isFalse();
        Path copy = Files.copy(file(), folder.resolve("copy.db"));
        try (Journal reader = SqliteJournal.openReadOnly(copy)) {
            assertThat(reader.history().size()).isEqualTo(1);
        }
    }

    @Test
    void aFieldOfANewerVersionIsExportedUnharmed() throws Exception {
        try (Journal journal = journal()) {
            journal.append("d-1", EVE, Runs.started());
        }
        Tampering.appendLine(file(), "{\"attempt\":1,\"colour\":\"red\",\"step\":\"1.1\",\"type\":\"StepStarted\"}");
        try (Journal journal = journal()) {
            assertThat(journal.verify()).isEqualTo(new Journal.ChainCheck(2, 0, ""));
            assertThat(journal.history().deployment("d-1").orElseThrow().step("1.1").orElseThrow().attempt()).isEqualTo(1);
            StringBuilder out = new StringBuilder();
            JournalExport.write(journal, out);
            assertThat(out).contains("\"colour\":\"red\"");
            assertThat(journal.append("d-1", EVE, new Event.Paused("")).sequence()).isEqualTo(3);
        }
    }
}
