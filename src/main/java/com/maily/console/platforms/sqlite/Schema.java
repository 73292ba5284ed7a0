package com.maily.console.platforms.sqlite;

import com.maily.console.core.model.Failure;
import com.maily.console.core.model.FailureException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/** The journal's one table. Its triggers refuse change and removal, so that a mistake in any program is not a silent one. */
final class Schema {

    static final int VERSION = 1;
    /** "MAIL" in ASCII; tells whose database this is. */
    static final int APPLICATION = 0x4D41494C;

    /** AUTOINCREMENT keeps the highest number ever given in sqlite_sequence, which shows when the end was cut off. */
    private static final List<String> STATEMENTS = List.of(
            """
            CREATE TABLE entries (
              sequence INTEGER PRIMARY KEY AUTOINCREMENT,
              at TEXT NOT NULL,
              deployment TEXT NOT NULL,
              actor_name TEXT NOT NULL,
              actor_source TEXT NOT NULL,
              event TEXT NOT NULL,
              previous TEXT NOT NULL,
              hash TEXT NOT NULL) STRICT""",
            "CREATE TRIGGER entries_keep BEFORE DELETE ON entries BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END",
            "CREATE TRIGGER entries_stay BEFORE UPDATE ON entries BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END",
            """
            CREATE TRIGGER entries_follow BEFORE INSERT ON entries
              WHEN NEW.sequence <> (SELECT coalesce(max(sequence), 0) + 1 FROM entries)
              BEGIN SELECT RAISE(ABORT, 'the journal has no gaps and no second entry of a number'); END""",
            "PRAGMA application_id = " + APPLICATION,
            "PRAGMA user_version = " + VERSION);

    private Schema() { }

    /** Creates the table in an empty database, all of it or nothing. Leaves any other alone. */
    static void createIfEmpty(Connection connection) throws SQLException {
        if (number(connection, "SELECT count(*) FROM sqlite_master") > 0 || number(connection, "PRAGMA application_id") != 0) {
            return;
        }
        try (Statement statement = connection.createStatement()) {
            statement.execute("BEGIN IMMEDIATE");
            for (String sql : STATEMENTS) {
                statement.execute(sql);
            }
            statement.execute("COMMIT");
        }
    }

    /** @throws FailureException {@code Rejected} when it is another program's database or a newer journal */
    static void check(Connection connection, Path file) throws SQLException {
        long version = number(connection, "PRAGMA user_version");
        if (number(connection, "PRAGMA application_id") != APPLICATION) {
            throw new FailureException(new Failure.Rejected("The journal could not be opened",
                    file + " is an SQLite database, but not a journal of this program.",
                    "It was left as it is. Choose another file."));
        }
        if (version > VERSION) {
            throw new FailureException(new Failure.Rejected("The journal could not be opened",
                    file + " has format " + version + "; this version of the program knows formats up to " + VERSION + ".",
                    "It was left as it is. Open it with the newer version of the program."));
        }
    }

    private static long number(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement(); ResultSet result = statement.executeQuery(sql)) {
            return result.next() ? result.getLong(1) : 0;
        }
    }
}
