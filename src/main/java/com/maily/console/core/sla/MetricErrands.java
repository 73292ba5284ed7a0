package com.maily.console.core.sla;

import com.maily.console.core.port.MetricSource;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * The requests that are under way at one source, each on a virtual thread of its own. Cancelling one interrupts its thread, which
 * aborts the request, and drops whatever still comes of it.
 */
final class MetricErrands {

    /** @param outcomes empty for one that was cancelled meanwhile */
    record Done(MetricBatch batch, Map<MetricQuestion, MetricBatch.Outcome> outcomes) { }

    private final Supplier<MetricSource> source;
    private final Map<MetricBatch, Thread> running = new ConcurrentHashMap<>();
    private final BlockingQueue<Done> done = new LinkedBlockingQueue<>();

    MetricErrands(Supplier<MetricSource> source) {
        this.source = source;
    }

    int running() {
        return running.size();
    }

    boolean asks(MetricQuestion question) {
        return running.keySet().stream().anyMatch(batch -> batch.questions().contains(question));
    }

    void start(MetricBatch batch) {
        Thread thread = Thread.ofVirtual().name("metrics request").unstarted(() -> run(batch));
        running.put(batch, thread);
        thread.start();
    }

    private void run(MetricBatch batch) {
        Map<MetricQuestion, MetricBatch.Outcome> outcomes = batch.ask(source);
        boolean wanted = running.remove(batch, Thread.currentThread());
        done.add(new Done(batch, wanted ? outcomes : Map.of()));
    }

    /** The next one that ends, or none in time. */
    Optional<Done> next(Duration patience) throws InterruptedException {
        return Optional.ofNullable(done.poll(patience.toNanos(), TimeUnit.NANOSECONDS));
    }

    /** Ends those of whose questions none is wanted any more. */
    void cancelUnless(Predicate<MetricQuestion> wanted) {
        running.forEach((batch, thread) -> {
            if (batch.questions().stream().noneMatch(wanted) && running.remove(batch, thread)) {
                thread.interrupt();
            }
        });
    }
}
