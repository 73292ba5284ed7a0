package com.maily.console.desktop.shell;

import com.maily.console.core.journal.Journal;
import com.maily.console.core.model.FailureException;
import com.maily.console.desktop.fx.Latest;
import java.time.Duration;
import java.util.function.Consumer;

/** Verifies the journal's chain from time to time on a thread of its own. */
final class ChainWatch implements AutoCloseable {
    private static final Duration PAUSE = Duration.ofMinutes(5);
    private final Thread watcher;

    ChainWatch(Journal journal, Consumer<Journal.ChainCheck> show) {
        Latest<Journal.ChainCheck> latest = new Latest<>(show);
        watcher = Thread.ofVirtual().name("journal check").start(() -> watch(journal, latest));
    }

    private static void watch(Journal journal, Latest<Journal.ChainCheck> latest) {
        try {
            while (true) {
                latest.publish(check(journal));
                Thread.sleep(PAUSE);
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private static Journal.ChainCheck check(Journal journal) {
        try {
            return journal.verify();
        } catch (FailureException e) {
            return new Journal.ChainCheck(0, 1, e.failure().sentence());
        }
    }

    @Override
    public void close() {
        watcher.interrupt();
    }
}
