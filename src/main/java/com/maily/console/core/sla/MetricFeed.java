package com.maily.console.core.sla;

import com.maily.console.core.port.MetricSource;
import com.maily.console.core.port.Subscription;
import com.maily.console.core.port.Time;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Follows the metrics of one environment for as long as somebody looks. Each source is asked on a virtual thread of its own, so a
 * slow one never delays another. Safe for use from several threads; listeners are called on the feed's threads and must hand over.
 */
public final class MetricFeed implements AutoCloseable {

    private record Listener(Set<MetricLine> lines, Consumer<MetricSnapshot> consumer) { }

    private final String environment;
    private final Function<String, MetricSource> sources;
    private final Time time;
    private final MetricPace pace;
    private final List<Listener> listeners = new CopyOnWriteArrayList<>();
    private final Map<String, Semaphore> running = new HashMap<>();
    private final Map<MetricLine, MetricCurve> known = new HashMap<>();
    private boolean closed;

    /** @param sources by platform key, as {@code Platforms::metrics} gives them */
    public MetricFeed(String environment, Function<String, MetricSource> sources, Time time, MetricPace pace) {
        this.environment = environment;
        this.sources = sources;
        this.time = time;
        this.pace = pace;
    }

    /** Calls {@code consumer} at once with what is known, then after each pass of a source that has one of {@code lines}. */
    public Subscription follow(Set<MetricLine> lines, Consumer<MetricSnapshot> consumer) {
        Listener listener = new Listener(Set.copyOf(lines), consumer);
        consumer.accept(snapshot());
        synchronized (this) {
            listeners.add(listener);
            lines.stream().map(line -> line.objective().source()).distinct().forEach(this::wake);
        }
        return () -> listeners.remove(listener);
    }

    public synchronized MetricSnapshot snapshot() {
        return new MetricSnapshot(known);
    }

    /** Ends all asking; nothing is published afterwards. */
    @Override
    public synchronized void close() {
        closed = true;
        running.values().forEach(Semaphore::release);
    }

    private void wake(String source) {
        Semaphore bell = running.get(source);
        if (bell != null) {
            bell.release();
        } else if (!closed) {
            Semaphore fresh = new Semaphore(0);
            running.put(source, fresh);
            Thread.ofVirtual().name("metrics " + source).start(() -> poll(source, fresh));
        }
    }

    private void poll(String source, Semaphore bell) {
        MetricPoll poll = new MetricPoll(environment, source, () -> sources.apply(source), time, pace.at(time));
        while (stillWanted(source)) {
            publish(poll.pass(wanted(source)));
            try {
                bell.tryAcquire(pace.pause(time).toNanos(), TimeUnit.NANOSECONDS);
                bell.drainPermits();
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    private synchronized boolean stillWanted(String source) {
        if (closed || wanted(source).isEmpty()) {
            running.remove(source);
            return false;
        }
        return true;
    }

    private Set<MetricLine> wanted(String source) {
        return listeners.stream().flatMap(listener -> listener.lines().stream())
                .filter(line -> line.objective().source().equals(source))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private void publish(Map<MetricLine, MetricCurve> curves) {
        MetricSnapshot snapshot;
        synchronized (this) {
            if (closed) {
                return;
            }
            known.putAll(curves);
            snapshot = snapshot();
        }
        listeners.stream().filter(listener -> listener.lines().stream().anyMatch(curves::containsKey))
                .forEach(listener -> listener.consumer().accept(snapshot));
    }
}
