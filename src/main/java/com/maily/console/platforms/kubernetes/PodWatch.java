package com.maily.console.platforms.kubernetes;

import com.maily.console.core.model.FailureException;
import com.maily.console.core.port.Pods;
import com.maily.console.core.port.Subscription;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One look at the pods of a connection, shared by all listeners, and the thread that hands them batches. */
final class PodWatch implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(PodWatch.class);
    private static final Duration BATCH = Duration.ofMillis(200);

    private final KubernetesConnection connection;
    private final PodChanges changes = new PodChanges();
    private final List<PodInformer> informers;
    private final List<Consumer<Pods.Change>> listeners = new CopyOnWriteArrayList<>();
    private @Nullable Thread thread;

    PodWatch(KubernetesConnection connection, Runnable happened) {
        this.connection = connection;
        this.informers = connection.podNamespaces().stream().map(namespace -> new PodInformer(connection, namespace, changes,
                happened))
                .toList();
    }

    /** Knows all pods when it returns. @throws FailureException when they cannot be listed; it is then closed */
    void start() {
        try {
            informers.forEach(PodInformer::start);
            for (PodInformer informer : informers) {
                connection.call("Listing the pods", () -> {
                    informer.awaitListed();
                    return true;
                });
            }
        } catch (FailureException failed) {
            close();
            throw failed;
        }
        changes.drain(connection.now());
        thread = Thread.ofVirtual().name("kubernetes-pods").start(this::deliver);
    }

    /** Tells a listener all pods there are, and then what changes. */
    synchronized Subscription add(Consumer<Pods.Change> listener) {
        listener.accept(changes.all(connection.now()));
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    /** When all it shows was last known to be true. */
    Instant heard() {
        return informers.stream().map(PodInformer::heard).min(Instant::compareTo).orElseGet(connection::now);
    }

    /** Why it is down; empty when it is not. */
    String trouble() {
        return informers.stream().map(PodInformer::trouble).filter(trouble -> !trouble.isEmpty()).findFirst().orElse("");
    }

    @Override
    public void close() {
        informers.forEach(PodInformer::close);
        Optional.ofNullable(thread).ifPresent(Thread::interrupt);
    }

    private void deliver() {
        try {
            while (true) {
                changes.await();
                tell();
                LockSupport.parkNanos(BATCH.toNanos());
            }
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized void tell() {
        changes.drain(connection.now()).ifPresent(change -> listeners.forEach(listener -> {
            try {
                listener.accept(change);
            } catch (RuntimeException fault) {
                LOG.error("A listener of the pods failed; it gets the next change all the same", fault);
            }
        }));
    }
}
