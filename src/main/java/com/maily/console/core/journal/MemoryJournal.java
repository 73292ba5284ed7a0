package com.maily.console.core.journal;

import com.maily.console.core.model.Actor;
import com.maily.console.core.port.Subscription;
import com.maily.console.core.port.Time;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** A journal that ends with the process, for drills, rehearsals and tests. Hash-chained like the durable one. */
public final class MemoryJournal implements Journal {

    private final ReentrantLock lock = new ReentrantLock();
    private final List<Entry> entries = new ArrayList<>();
    private final Followers followers = new Followers();
    private final Time time;
    private volatile History history = History.EMPTY;

    public MemoryJournal(Time time) {
        this.time = time;
    }

    @Override
    public Entry append(String deployment, Actor actor, Event event) {
        // Read outside the lock: a clock may have a lock of its own, whose holder may be appending.
        Instant at = time.instant();
        String json = EntryCodec.event(event);
        return locked(() -> {
            String previous = entries.isEmpty() ? Entry.GENESIS : entries.getLast().hash();
            Entry entry = EntryCodec.entry(EntryCodec.line(entries.size() + 1L, at, deployment, actor, json, previous), event);
            entries.add(entry);
            history = history.apply(entry);
            followers.publish(history);
            return entry;
        });
    }

    @Override
    public List<Entry> read(long afterSequence, int limit) {
        return locked(() -> entries.stream().skip(Math.max(0, afterSequence)).limit(limit).toList());
    }

    @Override
    public History history() {
        return history;
    }

    @Override
    public ChainCheck verify() {
        Chain chain = new Chain();
        lines(0, Integer.MAX_VALUE).forEach(chain::accept);
        return chain.check();
    }

    @Override
    public Subscription follow(Consumer<History> listener) {
        return locked(() -> followers.add(listener, history));
    }

    private <T> T locked(Supplier<T> action) {
        lock.lock();
        try {
            return action.get();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void close() {
        // Nothing outlives it.
    }
}
