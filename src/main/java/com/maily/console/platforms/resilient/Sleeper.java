package com.maily.console.platforms.resilient;

import com.maily.console.core.model.Failure;
import com.maily.console.core.model.FailureException;
import com.maily.console.core.port.Time;
import java.time.Duration;

/** Waits in the environments' time; tests give one that moves their clock instead. */
@FunctionalInterface
public interface Sleeper {

    void sleep(Duration time) throws InterruptedException;

    static Sleeper on(Time time) {
        return duration -> Thread.sleep(time.onTheWall(duration));
    }

    /** Sleeps, and leaves as a failure with the thread's interrupt kept when it was cancelled meanwhile. */
    default void pause(Duration time) {
        try {
            sleep(time);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new FailureException(new Failure.TimedOut("The wait was cancelled", "It was interrupted here.",
                    "Start it again if it is still wanted."), e);
        }
    }
}
