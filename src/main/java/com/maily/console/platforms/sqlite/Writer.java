package com.maily.console.platforms.sqlite;

import com.maily.console.core.journal.Entry;
import com.maily.console.core.journal.Followers;
import com.maily.console.core.journal.History;
import com.maily.console.core.journal.Line;
import com.maily.console.core.model.Failure;
import com.maily.console.core.model.FailureException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;

/** Keeps the end of the journal: folds, chains and writes what is appended. All but {@link #enqueue} under the journal's lock. */
final class Writer {

    private static final int LARGEST_BATCH = 500;
    private static final String WHAT = "The journal could not be written";

    private final Store store;
    private final Followers followers;
    private final Queue<Pending> waiting = new ConcurrentLinkedQueue<>();
    private volatile History history = History.EMPTY;
    private Optional<Failure> refusal = Optional.empty();
    /** Set when a commit failed in a way that leaves open whether it took effect. */
    private boolean uncertain;

    Writer(Store store, Followers followers) {
        this.store = store;
        this.followers = followers;
    }

    History history() {
        return history;
    }

    Optional<Failure> refusal() {
        return refusal;
    }

    void enqueue(Pending pending) {
        waiting.add(pending);
    }

    /** Takes in what the file holds beyond what is known here. */
    void catchUp() throws SQLException {
        if (refusal.isPresent()) {
            return;
        }
        Replay replay = Replay.after(history, store.table());
        refusal = replay.refusal();
        History next = history;
        for (Entry entry : replay.entries()) {
            next = next.apply(entry);
            followers.publish(next);
        }
        history = next;
    }

    /** Writes a batch of what waits with one commit; all of it is settled afterwards, one way or the other. */
    void writeWaiting() {
        List<Pending> batch = new ArrayList<>();
        for (Pending next = waiting.poll(); next != null; next = batch.size() < LARGEST_BATCH ? waiting.poll() : null) {
            batch.add(next);
        }
        FailureException failure = refused();
        if (failure == null) {
            failure = write(batch);
        }
        if (failure != null) {
            for (Pending pending : batch) {
                pending.failed(failure);
            }
        }
    }

    private @Nullable FailureException refused() {
        if (!store.writable()) {
            return new FailureException(new Failure.Denied(WHAT, store.file() + " was opened for reading only, or is closed.",
                    "Open it for writing."));
        }
        return refusal.map(FailureException::new).orElse(null);
    }

    private @Nullable FailureException write(List<Pending> batch) {
        try {
            if (uncertain) {
                catchUp();
                uncertain = false;
            }
            commit(batch);
            return null;
        } catch (SQLException e) {
            uncertain = true;
            return store.errors().failure(WHAT, e);
        } catch (RuntimeException e) {
            return new FailureException(new Failure.Defect(WHAT, "An event could not be folded: " + e + ".",
                    "Please report this."), e);
        }
    }

    /** Folds before it writes: an event that cannot be folded must not get into the file. */
    private void commit(List<Pending> batch) throws SQLException {
        List<Line> lines = new ArrayList<>(batch.size());
        List<History> folded = new ArrayList<>(batch.size());
        History next = history;
        for (Pending pending : batch) {
            Line line = pending.after(next.size(), next.head());
            next = next.apply(pending.entry(line));
            lines.add(line);
            folded.add(next);
        }
        store.table().insert(lines);
        history = next;
        for (int i = 0; i < batch.size(); i++) {
            batch.get(i).written(folded.get(i).last().orElseThrow());
        }
        // Last, because a listener may append in turn.
        folded.forEach(followers::publish);
    }
}
