package com.maily.console.desktop.shell;

import com.maily.console.core.engine.Console;
import com.maily.console.core.model.Failure;
import com.maily.console.core.model.FailureException;
import com.maily.console.core.port.EnvironmentLock;
import com.maily.console.core.port.LockState;
import com.maily.console.core.port.Time;
import com.maily.console.desktop.fx.Latest;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;

/** Reads who holds the environment, again and again, on a thread of its own: a lease must be watched to be known to be over. */
final class LockWatch implements AutoCloseable {

    private static final Duration INTERVAL = Duration.ofSeconds(5);
    private static final Duration FLOOR = Duration.ofMillis(400);

    private final Console console;
    private final String environment;
    private final Latest<LockReading> latest;
    private final Thread watcher;

    LockWatch(Console console, String environment, Consumer<LockReading> show) {
        this.console = console;
        this.environment = environment;
        this.latest = new Latest<>(show);
        this.watcher = Thread.ofVirtual().name("lock of " + environment).start(this::watch);
    }

    private void watch() {
        LockReading reading = LockReading.UNREAD;
        try {
            while (reading.lockable()) {
                reading = read(reading);
                latest.publish(reading);
                Thread.sleep(pause(console.time()));
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private LockReading read(LockReading before) {
        try {
            Optional<EnvironmentLock> lock = console.platforms(environment).lock();
            return lock.map(one -> {
                LockState state = one.observe();
                return new LockReading(true, Optional.of(state), state.heldBy(one.identity()), Optional.empty());
            }).orElse(LockReading.NONE);
        } catch (FailureException e) {
            return before.failed(e.failure());
        } catch (RuntimeException e) {
            return before.failed(new Failure.Defect("The lock could not be read", String.valueOf(e.getMessage()),
                    "Report this."));
        }
    }

    private static Duration pause(Time time) {
        Duration wall = time.onTheWall(INTERVAL);
        return wall.compareTo(FLOOR) < 0 ? FLOOR : wall;
    }

    @Override
    public void close() {
        watcher.interrupt();
    }
}
