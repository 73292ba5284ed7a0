package com.maily.console.platforms.sqlite;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import org.sqlite.SQLiteConfig;

/** Opens a journal's database with the settings its promises rest on. */
final class Connections {

    /** How long to wait for a lock another program holds before saying so. */
    static final int PATIENCE_MILLIS = 2_000;

    private Connections() { }

    /** WAL with synchronous=FULL syncs each commit to the disk (https://www.sqlite.org/pragma.html#pragma_synchronous). */
    static Connection writer(Path file) throws SQLException {
        SQLiteConfig config = config();
        config.setJournalMode(SQLiteConfig.JournalMode.WAL);
        config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
        return config.createConnection("jdbc:sqlite:" + file);
    }

    /**
     * A connection that cannot write. A database in WAL mode needs a shared-memory file beside it even to be read; where that
     * cannot be made and nothing is left in the WAL, nobody can be writing either and the file may be taken as it is.
     */
    static Connection reader(Path file) throws SQLException {
        SQLiteConfig config = config();
        config.setReadOnly(true);
        boolean asItIs = !Files.isWritable(file.toAbsolutePath().getParent()) && !Files.exists(beside(file, "-wal"));
        return config.createConnection(asItIs ? "jdbc:sqlite:" + file.toUri() + "?immutable=1" : "jdbc:sqlite:" + file);
    }

    static Path beside(Path file, String suffix) {
        return file.resolveSibling(file.getFileName() + suffix);
    }

    private static SQLiteConfig config() {
        SQLiteConfig config = new SQLiteConfig();
        config.setBusyTimeout(PATIENCE_MILLIS);
        return config;
    }
}
