package com.maily.console.platforms.kubernetes;

import com.maily.console.core.model.Failure;
import com.maily.console.core.model.FailureException;
import com.maily.console.core.port.LogLine;
import com.maily.console.core.port.LogNews;
import com.maily.console.core.port.LogSource;
import com.maily.console.core.port.Subscription;
import io.fabric8.kubernetes.api.model.Pod;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Follows one container's log on a thread of its own, over as many connections as it takes. */
final class LogFollow implements Subscription {

    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final int BATCH = 500;

    private final KubernetesConnection connection;
    private final LogRequest request;
    private final LogSource source;
    private final Consumer<LogNews> listener;
    private final LogPlace place = new LogPlace();
    private @Nullable Thread thread;
    private volatile @Nullable InputStream open;
    private volatile boolean closed;

    LogFollow(KubernetesConnection connection, LogSource source, Consumer<LogNews> listener) {
        this.connection = connection;
        this.request = new LogRequest(connection);
        this.source = source;
        this.listener = listener;
    }

    void start() {
        thread = Thread.ofVirtual().name("kubernetes-log " + source.pod()).start(this::run);
    }

    @Override
    public void close() {
        synchronized (this) {
            closed = true;
        }
        Optional.ofNullable(thread).ifPresent(Thread::interrupt);
        Optional.ofNullable(open).ifPresent(LogFollow::end);
    }

    private void run() {
        try {
            while (!closed && goesOn()) {
                Thread.sleep(PAUSE);
            }
        } catch (InterruptedException end) {
            Thread.currentThread().interrupt();
        }
    }

    /** Reads over one connection until it ends. @return whether there may be more */
    private boolean goesOn() {
        try {
            Pod pod = found();
            read(container(pod));
            return !source.previous() && stillRuns() || tell(new LogNews.Ended(source.previous() ? "This container has ended."
                    : "The container has ended."));
        } catch (FailureException failed) {
            return goesOn(failed.failure());
        } catch (IOException broken) {
            return closed || tellAndGoOn(new LogNews.Interrupted("The connection broke."));
        }
    }

    private boolean goesOn(Failure failure) {
        return switch (failure) {
            case Failure.Missing _ -> tell(new LogNews.Ended("The pod is gone."));
            case Failure.Rejected rejected when rejected.why().contains("waiting to start")
                    || rejected.why().contains("is not available") ->
                    tellAndGoOn(new LogNews.Waiting(rejected.why()));
            case Failure.Rejected rejected -> tell(new LogNews.Ended(rejected.why()));
            case Failure.Unreachable _, Failure.TimedOut _, Failure.Throttled _, Failure.Denied _, Failure.Conflict _,
                    Failure.Defect _ ->
                    tellAndGoOn(new LogNews.Interrupted(failure.why()));
        };
    }

    private void read(String container) throws IOException {
        place.reconnected();
        try (InputStream in = request.open(source, container, place.since());
             BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            open = in;
            List<LogLine> batch = new ArrayList<>();
            for (String line = reader.readLine(); line != null && !closed; line = reader.readLine()) {
                place.take(line).ifPresent(batch::add);
                if (batch.size() >= BATCH || !reader.ready()) {
                    hand(batch);
                }
            }
            hand(batch);
        } finally {
            open = null;
        }
    }

    private void hand(List<LogLine> batch) {
        if (!batch.isEmpty()) {
            give(new LogNews.Lines(batch));
        }
        batch.clear();
    }

    private Pod found() {
        Pod pod = request.pod(source);
        if (pod == null) {
            throw new FailureException(new Failure.Missing("Following the log of pod/" + source.pod() + " failed",
                    "The pod is gone.",
                    "Choose one that is still there."));
        }
        return pod;
    }

    /** A container that was restarted writes on in a new log; a pod that has ended does not. */
    private boolean stillRuns() {
        Pod pod = request.pod(source);
        return pod != null && !List.of("Succeeded", "Failed").contains(String.valueOf(pod.getStatus().getPhase()));
    }

    private String container(Pod pod) {
        return source.container().isEmpty() ? PodReading.of(pod).map(read -> read.containers().getFirst())
                .orElseGet(() -> pod.getSpec().getContainers().getFirst().getName()) : source.container();
    }

    private boolean tell(LogNews last) {
        give(last);
        return false;
    }

    /** Nothing is told once closing has returned. */
    private synchronized void give(LogNews news) {
        if (!closed) {
            listener.accept(news);
        }
    }

    private boolean tellAndGoOn(LogNews news) {
        tell(news);
        return true;
    }

    private static void end(InputStream stream) {
        try {
            stream.close();
        } catch (IOException alreadyBroken) {
            // It is being closed anyway.
        }
    }
}
