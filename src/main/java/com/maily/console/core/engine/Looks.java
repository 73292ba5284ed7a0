package com.maily.console.core.engine;

import com.maily.console.core.journal.StepState;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * The looks of one run: at most one per step on its way, each due at its time. Used by the run's driver; looks come back from
 * others.
 */
final class Looks {

    private final Executor executor;
    private final Runnable wake;
    private final Queue<Looked> back = new ConcurrentLinkedQueue<>();
    private final AtomicInteger underWay = new AtomicInteger();
    private final Map<String, Instant> due = new HashMap<>();
    private final Set<String> busy = new HashSet<>();

    /** @param wake called when one has come back */
    Looks(Executor executor, Runnable wake) {
        this.executor = executor;
        this.wake = wake;
    }

    /** Thread-safe. */
    int underWay() {
        return underWay.get();
    }

    boolean anyBack() {
        return !back.isEmpty();
    }

    boolean allRead() {
        return underWay() == 0 && !anyBack();
    }

    /** Takes the next that has come back; its step may be looked at again. */
    Optional<Looked> read() {
        Optional<Looked> next = Optional.ofNullable(back.poll());
        next.ifPresent(one -> busy.remove(one.step()));
        return next;
    }

    boolean free(String step, Instant now) {
        return !busy.contains(step) && !due.getOrDefault(step, now).isAfter(now);
    }

    void send(StepState state, Supplier<StepContext> context) {
        String step = state.step().id();
        due.remove(step);
        busy.add(step);
        underWay.incrementAndGet();
        executor.execute(() -> {
            back.add(new Looked(step, state.attempt(), state.asked(), Looking.at(state.step(), context)));
            underWay.decrementAndGet();
            wake.run();
        });
    }

    void later(String step, Instant at) {
        due.put(step, at);
    }

    void atOnce(String step) {
        due.remove(step);
    }

    void allAtOnce() {
        due.clear();
    }

    void forget(Predicate<String> settled) {
        due.keySet().removeIf(settled);
    }

    /** When the next ones are due. */
    Stream<Instant> due() {
        return due.values().stream();
    }
}
