package com.maily.console.platforms.sqlite;

import com.maily.console.core.model.Actor;
import com.maily.console.core.model.Failure;
import com.maily.console.core.model.FailureException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;

/** A journal's open file: one connection that writes, one that reads, and the writer's lock. */
final class Store implements AutoCloseable {

    private static final String OPENING = "The journal could not be opened";

    /** Something asked of the table. */
    @FunctionalInterface
    interface Query<T> {
        T ask(EntryTable table) throws SQLException;
    }

    private final Path file;
    private final SqliteErrors errors;
    private final ReentrantLock readLock = new ReentrantLock();
    private final EntryTable reader;
    private final Optional<EntryTable> writer;
    private final Optional<WriterLock> lock;
    private volatile boolean open = true;

    private Store(Path file, EntryTable reader, Optional<EntryTable> writer, Optional<WriterLock> lock) {
        this.file = file;
        this.errors = new SqliteErrors(file);
        this.reader = reader;
        this.writer = writer;
        this.lock = lock;
    }

    static Store writable(Path journal, Actor owner) {
        Path file = journal.toAbsolutePath();
        prepareFolder(file);
        WriterLock lock = WriterLock.acquire(file, owner);
        try {
            return writable(file, Connections.writer(file), lock);
        } catch (SQLException e) {
            lock.close();
            throw new SqliteErrors(file).failure(OPENING, e);
        } catch (FailureException e) {
            lock.close();
            throw e;
        }
    }

    private static Store writable(Path file, Connection connection, WriterLock lock) throws SQLException {
        try {
            Schema.createIfEmpty(connection);
            Schema.check(connection, file);
            EntryTable reader = new EntryTable(Connections.reader(file));
            return new Store(file, reader, Optional.of(new EntryTable(connection)), Optional.of(lock));
        } catch (SQLException | FailureException e) {
            connection.close();
            throw e;
        }
    }

    private static void prepareFolder(Path file) {
        if (Files.exists(file) && !Files.isWritable(file)) {
            throw new FailureException(new Failure.Denied(OPENING, file + " is read-only.",
                    "Allow this user to write it, or open it for reading only."));
        }
        try {
            Files.createDirectories(file.getParent());
        } catch (IOException e) {
            throw new FailureException(new Failure.Denied(OPENING, "The folder " + file.getParent() + " cannot be made.",
                    "Allow this user to write there, or choose another journal file."), e);
        }
    }

    static Store readable(Path journal) {
        Path file = journal.toAbsolutePath();
        if (!Files.exists(file)) {
            throw new FailureException(new Failure.Missing(OPENING, "There is no file " + file + ".", "Check the path."));
        }
        try {
            return readable(file, Connections.reader(file));
        } catch (SQLException e) {
            throw new SqliteErrors(file).failure(OPENING, e);
        }
    }

    private static Store readable(Path file, Connection connection) throws SQLException {
        try {
            Schema.check(connection, file);
            return new Store(file, new EntryTable(connection), Optional.empty(), Optional.empty());
        } catch (SQLException | FailureException e) {
            connection.close();
            throw e;
        }
    }

    Path file() {
        return file;
    }

    SqliteErrors errors() {
        return errors;
    }

    boolean writable() {
        return open && writer.isPresent();
    }

    /** The table over the connection that knows most: the writing one where there is one. */
    EntryTable table() {
        return writer.orElse(reader);
    }

    <T> T reading(String what, Query<T> query) {
        readLock.lock();
        try {
            return query.ask(reader);
        } catch (SQLException e) {
            throw errors.failure(what, e);
        } finally {
            readLock.unlock();
        }
    }

    /** Over a connection of its own, so that a long scan keeps nobody waiting. */
    <T> T scanning(String what, Query<T> query) {
        try (EntryTable table = new EntryTable(Connections.reader(file))) {
            return query.ask(table);
        } catch (SQLException e) {
            throw errors.failure(what, e);
        }
    }

    /** The reader first: the last connection to go moves what is left in the WAL into the file, and a reader cannot. */
    @Override
    public void close() {
        if (!open) {
            return;
        }
        open = false;
        try (WriterLock _ = lock.orElse(null)) {
            reader.close();
            if (writer.isPresent()) {
                writer.get().close();
            }
        } catch (SQLException e) {
            throw errors.failure("The journal could not be closed", e);
        }
    }
}
