package com.maily.console.core.engine;

import com.maily.console.core.model.FailureException;
import com.maily.console.core.port.Time;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Looks now and then whether what runs left paused can be given back; what it can't do stays paused and is reminded of. */
final class HoldKeeper implements AutoCloseable {

    private static final Logger LOG = System.getLogger(HoldKeeper.class.getName());
    private static final Duration EVERY = Duration.ofMinutes(1);
    /** A clock that runs sixty times as fast must not ask sixty times as often. */
    private static final Duration QUICKEST = Duration.ofSeconds(2);

    private final List<GitOpsDesk> desks;
    private final Time time;
    private final CountDownLatch closed = new CountDownLatch(1);

    private HoldKeeper(List<GitOpsDesk> desks, Time time) {
        this.desks = desks;
        this.time = time;
    }

    static HoldKeeper start(Console console) {
        HoldKeeper keeper = new HoldKeeper(console.workspace().environments().stream()
                .map(environment -> new GitOpsDesk(console, environment.name())).toList(), console.time());
        Thread.ofVirtual().name("hold-keeper").start(keeper::keep);
        return keeper;
    }

    private void keep() {
        try {
            Duration wait = time.onTheWall(EVERY);
            while (!closed.await(Math.max(wait.toMillis(), QUICKEST.toMillis()), TimeUnit.MILLISECONDS)) {
                desks.forEach(HoldKeeper::look);
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private static void look(GitOpsDesk desk) {
        try {
            desk.reconcile();
        } catch (FailureException problem) {
            LOG.log(Level.DEBUG, "What is paused stays paused for now: {0}", problem.failure().sentence());
        }
    }

    @Override
    public void close() {
        closed.countDown();
    }
}
