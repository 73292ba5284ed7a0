package com.maily.console.core.port;

import com.maily.console.core.model.Failure;
import com.maily.console.core.model.FailureException;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * A subscription that is opened on a thread of its own, because opening one asks a platform, and again until the platform lets
 * it. Closing it ends it however far it has come.
 */
public final class KeptWatch implements Subscription {

    private static final Duration PAUSE = Duration.ofSeconds(3);

    private final Supplier<Subscription> open;
    private final Consumer<Failure> failed;
    private final Thread opener;
    private Subscription subscription = () -> { };
    private boolean closed;

    /** @param failed told each time it could not be opened, on another thread */
    public KeptWatch(String name, Supplier<Subscription> open, Consumer<Failure> failed) {
        this.open = open;
        this.failed = failed;
        this.opener = Thread.ofVirtual().name(name).start(this::run);
    }

    private void run() {
        try {
            while (!opened()) {
                Thread.sleep(PAUSE);
            }
        } catch (InterruptedException end) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean opened() {
        try {
            keep(open.get());
            return true;
        } catch (FailureException e) {
            failed.accept(e.failure());
            return false;
        }
    }

    private synchronized void keep(Subscription made) {
        if (closed) {
            made.close();
        } else {
            subscription = made;
        }
    }

    @Override
    public void close() {
        opener.interrupt();
        synchronized (this) {
            closed = true;
            subscription.close();
        }
    }
}
