package com.maily.console.desktop.fx;

import com.maily.console.core.journal.Entry;
import com.maily.console.core.journal.Journal;
import com.maily.console.core.model.FailureException;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * The newest lines of the journal, read on another thread whenever there are new ones; however many come, one read is under
 * way.
 */
public final class EntryTail {
    private final Journal journal;
    private final int limit;
    private final Latest<List<Entry>> latest;
    private final AtomicLong wanted = new AtomicLong();
    private final AtomicBoolean reading = new AtomicBoolean();
    /** What was read last; touched by the one read under way alone. */
    private List<Entry> newest = List.of();

    /** @param show called on the FX thread with up to {@code limit} entries, oldest first */
    public EntryTail(Journal journal, int limit, Consumer<List<Entry>> show) {
        this.journal = journal;
        this.limit = limit;
        this.latest = new Latest<>(show);
    }

    /** @param size how many entries there now are; any thread */
    public void reach(long size) {
        wanted.accumulateAndGet(size, Math::max);
        if (reading.compareAndSet(false, true)) {
            Thread.startVirtualThread(this::read);
        }
    }

    private void read() {
        long done = -1;
        try {
            while (done < wanted.get()) {
                done = wanted.get();
                newest = upTo(done);
                latest.publish(newest);
            }
        } catch (FailureException _) {
            // What is shown stays; the journal itself tells of its trouble where it is opened and verified.
            done = wanted.get();
        } finally {
            reading.set(false);
        }
        if (done < wanted.get()) {
            reach(done);
        }
    }

    /** Reads only what is not known yet: the journal's lines never change. */
    private List<Entry> upTo(long size) {
        long known = newest.isEmpty() ? 0 : newest.getLast().sequence();
        List<Entry> more = journal.read(Math.max(known, size - limit), limit);
        List<Entry> all = Stream.concat(newest.stream(), more.stream()).toList();
        return all.subList(Math.max(0, all.size() - limit), all.size());
    }
}
