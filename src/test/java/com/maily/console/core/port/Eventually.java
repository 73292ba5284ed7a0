package com.maily.console.core.port;

import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Lets a world's time pass in small steps until what is read back is as expected, or fails with what was read last. */
public final class Eventually {

    private static final Duration STEP = Duration.ofSeconds(2);
    private static final int STEPS = 300;

    private Eventually() { }

    public static <T> T read(Consumer<Duration> pass, Supplier<T> reading, Predicate<T> expected) {
        T last = reading.get();
        for (int i = 0; i < STEPS && !expected.test(last); i++) {
            pass.accept(STEP);
            last = reading.get();
        }
        if (!expected.test(last)) {
            throw new AssertionError("Not within " + STEP.multipliedBy(STEPS) + "; the last reading was " + last);
        }
        return last;
    }
}
