package com.maily.console.core.engine;

import com.maily.console.core.port.Time;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Drives each conductor on a virtual thread of its own, in wall time scaled by the environments' clock. Looks fan out. */
final class LiveDriver implements Driver {

    private static final Logger LOG = System.getLogger(LiveDriver.class.getName());
    /** How long a journal that cannot be written is left alone. */
    private static final Duration JOURNAL_PAUSE = Duration.ofSeconds(5);
    /** How long closing waits for what is on its way to a platform, so that its answer still reaches the journal. */
    private static final Duration FAREWELL = Duration.ofSeconds(5);

    private final Time time;
    private final ExecutorService looks = Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("look-", 0).factory());
    /** Those whose run is not over: one that stops because of the closing stays, so that its farewell is not missed. */
    private final Map<Conductor, Thread> threads = new ConcurrentHashMap<>();
    private final Map<Conductor, Semaphore> bells = new ConcurrentHashMap<>();
    private volatile boolean closed;

    LiveDriver(Time time) {
        this.time = time;
    }

    @Override
    public Executor looks() {
        return looks;
    }

    @Override
    public void drive(Conductor conductor) {
        Semaphore bell = new Semaphore(0);
        bells.put(conductor, bell);
        conductor.wakes(bell::release);
        Thread thread = Thread.ofVirtual().name("conductor-" + conductor.id()).unstarted(() -> conduct(conductor, bell));
        threads.put(conductor, thread);
        thread.start();
    }

    private void conduct(Conductor conductor, Semaphore bell) {
        try {
            boolean over = false;
            while (!over && !closed) {
                Turn turn = turn(conductor);
                over = turn.over();
                if (!over && !closed) {
                    rest(bell, turn);
                }
            }
            if (over) {
                threads.remove(conductor);
                bells.remove(conductor);
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    /** A journal that cannot be written stops the run from going on, never from being there when it can again. */
    private Turn turn(Conductor conductor) {
        try {
            return conductor.turn();
        } catch (RuntimeException problem) {
            LOG.log(Level.ERROR, "The run " + conductor.id() + " cannot go on for now: " + problem.getMessage(), problem);
            return new Turn(false, java.util.Optional.of(time.instant()
                    .plusMillis((long) (JOURNAL_PAUSE.toMillis() * time.rate()))));
        }
    }

    private void rest(Semaphore bell, Turn turn) throws InterruptedException {
        if (turn.wake().isEmpty()) {
            bell.acquire();
        } else {
            Duration left = Duration.between(time.instant(), turn.wake().get());
            bell.tryAcquire(Math.max(1, time.onTheWall(left).toMillis()), TimeUnit.MILLISECONDS);
        }
        bell.drainPermits();
    }

    @Override
    public void close() {
        closed = true;
        bells.values().forEach(Semaphore::release);
        long until = System.nanoTime() + FAREWELL.toNanos();
        for (Map.Entry<Conductor, Thread> one : Map.copyOf(threads).entrySet()) {
            farewell(one.getKey(), one.getValue(), until);
        }
        looks.shutdownNow();
    }

    private static void farewell(Conductor conductor, Thread thread, long until) {
        try {
            thread.join(Duration.ofNanos(Math.max(1, until - System.nanoTime())));
            conductor.leave(Duration.ofNanos(Math.max(1, until - System.nanoTime())));
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
