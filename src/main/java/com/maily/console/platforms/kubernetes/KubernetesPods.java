package com.maily.console.platforms.kubernetes;

import com.maily.console.core.model.Component;
import com.maily.console.core.model.Failure;
import com.maily.console.core.model.FailureException;
import com.maily.console.core.port.LogNews;
import com.maily.console.core.port.LogSource;
import com.maily.console.core.port.Pod;
import com.maily.console.core.port.PodEvent;
import com.maily.console.core.port.PodUsage;
import com.maily.console.core.port.Pods;
import com.maily.console.core.port.SourceState;
import com.maily.console.core.port.Subscription;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The live pods of a connection's namespaces: one watch however many look, which goes on whatever breaks it. */
public final class KubernetesPods implements Pods {

    private final KubernetesConnection connection;
    private final Object starting = new Object();
    private volatile @Nullable PodWatch watch;
    private int listeners;
    private volatile @Nullable Instant lastEvent;

    public KubernetesPods(KubernetesConnection connection) {
        this.connection = connection;
    }

    @Override
    public Subscription watch(Consumer<Change> listener) {
        synchronized (starting) {
            PodWatch shared = started();
            Subscription one = shared.add(listener);
            listeners++;
            AtomicBoolean closed = new AtomicBoolean();
            return () -> {
                if (closed.compareAndSet(false, true)) {
                    one.close();
                    left();
                }
            };
        }
    }

    private PodWatch started() {
        PodWatch present = watch;
        if (present == null) {
            present = connection.call("Listing the pods", () -> new PodWatch(connection, this::happened));
            present.start();
            watch = present;
        }
        return present;
    }

    private void left() {
        synchronized (starting) {
            listeners--;
            PodWatch present = watch;
            if (listeners == 0 && present != null) {
                present.close();
                watch = null;
            }
        }
    }

    @Override
    public List<String> log(String pod, int lines) {
        io.fabric8.kubernetes.api.model.Pod found = connection.call("Reading pod/" + pod,
                () -> connection.client().pods().inNamespace(connection.namespace()).withName(pod).get());
        if (found == null) {
            throw new FailureException(new Failure.Missing("Reading the log of pod/" + pod + " failed", "The pod is gone.",
                    "Choose one that is still there."));
        }
        return new PodLog(connection).tail(found, lines);
    }

    @Override
    public Subscription follow(LogSource source, Consumer<LogNews> listener) {
        LogFollow follow = new LogFollow(connection, source, listener);
        follow.start();
        return follow;
    }

    @Override
    public PodUsage usage() {
        return new PodMetricsReading(connection).read();
    }

    @Override
    public List<PodEvent> events(Pod pod) {
        return new PodEvents(connection).of(pod);
    }

    @Override
    public List<PodEvent> events(Component component) {
        return new PodEvents(connection).of(component);
    }

    /** As old as what last came over the watch, however well the cluster answers otherwise. Never blocks. */
    public SourceState state() {
        SourceState whole = connection.state();
        PodWatch present = watch;
        Duration interval = Duration.ofNanos((long) (connection.pulse().length().toNanos() * connection.time().rate()));
        String down = present == null ? "" : present.trouble();
        return new SourceState("Kubernetes pods", interval, Optional.ofNullable(present).map(PodWatch::heard)
                .or(() -> Optional.ofNullable(lastEvent)), whole.trouble().isEmpty() ? down : whole.trouble());
    }

    /** The state while it is worse than the cluster's own: somebody watches, and the watch is down or being set up again. */
    public Optional<SourceState> lagging() {
        PodWatch present = watch;
        return Optional.of(state()).filter(_ -> present != null && !present.trouble().isEmpty());
    }

    private void happened() {
        lastEvent = connection.now();
        connection.answered();
    }
}
