package com.maily.console.core.sla;

import com.maily.console.core.model.FailureException;
import com.maily.console.core.port.Alerts;
import com.maily.console.core.port.SourceState;
import com.maily.console.core.port.Subscription;
import com.maily.console.core.port.Time;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Follows the alerts of one environment from the first listener until it is closed: what ended while nobody looked is to be seen
 * too. Each system is asked on a virtual thread of its own, so a slow one never delays another. Safe for use from several
 * threads; listeners are called on the watch's threads and must hand over.
 */
public final class AlertWatch implements AutoCloseable {

    private final Supplier<List<Alerts>> systems;
    private final Time time;
    private final MetricPace pace;
    private final List<Consumer<AlertSnapshot>> listeners = new CopyOnWriteArrayList<>();
    private final SortedMap<Integer, AlertReading> known = Collections.synchronizedSortedMap(new TreeMap<>());
    private final CountDownLatch closed = new CountDownLatch(1);
    private boolean started;

    /** @param systems as {@code Platforms::alerts} gives them; called once, on a thread of the watch, when somebody listens */
    public AlertWatch(Supplier<List<Alerts>> systems, Time time, MetricPace pace) {
        this.systems = systems;
        this.time = time;
        this.pace = pace;
    }

    /** Calls {@code listener} at once with what is known, then after each answer, good or not, of a system. */
    public Subscription follow(Consumer<AlertSnapshot> listener) {
        listener.accept(snapshot());
        listeners.add(listener);
        start();
        return () -> listeners.remove(listener);
    }

    public AlertSnapshot snapshot() {
        synchronized (known) {
            return new AlertSnapshot(List.copyOf(known.values()));
        }
    }

    private synchronized void start() {
        if (!started) {
            started = true;
            Thread.ofVirtual().name("alerts").start(this::open);
        }
    }

    private void open() {
        try {
            List<AlertPoll> polls = systems.get().stream().map(one -> new AlertPoll(one, time, pace.at(time))).toList();
            for (int place = 0; place < polls.size(); place++) {
                known.put(place, polls.get(place).last());
            }
            polls.forEach(poll -> Thread.ofVirtual().name("alerts " + poll.last().source().name())
                    .start(() -> poll(polls.indexOf(poll), poll)));
        } catch (FailureException unopened) {
            publish(0, new AlertReading(new SourceState("Alerts", pace.interval(), Optional.empty(), unopened.failure().what()),
                    List.of(), Optional.of(unopened.failure())));
        }
    }

    private void poll(int place, AlertPoll poll) {
        try {
            do {
                publish(place, poll.pass());
            } while (!closed.await(pace.pause(time).toNanos(), TimeUnit.NANOSECONDS));
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private void publish(int place, AlertReading reading) {
        known.put(place, reading);
        AlertSnapshot snapshot = snapshot();
        if (closed.getCount() > 0) {
            listeners.forEach(listener -> listener.accept(snapshot));
        }
    }

    /** Ends all asking; nothing is published afterwards. */
    @Override
    public void close() {
        closed.countDown();
    }
}
