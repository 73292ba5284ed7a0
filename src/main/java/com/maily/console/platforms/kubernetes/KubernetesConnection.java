package com.maily.console.platforms.kubernetes;

import com.maily.console.core.model.Failure;
import com.maily.console.core.model.FailureException;
import com.maily.console.core.port.SourceState;
import com.maily.console.core.port.Time;
import com.maily.console.platforms.http.Remote;
import com.maily.console.platforms.http.Tokens;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.fabric8.kubernetes.client.internal.SSLUtils;
import io.fabric8.kubernetes.client.utils.TokenRefreshInterceptor;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javax.net.ssl.KeyManager;
import javax.net.ssl.TrustManager;
import org.jspecify.annotations.Nullable;

/**
 * One kubeconfig context and namespace, and how fresh its answers are. Opening it contacts nobody; a heartbeat then keeps
 * {@link #state} true while nobody asks anything. Safe for use by several threads.
 */
public final class KubernetesConnection implements AutoCloseable {

    static final String EVERYWHERE = "*";

    private static final Duration BEAT = Duration.ofSeconds(10);
    private static final Duration QUICKEST_BEAT = Duration.ofMillis(500);

    /** One forbidden request a moment is reason enough to ask again what we may do; a watch that is refused repeats itself. */
    private static final Duration DOUBT = Duration.ofSeconds(30);

    private final Supplier<Config> config;
    private final SignIn signIn;
    private final String namespace;
    private final List<String> podNamespaces;
    private final Time time;
    private final Duration beat;
    private final RetryAfter retryAfter = new RetryAfter();
    private final WatchPulse pulse;
    private final CountDownLatch closed = new CountDownLatch(1);
    private final AtomicLong doubts = new AtomicLong();
    private final AtomicLong doubtedAt = new AtomicLong(System.nanoTime() - DOUBT.toNanos());
    private @Nullable KubernetesClient client;
    private volatile @Nullable Instant lastGood;
    private volatile String trouble = "";

    private KubernetesConnection(Supplier<Config> config, SignIn signIn, String namespace, Map<String, String> settings,
                                 Time time) {
        this.config = config;
        this.signIn = signIn;
        this.namespace = namespace;
        this.podNamespaces = podNamespaces(namespace, settings);
        this.time = time;
        this.pulse = new WatchPulse(time);
        Duration wall = time.onTheWall(BEAT);
        this.beat = wall.compareTo(QUICKEST_BEAT) < 0 ? QUICKEST_BEAT : wall.compareTo(BEAT) > 0 ? BEAT : wall;
        Thread.ofVirtual().name("kubernetes-heartbeat").start(this::beat);
    }

    /**
     * @param settings {@code kubeconfig} (path; default the user's), {@code context} (default the file's current one),
     *                 {@code namespace} (default the context's) and {@code namespaces} (further ones to watch pods in, divided
     *                 by commas, or {@code *} for all)
     * @throws FailureException when the file or the context is missing or cannot be read
     */
    public static KubernetesConnection open(Map<String, String> settings, Time time) {
        Kubeconfig.Loaded loaded = Kubeconfig.load(settings);
        return new KubernetesConnection(loaded::config, loaded.signIn(), namespace(settings, loaded), settings, time);
    }

    /** The same, with tokens from elsewhere instead of those the kubeconfig's user would get. */
    public static KubernetesConnection open(Map<String, String> settings, Time time, Tokens tokens) {
        Kubeconfig.Loaded loaded = Kubeconfig.load(settings);
        return new KubernetesConnection(loaded::config, SignIn.with(tokens), namespace(settings, loaded), settings, time);
    }

    /** A cluster that no kubeconfig tells of, found out when it is first asked something. */
    public static KubernetesConnection openRemote(Map<String, String> settings, Time time, Remote remote) {
        return new KubernetesConnection(() -> Kubeconfig.of(remote.server(), remote.authority()), SignIn.with(remote),
                settings.getOrDefault("namespace", "default"), settings, time);
    }

