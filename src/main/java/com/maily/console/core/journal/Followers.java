package com.maily.console.core.journal;

import com.maily.console.core.port.Subscription;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/**
 * Hands each new history to everyone who follows a journal, in order, also when a listener appends in turn. A journal calls
 * {@link #add} and {@link #publish} under its own lock.
 */
public final class Followers {

    private static final System.Logger LOG = System.getLogger(Followers.class.getName());

    private final List<Follower> all = new CopyOnWriteArrayList<>();
    private final Queue<History> waiting = new ArrayDeque<>();
    private boolean publishing;

    /** By identity, so that one listener may follow twice and stop once. */
    private static final class Follower {
        private final Consumer<History> listener;

        private Follower(Consumer<History> listener) {
            this.listener = listener;
        }
    }

    public Subscription add(Consumer<History> listener, History present) {
        Follower follower = new Follower(listener);
        tell(follower, present);
        all.add(follower);
        return () -> all.remove(follower);
    }

    public void publish(History history) {
        waiting.add(history);
        if (publishing) {
            return;
        }
        publishing = true;
        try {
            for (History next = waiting.poll(); next != null; next = waiting.poll()) {
                for (Follower follower : all) {
                    tell(follower, next);
                }
            }
        } finally {
            publishing = false;
        }
    }

    /** What is written is written: a listener that fails must not make an append look as if it had. */
    private static void tell(Follower follower, History history) {
        try {
            follower.listener.accept(history);
        } catch (RuntimeException e) {
            LOG.log(System.Logger.Level.ERROR, "A listener of the journal failed.", e);
        }
    }
}
