package com.maily.console.platforms.kubernetes;

import com.maily.console.core.port.Pod;
import io.fabric8.kubernetes.client.informers.ResourceEventHandler;
import io.fabric8.kubernetes.client.informers.SharedIndexInformer;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;

/**
 * The pods of one namespace, or of all: listed once in pages, then watched whatever breaks: dropped connections, 410, expired
 * tokens.
 */
final class PodInformer implements AutoCloseable {

    /** A page is parsed and dropped before the next comes, so that ten thousand pods need no more memory than these. */
    private static final long PAGE = 500;
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final PodChanges changes;
    private final Runnable happened;
    private final KubernetesConnection connection;
    private final String namespace;
    private final CompletableFuture<Boolean> listed = new CompletableFuture<>();
    private final Vigil vigil;
    private volatile Hearing hearing = new Hearing();
    private volatile SharedIndexInformer<io.fabric8.kubernetes.api.model.Pod> informer;
    private volatile String trouble = "";
    /** Why everything is being listed again; empty when it is not. */
    private volatile String relisting = "";
    private volatile Instant listedAt;
    private boolean closed;

    PodInformer(KubernetesConnection connection, String namespace, PodChanges changes, Runnable happened) {
        this.changes = changes;
        this.happened = happened;
        this.connection = connection;
        this.namespace = namespace;
        this.listedAt = connection.now();
        this.informer = informer();
        Duration most = connection.pulse().length().multipliedBy(2).plusSeconds(10);
        // A watch that cannot even begin is silent too: the SDK tries again by itself for minutes and tells nobody.
        long began = System.nanoTime();
        this.vigil = new Vigil(connection.time(), () -> connection.pulse().silence(path(), began), most, this::afresh);
    }

    private SharedIndexInformer<io.fabric8.kubernetes.api.model.Pod> informer() {
        var pods = connection.client().pods();
        var where = everywhere() ? pods.inAnyNamespace() : pods.inNamespace(namespace);
        // By default a refused first list, or any error inside a watch, would end it for good.
        return where.withLimit(PAGE).runnableInformer(0).itemStore(hearing.store)
                .exceptionHandler((started, error) -> broke(error) && (started || listed.isDone())).addEventHandler(hearing);
    }

    private boolean everywhere() {
        return namespace.equals(KubernetesConnection.EVERYWHERE);
    }

    private String path() {
        return everywhere() ? "/api/v1/pods" : "/api/v1/namespaces/" + namespace + "/pods";
    }

    /** Lists and watches again from the start: what was known may be of the past without anybody having been told. */
    private synchronized void afresh(String why) {
        if (!closed && listed.isDone()) {
            relisting = why + " The pods are being listed again.";
            informer.stop();
            hearing = new Hearing();
            informer = informer();
            informer.start();
        }
    }

    void start() {
        vigil.start();
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

    /** When what it shows was last known to be true: something came over the watch, or everything was listed. */
    Instant heard() {
        Optional<Instant> heard = connection.pulse().heard(path());
        // A list does not make up for a watch that is down: from then on nobody would be told.
        return trouble().isEmpty() ? heard.filter(listedAt::isBefore).orElse(listedAt) : heard.orElse(listedAt);
    }

    /**
     * Why the watch is down; empty when it is not. The informer itself calls a watch up only after its first message, which in
     * a quiet cluster takes a minute, so a watch counts as up until it breaks.
     */
    String trouble() {
        if (watching()) {
            trouble = "";
        }
        String told = trouble.isEmpty() ? relisting : trouble;
        return told.isEmpty() ? connection.pulse().trouble(path()) : told;
    }

    private boolean watching() {
        try {
            return informer.isWatching();
        } catch (NullPointerException notYet) {
            return false; // what fabric8 7.8 answers until its first watch has begun
        }
    }

    private boolean broke(Throwable error) {
        trouble = "The watch of the pods broke: " + KubernetesErrors.translate("Watching the pods", error, Optional.empty())
                .why();
        return true;
    }

    @Override
    public synchronized void close() {
        closed = true;
        vigil.close();
        informer.stop();
    }

    /** What one informer tells; nothing any more once another has taken its place, or a pod of the past could come back. */
    private final class Hearing implements ResourceEventHandler<io.fabric8.kubernetes.api.model.Pod> {

        private final LeanPods store = new LeanPods();

        private boolean current() {
            return hearing == this;
        }

        @Override
        public void onList(String resourceVersion, boolean remainedEmpty) {
            if (current()) {
                changes.retain(key -> !everywhere() && !key.startsWith(namespace + "/") || store.get(key) != null);
                listedAt = connection.now();
                relisting = "";
                trouble = "";
                listed.complete(true);
            }
        }

        @Override
        public void onAdd(io.fabric8.kubernetes.api.model.Pod pod) {
            if (current()) {
                trouble = "";
                happened.run();
                PodReading.of(pod).ifPresent(changes::put);
            }
        }

        @Override
        public void onUpdate(io.fabric8.kubernetes.api.model.Pod before, io.fabric8.kubernetes.api.model.Pod after) {
            onAdd(after);
        }

        @Override
        public void onDelete(io.fabric8.kubernetes.api.model.Pod pod, boolean finalStateUnknown) {
            if (current()) {
                happened.run();
                changes.remove(Pod.key(pod.getMetadata().getNamespace(), pod.getMetadata().getName()));
            }
        }
    }
}
