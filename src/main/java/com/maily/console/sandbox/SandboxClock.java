package com.maily.console.sandbox;

import com.maily.console.core.port.Time;
import java.time.Duration;
import java.time.Instant;
import java.util.PriorityQueue;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * The sandbox's time and its one lock. Everything that happens in the world is a task scheduled here; tasks run in order of time,
 * then of scheduling, so that the same seed gives the same world. A manual clock moves when told; a running one follows the wall at
 * a rate. Faces read and write the world inside {@link #locked}, which first lets everything due happen.
 */
public final class SandboxClock implements Time {

    private record Task(Instant at, long order, Runnable action) implements Comparable<Task> {
        @Override
        public int compareTo(Task other) {
            int byTime = at.compareTo(other.at);
            return byTime != 0 ? byTime : Long.compare(order, other.order);
        }
    }

    private final ReentrantLock lock = new ReentrantLock();
    private final PriorityQueue<Task> tasks = new PriorityQueue<>();
    private final Supplier<Instant> target;
    private final double rate;
    private Instant now;
    private Instant manual;
    private long scheduled;

    private SandboxClock(Instant start, double rate, boolean running) {
        this.now = start;
        this.manual = start;
        this.rate = rate;
        long startedAt = System.nanoTime();
        this.target = running ? () -> start.plusNanos((long) ((System.nanoTime() - startedAt) * rate)) : () -> manual;
    }

    /** A clock that stands still until {@link #advance}. */
    public static SandboxClock manual(Instant start) {
        return new SandboxClock(start, 1, false);
    }

    /** A clock that runs {@code rate} times as fast as the wall. */
    public static SandboxClock running(Instant start, double rate) {
        return new SandboxClock(start, rate, true);
    }

    @Override
    public Instant instant() {
        return locked(() -> now);
    }

    @Override
    public double rate() {
        return rate;
    }

    /** Runs {@code action} with the world up to date and to oneself. */
    public <T> T locked(Supplier<T> action) {
        lock.lock();
        try {
            if (lock.getHoldCount() == 1) {
                catchUp();
            }
            return action.get();
        } finally {
            lock.unlock();
        }
    }

    public void locked(Runnable action) {
        locked(() -> {
            action.run();
            return true;
        });
    }

    /** Schedules {@code action} for {@code delay} from now; it runs holding the lock, with the clock at exactly that time. */
    public void schedule(Duration delay, Runnable action) {
        lock.lock();
        try {
            tasks.add(new Task(now.plus(delay), scheduled++, action));
        } finally {
            lock.unlock();
        }
    }

    /** Schedules {@code action} again and again, first after one {@code period}. */
    public void every(Duration period, Runnable action) {
        schedule(period, () -> {
            action.run();
            every(period, action);
        });
    }

    /** Moves a manual clock, letting everything due on the way happen in order. */
    public void advance(Duration by) {
        lock.lock();
        try {
            manual = manual.plus(by);
            catchUp();
        } finally {
            lock.unlock();
        }
    }

    /** When the next scheduled task is due; null when there is none. */
    public @org.jspecify.annotations.Nullable Instant nextDue() {
        return locked(() -> tasks.isEmpty() ? null : tasks.peek().at());
    }

    private void catchUp() {
        Instant until = target.get();
        while (!tasks.isEmpty() && !tasks.peek().at().isAfter(until)) {
            Task task = tasks.poll();
            now = task.at().isAfter(now) ? task.at() : now;
            task.action().run();
        }
        now = until.isAfter(now) ? until : now;
    }
}
