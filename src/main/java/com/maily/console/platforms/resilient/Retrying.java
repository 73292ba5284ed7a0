package com.maily.console.platforms.resilient;

import com.maily.console.core.model.Failure;
import com.maily.console.core.model.FailureException;
import java.time.Duration;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/**
 * Repeats a call that failed in a way that may pass: exponential back-off with full jitter, capped, and never sooner than the
 * platform asked. A platform that asks for a longer wait than {@code patience} gets no second call; its own words are passed on.
 *
 * @param attempts in all, the first included
 */
record Retrying(Sleeper sleeper, RandomGenerator random, int attempts, Duration base, Duration cap, Duration patience) {

    static Retrying usual(Sleeper sleeper, RandomGenerator random) {
        return new Retrying(sleeper, random, 4, Duration.ofMillis(250), Duration.ofSeconds(8), Duration.ofMinutes(1));
    }

    <T> T call(Supplier<T> action, Predicate<Failure> worthRepeating) {
        for (int attempt = 1; ; attempt++) {
            try {
                return action.get();
            } catch (FailureException e) {
                boolean goOn = attempt < attempts && worthRepeating.test(e.failure()) && !Thread.currentThread().isInterrupted();
                Duration wait = delay(attempt, e.failure());
                if (!goOn || wait.compareTo(patience) > 0) {
                    throw e;
                }
                sleeper.pause(wait);
            }
        }
    }

    private Duration delay(int attempt, Failure failure) {
        Duration full = base.multipliedBy(1L << Math.min(attempt - 1, 20));
        Duration limit = full.compareTo(cap) > 0 ? cap : full;
        Duration jittered = Duration.ofNanos((long) (limit.toNanos() * (0.5 + random.nextDouble() / 2)));
        return failure instanceof Failure.Throttled throttled ? longer(jittered, throttled.retryAfter()) : jittered;
    }

    private static Duration longer(Duration a, Duration b) {
        return a.compareTo(b) >= 0 ? a : b;
    }
}
