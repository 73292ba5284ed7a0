package com.maily.console.platforms.kubernetes;

import com.maily.console.core.model.Failure;
import com.maily.console.core.model.FailureException;
import com.maily.console.core.port.SourceState;
import com.maily.console.core.port.Time;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One kubeconfig context and namespace, and how fresh its answers are. Opening it contacts nobody; a heartbeat then keeps
 * {@link #state} true while nobody asks anything. Safe for use by several threads.
 */
public final class KubernetesConnection implements AutoCloseable {

    static final String EVERYWHERE = "*";

    private static final Duration BEAT = Duration.ofSeconds(10);
    private static final Duration QUICKEST_BEAT = Duration.ofMillis(500);

    private final KubernetesClient client;
    private final String namespace;
    private final List<String> podNamespaces;
    private final Time time;
    private final Duration beat;
    private final RetryAfter retryAfter = new RetryAfter();
    private final CountDownLatch closed = new CountDownLatch(1);
    private volatile @Nullable Instant lastGood;
    private volatile String trouble = "";

    private KubernetesConnection(Config config, String namespace, List<String> podNamespaces, Time time) {
        this.client = new KubernetesClientBuilder().withConfig(config)
                .withHttpClientBuilderConsumer(builder -> builder.addOrReplaceInterceptor("retry-after", retryAfter)).build();
        this.namespace = namespace;
        this.podNamespaces = podNamespaces;
        this.time = time;
        Duration wall = time.onTheWall(BEAT);
        this.beat = wall.compareTo(QUICKEST_BEAT) < 0 ? QUICKEST_BEAT : wall.compareTo(BEAT) > 0 ? BEAT : wall;
    }

    /**
     * @param settings {@code kubeconfig} (path; default the user's), {@code context} (default the file's current one),
     *                 {@code namespace} (default the context's) and {@code namespaces} (further ones to watch pods in, divided
     *                 by commas, or {@code *} for all)
     * @throws FailureException when the file or the context is missing or cannot be read
     */
    public static KubernetesConnection open(Map<String, String> settings, Time time) {
        Config config = Kubeconfig.load(settings);
        String given = settings.getOrDefault("namespace", "");
        String namespace = !given.isEmpty() ? given : Optional.ofNullable(config.getNamespace()).orElse("default");
        KubernetesConnection connection = new KubernetesConnection(config, namespace, podNamespaces(namespace, settings), time);
        Thread.ofVirtual().name("kubernetes-heartbeat").start(connection::beat);
        return connection;
    }

    private static List<String> podNamespaces(String own, Map<String, String> settings) {
        String further = settings.getOrDefault("namespaces", "");
        return further.strip().equals(EVERYWHERE) ? List.of(EVERYWHERE) : Stream.concat(Stream.of(own),
                Arrays.stream(further.split(",")).map(String::strip).filter(name -> !name.isEmpty())).distinct().toList();
    }

    /** How fresh the answers are; never blocks. */
    public SourceState state() {
        Duration interval = Duration.ofNanos((long) (beat.toNanos() * time.rate()));
        return new SourceState("Kubernetes", interval, Optional.ofNullable(lastGood), trouble);
    }

    @Override
    public void close() {
        closed.countDown();
        client.close();
    }

    KubernetesClient client() {
        return client;
    }

    String namespace() {
        return namespace;
    }

    /** Where pods are watched; {@link #EVERYWHERE} alone for the whole cluster. */
    List<String> podNamespaces() {
        return podNamespaces;
    }

    Instant now() {
        return time.instant();
    }

    /** @param action as it stands in a sentence: {@code Reading deployment/maily-api} */
    <T extends @Nullable Object> T call(String action, Supplier<T> request) {
        try {
            T answer = request.get();
            answered();
            return answer;
        } catch (FailureException known) {
            throw known;
        } catch (RuntimeException error) {
            Failure failure = KubernetesErrors.translate(action, error, retryAfter.lately());
            remember(failure);
            throw new FailureException(failure, error);
        }
    }

    /** The server told us something just now. */
    void answered() {
        lastGood = time.instant();
        trouble = "";
    }

    private void remember(Failure failure) {
        switch (failure) {
            case Failure.Unreachable _, Failure.TimedOut _ -> trouble = failure.why();
            case Failure.Missing _, Failure.Conflict _, Failure.Rejected _ -> answered();
            // One forbidden or throttled request says nothing about the others; the heartbeat tells whether we are still let in.
            case Failure.Denied _, Failure.Throttled _, Failure.Defect _ -> { }
        }
    }

    private void beat() {
        try {
            do {
                try {
                    call("Reading the version", client::getKubernetesVersion);
                } catch (FailureException failed) {
                    trouble = failed.failure().why();
                }
            } while (!closed.await(beat.toMillis(), TimeUnit.MILLISECONDS));
        } catch (InterruptedException end) {
            Thread.currentThread().interrupt();
        }
    }
}