    /**
     * The plugin the kubeconfig's user signs in with, as it would be typed, and the variables it gets; empty when there is none.
     */
    public static Optional<Map.Entry<List<String>, Map<String, String>>> plugin(Map<String, String> settings) {
        return Kubeconfig.plugin(settings).map(plugin -> Map.entry(plugin.command(), plugin.environment()));
    }

    private static String namespace(Map<String, String> settings, Kubeconfig.Loaded loaded) {
        String given = settings.getOrDefault("namespace", "");
        return !given.isEmpty() ? given : Optional.ofNullable(loaded.config().getNamespace()).orElse("default");
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
        synchronized (this) {
            Optional.ofNullable(client).ifPresent(KubernetesClient::close);
        }
    }

    /** Made when it is first needed, because finding the server out may take a while. */
    synchronized KubernetesClient client() {
        KubernetesClient made = client;
        if (made == null) {
            made = make();
            client = made;
        }
        return made;
    }

    private KubernetesClient make() {
        Config known = config.get();
        return new KubernetesClientBuilder().withConfig(known).withHttpClientBuilderConsumer(builder -> {
            builder.addOrReplaceInterceptor("retry-after", retryAfter);
            builder.addOrReplaceInterceptor("answer-limit", new AnswerLimit());
            builder.addOrReplaceInterceptor("watch-pulse", pulse);
            signIn.tokens().ifPresent(tokens -> builder.addOrReplaceInterceptor(TokenRefreshInterceptor.NAME,
                    new BearerToken(tokens, doubts::incrementAndGet)));
            signIn.plugin().filter(_ -> known.getMasterUrl().startsWith("https:")).ifPresent(plugin ->
                    builder.sslContext(new KeyManager[] {new ExecKeys(plugin)}, trusted(known)));
        }).build();
    }

    private static TrustManager @Nullable [] trusted(Config config) {
        try {
            return SSLUtils.trustManagers(config);
        } catch (IOException | GeneralSecurityException unreadable) {
            throw new FailureException(new Failure.Rejected("Connecting to Kubernetes failed",
                    "The certificate authority of the kubeconfig's cluster cannot be read.",
                    "Check it with kubectl config view."));
        }
    }

    /** Grows when what we may do may have changed: a request was forbidden, or other credentials came into use. */
    long doubts() {
        return doubts.get();
    }

    String namespace() {
        return namespace;
    }

    /** Where pods are watched; {@link #EVERYWHERE} alone for the whole cluster. */
    List<String> podNamespaces() {
        return podNamespaces;
    }

    /** What is heard of the watches. */
    WatchPulse pulse() {
        return pulse;
    }

    Time time() {
        return time;
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
            // Throttled requests are neither refused nor answered: until one is let through it is said that the cluster is busy.
            case Failure.Unreachable _, Failure.TimedOut _, Failure.Throttled _ -> trouble = failure.why();
            case Failure.Missing _, Failure.Conflict _, Failure.Rejected _ -> answered();
            // One forbidden request says nothing about the others; the heartbeat tells whether we are still let in.
            case Failure.Denied _ -> doubt();
            case Failure.Defect _ -> { }
        }
    }

    private void doubt() {
        long now = System.nanoTime();
        long before = doubtedAt.get();
        if (now - before >= DOUBT.toNanos() && doubtedAt.compareAndSet(before, now)) {
            doubts.incrementAndGet();
        }
    }

    private void beat() {
        try {
            do {
                try {
                    call("Reading the version", () -> client().getKubernetesVersion());
                } catch (FailureException failed) {
                    trouble = failed.failure().why();
                }
                // A cluster that asks for a longer pause gets it.
            } while (!closed.await(Math.max(beat.toMillis(), retryAfter.lately().map(Duration::toMillis).orElse(0L)),
                    TimeUnit.MILLISECONDS));
        } catch (InterruptedException end) {
            Thread.currentThread().interrupt();
        }
    }
}
