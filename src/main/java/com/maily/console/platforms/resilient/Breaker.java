package com.maily.console.platforms.resilient;

import com.maily.console.core.model.Failure;
import com.maily.console.core.model.FailureException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Stops asking a platform that is down: after {@code limit} failures in a row calls are refused for {@code rest}, then one is let
 * through to find out. Safe for use by several threads.
 */
final class Breaker {

    private final String name;
    private final InstantSource time;
    private final int limit;
    private final Duration rest;
    private int failures;
    private String why = "";
    private @Nullable Instant closedUntil;

    Breaker(String name, InstantSource time, int limit, Duration rest) {
        this.name = name;
        this.time = time;
        this.limit = limit;
        this.rest = rest;
    }

    <T> T call(Supplier<T> action) {
        admit();
        return watch(action);
    }

    /** Lets the call through in any state, but learns from it: a write must not wait for the breaker. */
    <T> T watch(Supplier<T> action) {
        try {
            T result = action.get();
            succeeded();
            return result;
        } catch (FailureException e) {
            if (!e.failure().retryable()) {
                succeeded();
            } else if (!Thread.currentThread().isInterrupted()) {
                failed(e.failure());
            }
            throw e;
        }
    }

    private synchronized void admit() {
        if (closedUntil == null) {
            return;
        }
        Instant now = time.instant();
        if (now.isBefore(closedUntil)) {
            throw new FailureException(new Failure.Unreachable(name + " is not asked at the moment",
                    "It failed " + failures + " times in a row. " + why, "It is asked again in "
                    + Math.max(1, Duration.between(now, closedUntil).toSeconds()) + " s."));
        }
        closedUntil = now.plus(rest);
    }

    private synchronized void succeeded() {
        failures = 0;
        closedUntil = null;
    }

    private synchronized void failed(Failure failure) {
        why = failure.why();
        failures++;
        if (failures >= limit) {
            closedUntil = time.instant().plus(rest);
        }
    }
}
