package com.maily.console.core.sla;

import com.maily.console.core.port.MetricSource;
import com.maily.console.core.port.Subscription;
import com.maily.console.core.port.Time;
import java.time.Duration;
import java.util.HashMap;
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
 * slow one never delays another. Safe for use from several threads; listeners are called on the feed's threads and must hand
 * over.
 */
public final class MetricFeed implements AutoCloseable {

    private record Listener(Set<MetricLine> lines, MetricPace pace, Consumer<MetricSnapshot> consumer) {

        boolean concerns(Set<MetricWish.Key> news) {
            return lines.stream().anyMatch(line -> news.contains(new MetricWish.Key(line, pace.step())));
        }
    }

    private final String environment;
    private final Function<String, MetricSource> sources;
    private final Time time;
    private final MetricPace pace;
    private final Duration pause;
    private final List<Listener> listeners = new CopyOnWriteArrayList<>();
    private final Map<String, MetricPoll> polls = new HashMap<>();
    private final Map<String, Semaphore> running = new HashMap<>();
    private final Map<MetricWish.Key, MetricCurve> known = new HashMap<>();
    private boolean closed;

    /** @param sources by platform key, as {@code Platforms::metrics} gives them */
    public MetricFeed(String environment, Function<String, MetricSource> sources, Time time, MetricPace pace) {
        this.environment = environment;
        this.sources = sources;
        this.time = time;
        this.pace = pace.at(time);
        this.pause = pace.pause(time);
    }

    /** As {@link #follow(Set, Duration, Consumer)}, as far back as the feed's own pace. */
    public Subscription follow(Set<MetricLine> lines, Consumer<MetricSnapshot> consumer) {
        return follow(new Listener(Set.copyOf(lines), pace, consumer));
    }

    /**
     * Calls {@code consumer} at once with what is known, then after each answer that has one of {@code lines}. The curves go back
     * at least {@code reach}, in steps of {@link MetricPace#reaching}. Ending it aborts the requests nobody else waits for.
     */
    public Subscription follow(Set<MetricLine> lines, Duration reach, Consumer<MetricSnapshot> consumer) {
        return follow(new Listener(Set.copyOf(lines), pace.reaching(reach), consumer));
    }

    private Subscription follow(Listener listener) {
        listener.consumer().accept(snapshot(listener.pace()));
        synchronized (this) {
            listeners.add(listener);
            sourcesOf(listener).forEach(this::wake);
        }
        return () -> end(listener);
    }

    private void end(Listener listener) {
        if (listeners.remove(listener)) {
            synchronized (this) {
                polls.forEach((source, poll) -> poll.cancelUnless(wanted(source)));
            }
        }
    }

    private static Set<String> sourcesOf(Listener listener) {
        return listener.lines().stream().map(line -> line.objective().source()).collect(Collectors.toSet());
    }

    public MetricSnapshot snapshot() {
        return snapshot(pace);
    }

    private synchronized MetricSnapshot snapshot(MetricPace of) {
        return new MetricSnapshot(known.entrySet().stream().filter(entry -> entry.getKey().step().equals(of.step()))
                .collect(Collectors.toMap(entry -> entry.getKey().line(), Map.Entry::getValue)));
    }

    /** Ends all asking; nothing is published afterwards. */
    @Override
    public synchronized void close() {
        closed = true;
        running.values().forEach(Semaphore::release);
        polls.values().forEach(poll -> poll.cancelUnless(Set.of()));
    }

    private void wake(String source) {
        Semaphore bell = running.get(source);
        if (bell != null) {
            bell.release();
        } else if (!closed) {
            Semaphore fresh = new Semaphore(0);
            running.put(source, fresh);
            MetricPoll poll = polls.computeIfAbsent(source, _ -> new MetricPoll(environment, source,
                    () -> sources.apply(source).unrepeated(), time, pace));
            Thread.ofVirtual().name("metrics " + source).start(() -> ask(source, poll, fresh));
        }
    }

    private void ask(String source, MetricPoll poll, Semaphore bell) {
        try {
            while (stillWanted(source)) {
                poll.pass(wanted(source), pause, this::publish);
                if (bell.tryAcquire(pause.toNanos(), TimeUnit.NANOSECONDS)) {
                    bell.drainPermits();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized boolean stillWanted(String source) {
        if (closed || wanted(source).isEmpty()) {
            running.remove(source);
            return false;
        }
        return true;
    }

    private Set<MetricWish> wanted(String source) {
        return listeners.stream().flatMap(listener -> listener.lines().stream()
                        .filter(line -> line.objective().source().equals(source))
                        .map(line -> new MetricWish(line, listener.pace()))).collect(Collectors.toSet());
    }

    private void publish(Map<MetricWish.Key, MetricCurve> news) {
        synchronized (this) {
            if (closed) {
                return;
            }
            known.putAll(news);
        }
        Map<Duration, MetricSnapshot> snapshots = new HashMap<>();
        listeners.stream().filter(listener -> listener.concerns(news.keySet())).forEach(listener -> listener.consumer()
                .accept(snapshots.computeIfAbsent(listener.pace().step(), _ -> snapshot(listener.pace()))));
    }
}
