package com.maily.console.platforms.resilient;

import com.maily.console.core.model.Failure;
import com.maily.console.core.model.FailureException;
import com.maily.console.core.port.SourceState;
import com.maily.console.core.port.Time;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

/**
 * One connection of one environment as its wrappers share it: retries reads, opens the breaker, and remembers when the platform
 * last answered well, which is what its lamp shows. Safe for use by several threads.
 */
public final class Connection {

    private final Time time;
    private final Retrying retrying;
    private final Breaker breaker;
    private final AtomicReference<SourceState> state;

    /**
     * @param name     as people say it: {@code Vercel}
     * @param interval how often it is expected to answer
     * @param seed     of the jitter
     */
    public Connection(String name, Duration interval, Time time, Sleeper sleeper, long seed) {
        this.time = time;
        this.retrying = Retrying.usual(sleeper, new Random(seed));
        this.breaker = new Breaker(name, time, 8, Duration.ofSeconds(15));
        this.state = new AtomicReference<>(new SourceState(name, interval, Optional.empty(), ""));
    }

    public SourceState state() {
        return state.get();
    }

    /** A call that changes nothing, so it may be repeated. */
    public <T> T read(Supplier<T> action) {
        return noted(() -> retrying.call(() -> breaker.call(action), Failure::retryable));
    }

    /** A read of somebody who comes again anyway and would rather know at once: held back by the breaker, but not repeated. */
    public <T> T readOnce(Supplier<T> action) {
        return noted(() -> breaker.call(action));
    }

    /**
     * A call that changes something. It is repeated only when the platform said that it did not even look at it (429): after a
     * lost answer nobody knows what happened, and the caller observes before it asks again.
     */
    public <T> T write(Supplier<T> action) {
        return noted(() -> retrying.call(() -> breaker.watch(action), failure -> failure instanceof Failure.Throttled));
    }

    /** A call that is neither repeated nor held back, for those who come again anyway. */
    public <T> T once(Supplier<T> action) {
        return noted(() -> breaker.watch(action));
    }

    /** For adapters with streams of their own: something arrived. */
    public void answered() {
        Instant now = time.instant();
        state.updateAndGet(old -> new SourceState(old.name(), old.interval(), Optional.of(now), ""));
    }

    /** For adapters with streams of their own: the stream broke. */
    public void troubled(Failure failure) {
        state.updateAndGet(old -> new SourceState(old.name(), old.interval(), old.lastGood(), failure.sentence()));
    }

    private <T> T noted(Supplier<T> action) {
        try {
            T result = action.get();
            answered();
            return result;
        } catch (FailureException e) {
            note(e.failure());
            throw e;
        }
    }

    /** A refusal is an answer too: the connection itself is well unless it does not let us in. */
    private void note(Failure failure) {
        if (Thread.currentThread().isInterrupted()) {
            // Whoever asked went away meanwhile, which says nothing about the platform.
            return;
        }
        switch (failure) {
            case Failure.Missing _, Failure.Conflict _, Failure.Rejected _ -> answered();
            case Failure.Unreachable _, Failure.Denied _, Failure.Throttled _, Failure.TimedOut _, Failure.Defect _ ->
                    troubled(failure);
        }
    }
}
