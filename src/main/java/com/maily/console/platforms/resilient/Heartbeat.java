package com.maily.console.platforms.resilient;

import com.maily.console.core.model.FailureException;
import com.maily.console.core.port.SourceState;
import com.maily.console.core.port.Time;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Asks a platform something cheap whenever nobody else has asked it for a while, so that its lamp tells the truth on a quiet night too. */
public final class Heartbeat implements AutoCloseable {

    /** A clock that runs sixty times as fast must not ask sixty times as often. */
    private static final Duration QUICKEST = Duration.ofMillis(500);

    private final Connection connection;
    private final Runnable question;
    private final Time time;
    private final CountDownLatch closed = new CountDownLatch(1);

    private Heartbeat(Connection connection, Runnable question, Time time) {
        this.connection = connection;
        this.question = question;
        this.time = time;
    }

    /** @param question a read that throws {@link FailureException} when it goes unanswered */
    public static Heartbeat start(Connection connection, Runnable question, Time time) {
        Heartbeat heartbeat = new Heartbeat(connection, question, time);
        Thread.ofVirtual().name("heartbeat " + connection.state().name()).start(heartbeat::beat);
        return heartbeat;
    }

    /** How often a platform is really asked when it should be asked each {@code wanted}, in the environments' time. */
    public static Duration interval(Duration wanted, Time time) {
        Duration floor = Duration.ofNanos((long) (QUICKEST.toNanos() * time.rate()));
        return wanted.compareTo(floor) < 0 ? floor : wanted;
    }

    private void beat() {
        try {
            do {
                if (silent()) {
                    ask();
                }
            } while (!closed.await(time.onTheWall(connection.state().interval()).toMillis(), TimeUnit.MILLISECONDS));
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean silent() {
        SourceState state = connection.state();
        Instant recent = time.instant().minus(state.interval().dividedBy(2));
        return state.lastGood().filter(recent::isBefore).isEmpty();
    }

    private void ask() {
        try {
            connection.once(() -> {
                question.run();
                return true;
            });
        } catch (FailureException _) {
            // The connection has noted it; its lamp shows it.
            return;
        }
    }

    @Override
    public void close() {
        closed.countDown();
    }
}
