package com.maily.console.core.sla.budget;

import com.maily.console.core.port.Subscription;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/** Does something again and again for each of several sources, each on a virtual thread of its own, until it is closed. */
final class Rounds implements Subscription {

    private final List<Thread> threads;

    /** @param pass is given the source; it must throw nothing, and publish nothing once its thread is interrupted */
    Rounds(String name, Collection<String> sources, Duration pause, Consumer<String> pass) {
        threads = sources.stream().map(source -> Thread.ofVirtual().name(name + " " + source).start(() -> {
            while (!Thread.currentThread().isInterrupted()) {
                pass.accept(source);
                LockSupport.parkNanos(pause.toNanos());
            }
        })).toList();
    }

    @Override
    public void close() {
        threads.forEach(Thread::interrupt);
    }
}
