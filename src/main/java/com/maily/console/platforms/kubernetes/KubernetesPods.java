package com.maily.console.platforms.kubernetes;

import com.maily.console.core.model.Failure;
import com.maily.console.core.model.FailureException;
import com.maily.console.core.port.Pods;
import com.maily.console.core.port.SourceState;
import com.maily.console.core.port.Subscription;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The live pods of the namespace, over a watch that goes on whatever breaks it: dropped connections, 410, expired tokens. */
public final class KubernetesPods implements Pods {

    private final KubernetesConnection connection;
    private final Set<PodWatch> watches = ConcurrentHashMap.newKeySet();
    private volatile @Nullable Instant lastEvent;

    public KubernetesPods(KubernetesConnection connection) {
        this.connection = connection;
    }

    @Override
    public Subscription watch(Consumer<Change> listener) {
        PodWatch watch = new PodWatch(connection, listener, this::happened);
        watches.add(watch);
        watch.start();
        return () -> {
            watches.remove(watch);
            watch.close();
        };
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

    /** As fresh as the connection while every watch is up; otherwise as old as the last event. Never blocks. */
    public SourceState state() {
        SourceState whole = connection.state();
        String down = watches.stream().map(PodWatch::trouble).filter(trouble -> !trouble.isEmpty()).findFirst().orElse("");
        Optional<Instant> lastGood = down.isEmpty() && !watches.isEmpty() ? whole.lastGood() : Optional.ofNullable(lastEvent);
        return new SourceState("Kubernetes pods", whole.interval(), lastGood, whole.trouble().isEmpty() ? down : whole.trouble());
    }

    private void happened() {
        lastEvent = connection.now();
        connection.answered();
    }
}
