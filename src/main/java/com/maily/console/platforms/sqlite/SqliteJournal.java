package com.maily.console.platforms.sqlite;

import com.maily.console.core.journal.Chain;
import com.maily.console.core.journal.Entry;
import com.maily.console.core.journal.EntryCodec;
import com.maily.console.core.journal.Event;
import com.maily.console.core.journal.Followers;
import com.maily.console.core.journal.History;
import com.maily.console.core.journal.Journal;
import com.maily.console.core.journal.Line;
import com.maily.console.core.model.Actor;
import com.maily.console.core.model.Failure;
import com.maily.console.core.model.FailureException;
import com.maily.console.core.port.Subscription;
import com.maily.console.core.port.Time;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;

/**
 * The durable journal. Appends that come in while another is being synced to the disk share the next sync, so that many writers
 * cost little more than one. Reading never waits for writing.
 */
public final class SqliteJournal implements Journal {

    private final Store store;
    private final Time time;
    private final ReentrantLock lock = new ReentrantLock();
    private final Followers followers = new Followers();
    private final Writer writer;

    private SqliteJournal(Store store, Time time) {
        this.store = store;
        this.time = time;
        this.writer = new Writer(store, followers);
    }

    /**
     * Opens a journal for writing, making it and its folder when they do not exist. One with a broken chain opens too, to be
     * read: it keeps what it holds and refuses to append.
     *
     * @param owner who opens it, for others who find it in use; the source says with which program
     * @throws FailureException {@code Conflict} when another program writes it; {@code Denied} when the file or folder is
     *         read-only; {@code Rejected} when it is no journal, damaged, or of a newer format; {@code TimedOut} when another
     *         program locks it
     */
    public static SqliteJournal open(Path file, Time time, Actor owner) {
        return over(Store.writable(file, owner), time);
    }

    /**
     * Opens a journal that others may be writing; {@link #history} then reads what they have added. Takes no lock and no
     * appends.
     */
    public static SqliteJournal openReadOnly(Path file) {
        return over(Store.readable(file), Time.WALL);
    }

    static SqliteJournal over(Store store, Time time) {
        SqliteJournal journal = new SqliteJournal(store, time);
        try {
            journal.writer.catchUp();
            return journal;
        } catch (SQLException e) {
            store.close();
            throw store.errors().failure("The journal could not be opened", e);
        } catch (RuntimeException e) {
            store.close();
            throw e;
        }
    }

    @Override
    public Entry append(String deployment, Actor actor, Event event) {
        // The time is read outside the lock: a clock may have a lock of its own, whose holder may be appending.
        Pending pending = new Pending(time.instant(), deployment, actor, event);
        writer.enqueue(pending);
        lock.lock();
        try {
            while (!pending.settled()) {
                writer.writeWaiting();
            }
            return pending.result();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public List<Entry> read(long afterSequence, int limit) {
        List<Entry> entries = new ArrayList<>();
        for (Line line : lines(afterSequence, limit)) {
            try {
                entries.add(EntryCodec.entry(line));
            } catch (FailureException e) {
                if (entries.isEmpty()) {
                    throw e;
                }
                return entries;
            }
        }
        return entries;
    }

    @Override
    public List<Line> lines(long afterSequence, int limit) {
        return store.reading("The journal could not be read", table -> table.read(afterSequence, limit));
    }

    @Override
    public History history() {
        if (store.writable()) {
            return writer.history();
        }
        lock.lock();
        try {
            writer.catchUp();
            return writer.history();
        } catch (SQLException e) {
            throw store.errors().failure("The journal could not be read", e);
        } finally {
            lock.unlock();
        }
    }

    @Override
    public Optional<Failure> refusal() {
        lock.lock();
        try {
            return writer.refusal();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public ChainCheck verify() {
        Chain chain = new Chain();
        return store.scanning("The journal could not be read", table -> {
            table.forEach(0, Long.MAX_VALUE, line -> {
                chain.accept(line);
                return true;
            });
            return chain.check(table.written());
        });
    }

    @Override
    public Subscription follow(Consumer<History> listener) {
        lock.lock();
        try {
            return followers.add(listener, writer.history());
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void close() {
        lock.lock();
        try {
            store.close();
        } finally {
            lock.unlock();
        }
    }
}
