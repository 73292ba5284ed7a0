package com.maily.console.desktop.fx;

import com.maily.console.core.journal.Entry;
import com.maily.console.core.journal.Journal;
import com.maily.console.core.model.FailureException;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

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
                latest.publish(journal.read(Math.max(0, done - limit), limit));
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
}
