package com.maily.console.platforms.kubernetes;

import com.maily.console.core.port.Pods;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.client.informers.ResourceEventHandler;
import io.fabric8.kubernetes.client.informers.SharedIndexInformer;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One listener's informer and the thread that hands it batches. */
final class PodWatch implements AutoCloseable, ResourceEventHandler<Pod> {

    private static final Logger LOG = LoggerFactory.getLogger(PodWatch.class);
    private static final Duration BATCH = Duration.ofMillis(200);

    private final KubernetesConnection connection;
    private final Consumer<Pods.Change> listener;
    private final Runnable happened;
    private final PodChanges changes = new PodChanges();
    private final SharedIndexInformer<Pod> informer;
    private volatile String trouble = "";
    private @Nullable Thread thread;

    PodWatch(KubernetesConnection connection, Consumer<Pods.Change> listener, Runnable happened) {
        this.connection = connection;
        this.listener = listener;
        this.happened = happened;
        // By default a refused first list, or any error inside a watch, would end it for good.
        this.informer = connection.client().pods().inNamespace(connection.namespace()).runnableInformer(0)
                .exceptionHandler((started, error) -> broke(error)).addEventHandler(this);
    }

    /** The first batch is what one list says, so that it is complete; it throws when there is none. */
    void start() {
        List<Pod> present = connection.call("Listing the pods",
                () -> connection.client().pods().inNamespace(connection.namespace()).list().getItems());
        present.forEach(pod -> PodReading.of(pod).ifPresent(changes::put));
        listener.accept(changes.drain(connection.now()).orElseGet(() -> new Pods.Change(List.of(), List.of(), connection.now())));
        informer.start();
        thread = Thread.ofVirtual().name("kubernetes-pods").start(this::deliver);
    }

    /**
     * Why the watch is down; empty when it is not. The informer itself calls a watch up only after its first message, which in
     * a quiet cluster takes a minute, so a watch counts as up until it breaks.
     */
    String trouble() {
        if (informer.isWatching()) {
            trouble = "";
        }
        return trouble;
    }

    private boolean broke(Throwable error) {
        trouble = "The watch of the pods broke: " + KubernetesErrors.translate("Watching the pods", error, Optional.empty())
                .why();
        return true;
    }

    @Override
    public void onAdd(Pod pod) {
        trouble = "";
        happened.run();
        PodReading.of(pod).ifPresent(changes::put);
    }

    @Override
    public void onUpdate(Pod before, Pod after) {
        onAdd(after);
    }

    @Override
    public void onDelete(Pod pod, boolean finalStateUnknown) {
        happened.run();
        changes.remove(pod.getMetadata().getName());
    }

    @Override
    public void close() {
        informer.stop();
        Optional.ofNullable(thread).ifPresent(Thread::interrupt);
    }

    private void deliver() {
        try {
            while (true) {
                changes.take(connection.now()).ifPresent(this::tell);
                LockSupport.parkNanos(BATCH.toNanos());
            }
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        }
    }

    private void tell(Pods.Change change) {
        try {
            listener.accept(Objects.requireNonNull(change));
        } catch (RuntimeException fault) {
            LOG.error("A listener of the pods failed; it gets the next change all the same", fault);
        }
    }
}
