package com.maily.console.core.journal;

import com.maily.console.core.model.Actor;
import com.maily.console.core.model.Failure;
import com.maily.console.core.port.Subscription;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The one list everything is read from. One writer; safe for use from several threads. An append returns when the entry is
 * durable; when it cannot be, it throws {@code FailureException} and nothing was written.
 */
public interface Journal extends AutoCloseable {

    Entry append(String deployment, Actor actor, Event event);

    /** Up to {@code limit} entries after {@code sequence}, oldest first. */
    List<Entry> read(long afterSequence, int limit);

    /** The same entries as they are stored, for export; also those this program does not fully understand. */
    default List<Line> lines(long afterSequence, int limit) {
        return read(afterSequence, limit).stream().map(EntryCodec::line).toList();
    }

    /** The fold of all entries so far. */
    History history();

    /** Why it takes no more entries, such as a broken chain; empty when it does. */
    default Optional<Failure> refusal() {
        return Optional.empty();
    }

    /** Recomputes the whole chain. Never repairs. */
    ChainCheck verify();

    /**
     * Calls {@code listener} at once with the present history, then after each append, in order, on the appending thread: hand
     * over, never block.
     */
    Subscription follow(Consumer<History> listener);

    @Override
    void close();

    /**
     * Whether the chain holds.
     *
     * @param firstBad the sequence number of the first entry that does not fit, 0 when all do
     * @param why      what is wrong with it, empty when nothing is
     */
    record ChainCheck(long entries, long firstBad, String why) {
        public boolean holds() {
            return firstBad == 0;
        }
    }
}
