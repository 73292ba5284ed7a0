package com.maily.console.app;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Reads again and again until what is read is as expected, or fails with what was read last. */
final class Eventually {

    private static final Duration PAUSE = Duration.ofMillis(25);

    private Eventually() { }

    static <T> T read(Duration most, Supplier<T> reading, Predicate<T> expected) {
        long deadline = System.nanoTime() + most.toNanos();
        T last = reading.get();
        while (!expected.test(last)) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError("Not within " + most + "; the last reading was " + last);
            }
            LockSupport.parkNanos(PAUSE.toNanos());
            last = reading.get();
        }
        return last;
    }

    static void holds(Duration most, Supplier<Boolean> condition) {
        read(most, condition, holds -> holds);
    }
}
