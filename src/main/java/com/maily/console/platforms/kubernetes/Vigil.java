package com.maily.console.platforms.kubernetes;

import com.maily.console.core.port.Time;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Notices what no connection tells: that this machine slept, because its calendar moved on while its stopwatch stood, and that a
 * watch has been silent for longer than watches are. Either way what it showed is of the past, and it is to be set up afresh.
 */
final class Vigil implements AutoCloseable {

    private static final Duration EVERY = Duration.ofSeconds(1);
    /** Clocks are set by some seconds now and then; that is no sleep. */
    private static final Duration SLEEP = Duration.ofSeconds(60);

    private final Time time;
    private final Supplier<Duration> silence;
    private final Duration most;
    private final Consumer<String> afresh;
    private final CountDownLatch closed = new CountDownLatch(1);

    /**
     * @param silence how long nothing was heard, on the wall
     * @param most    how long that may be
     * @param afresh  given why, as a sentence
     */
    Vigil(Time time, Supplier<Duration> silence, Duration most, Consumer<String> afresh) {
        this.time = time;
        this.silence = silence;
        this.most = most;
        this.afresh = afresh;
    }

    void start() {
        Thread.ofVirtual().name("kubernetes-vigil").start(this::watch);
    }

    private void watch() {
        Instant calendar = time.instant();
        long stopwatch = System.nanoTime();
        long renewed = stopwatch;
        try {
            while (!closed.await(EVERY.toMillis(), TimeUnit.MILLISECONDS)) {
                long now = System.nanoTime();
                Duration shown = time.onTheWall(Duration.between(calendar, time.instant()));
                boolean slept = shown.minusNanos(now - stopwatch).compareTo(SLEEP) > 0;
                boolean silent = silence.get().compareTo(most) > 0 && now - renewed > most.toNanos();
                if (slept || silent) {
                    renewed = now;
                    afresh.accept(slept ? "This machine slept, or its clock was set." : "Nothing was heard for "
                            + silence.get().toSeconds() + " s.");
                }
                calendar = time.instant();
                stopwatch = now;
            }
        } catch (InterruptedException end) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        closed.countDown();
    }
}
