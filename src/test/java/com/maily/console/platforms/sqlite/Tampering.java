package com.maily.console.platforms.sqlite;

import com.maily.console.core.journal.EntryCodec;
import com.maily.console.core.journal.Line;
import com.maily.console.core.model.Actor;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;

/** Changes a journal behind its back, with the plain SQL anyone has. */
final class Tampering {

    private Tampering() { }

    static void execute(Path file, String... statements) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    /** Without the triggers that would refuse it. */
    static void force(Path file, String... statements) throws SQLException {
        execute(file, "DROP TRIGGER entries_keep", "DROP TRIGGER entries_stay", "DROP TRIGGER entries_follow");
        execute(file, statements);
    }

    /** A valid next entry with an event of any text, as a newer version would write it. */
    static void appendLine(Path file, String event) throws SQLException {
        try (EntryTable table = new EntryTable(Connections.writer(file))) {
            List<Line> all = table.read(0, Integer.MAX_VALUE);
            table.insert(List.of(EntryCodec.line(all.size() + 1L, Instant.EPOCH, "d-1", Actor.SYSTEM, event, all.getLast()
                    .hash())));
        }
    }
}
