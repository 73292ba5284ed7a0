package com.maily.console.platforms.kubernetes;

import com.maily.console.core.port.Pod;
import io.fabric8.kubernetes.client.informers.ResourceEventHandler;
import io.fabric8.kubernetes.client.informers.SharedIndexInformer;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;

/**
 * The pods of one namespace, or of all: listed once in pages, then watched whatever breaks: dropped connections, 410, expired
 * tokens.
 */
final class PodInformer implements AutoCloseable, ResourceEventHandler<io.fabric8.kubernetes.api.model.Pod> {

    /** A page is parsed and dropped before the next comes, so that ten thousand pods need no more memory than these. */
    private static final long PAGE = 500;
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final PodChanges changes;
    private final Runnable happened;
    private final SharedIndexInformer<io.fabric8.kubernetes.api.model.Pod> informer;
    private final CompletableFuture<Boolean> listed = new CompletableFuture<>();
    private volatile String trouble = "";

    PodInformer(KubernetesConnection connection, String namespace, PodChanges changes, Runnable happened) {
        this.changes = changes;
        this.happened = happened;
        var pods = connection.client().pods();
        var where = namespace.equals(KubernetesConnection.EVERYWHERE) ? pods.inAnyNamespace() : pods.inNamespace(namespace);
        // By default a refused first list, or any error inside a watch, would end it for good.
        this.informer = where.withLimit(PAGE).runnableInformer(0).itemStore(new LeanPods())
                .exceptionHandler((started, error) -> started && broke(error)).addEventHandler(this);
    }

    void start() {
        informer.start().whenComplete((_, error) -> {
            if (error != null) {
                listed.completeExceptionally(error);
            }
        });
    }

    /** @throws RuntimeException as the client says it when the first list fails */
    void awaitListed() {
        try {
            listed.orTimeout(PATIENCE.toMillis(), TimeUnit.MILLISECONDS).join();
        } catch (CompletionException failed) {
            throw failed.getCause() instanceof RuntimeException told ? told : failed;
        }
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
    public void onList(String resourceVersion, boolean remainedEmpty) {
        listed.complete(true);
    }

    @Override
    public void onAdd(io.fabric8.kubernetes.api.model.Pod pod) {
        trouble = "";
        happened.run();
        PodReading.of(pod).ifPresent(changes::put);
    }

    @Override
    public void onUpdate(io.fabric8.kubernetes.api.model.Pod before, io.fabric8.kubernetes.api.model.Pod after) {
        onAdd(after);
    }

    @Override
    public void onDelete(io.fabric8.kubernetes.api.model.Pod pod, boolean finalStateUnknown) {
        happened.run();
        changes.remove(Pod.key(pod.getMetadata().getNamespace(), pod.getMetadata().getName()));
    }

    @Override
    public void close() {
        informer.stop();
    }
}
