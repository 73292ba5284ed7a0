package com.maily.console.sandbox.ports;

import com.fasterxml.jackson.databind.JsonNode;
import com.maily.console.core.model.Failure;
import com.maily.console.core.model.FailureException;
import com.maily.console.core.port.LogLine;
import com.maily.console.core.port.LogNews;
import com.maily.console.core.port.LogSource;
import com.maily.console.core.port.Subscription;
import com.maily.console.sandbox.cluster.ImageBehaviour;
import com.maily.console.sandbox.cluster.Kinds;
import com.maily.console.sandbox.cluster.LogRange;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Consumer;

/** Follows a container's output: read in the world's time, told on a thread of its own. */
final class SandboxLog implements Subscription {

    private static final Duration LOOK = Duration.ofSeconds(1);

    private final Place place;
    private final LogSource source;
    private final BlockingQueue<LogNews> news = new LinkedBlockingQueue<>();
    private final Thread teller;
    private Instant read = Instant.EPOCH;
    private volatile boolean closed;

    SandboxLog(Place place, LogSource source, Consumer<LogNews> listener) {
        this.place = place;
        this.source = source;
        this.teller = Thread.ofVirtual().name("sandbox-log " + source.pod()).unstarted(() -> tell(listener));
    }

    void start() {
        teller.start();
        place.clock().locked(this::look);
    }

    @Override
    public void close() {
        synchronized (this) {
            closed = true;
        }
        teller.interrupt();
    }

    /** Runs under the clock's lock. */
    private void look() {
        if (closed) {
            return;
        }
        boolean goesOn = true;
        try {
            goesOn = readOn();
        } catch (FailureException failed) {
            goesOn = waits(failed.failure());
        }
        if (goesOn) {
            place.clock().schedule(LOOK, this::look);
        }
    }

    /** @return whether there may be more */
    private boolean readOn() {
        JsonNode pod = place.call("Reading pod/" + source.pod(), () -> place.cluster().read(Kinds.PODS, source.namespace(),
                source.pod()));
        if (Read.at(pod, "status", "containerStatuses").isEmpty()) {
            news.add(new LogNews.Waiting("The pod is not on a node yet."));
            return true;
        }
        String container = source.container().isEmpty()
                ? Read.text(Read.container(pod.path("spec"), Read.labels(pod).getOrDefault("app.kubernetes.io/name", "")),
                "name") : source.container();
        LogRange range = new LogRange(read, read.equals(Instant.EPOCH) ? source.tail() : Integer.MAX_VALUE, source.previous());
        List<ImageBehaviour.LogLine> lines = place.call("Reading the log of pod/" + source.pod(),
                () -> place.cluster().log(source.namespace(), source.pod(), container, range));
        if (!lines.isEmpty()) {
            read = lines.getLast().at();
            news.add(new LogNews.Lines(lines.stream().map(line -> new LogLine(Optional.of(line.at()), line.text())).toList()));
        }
        // What has ended writes no more; a container that was restarted does, in a new log.
        boolean over = source.previous() || List.of("Succeeded", "Failed").contains(Read.text(pod, "status", "phase"));
        if (over) {
            news.add(new LogNews.Ended(source.previous() ? "This container has ended." : "The container has ended."));
        }
        return !over;
    }

    private boolean waits(Failure failure) {
        boolean waiting = failure instanceof Failure.Rejected && failure.why().contains("waiting to start");
        news.add(waiting ? new LogNews.Waiting(failure.why())
                : new LogNews.Ended(failure instanceof Failure.Missing ? "The pod is gone." : failure.why()));
        return waiting;
    }

    private void tell(Consumer<LogNews> listener) {
        try {
            while (!closed) {
                give(listener, news.take());
            }
        } catch (InterruptedException end) {
            Thread.currentThread().interrupt();
        }
    }

    /** Nothing is told once closing has returned. */
    private synchronized void give(Consumer<LogNews> listener, LogNews one) {
        if (!closed) {
            listener.accept(one);
        }
    }
}
