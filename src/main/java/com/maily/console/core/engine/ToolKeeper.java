package com.maily.console.core.engine;

import com.maily.console.core.port.Subscription;
import com.maily.console.core.port.Time;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Has the tools told of runs whenever the journal grows, and now and then; each on a thread of its own, so that none waits for another. */
final class ToolKeeper implements AutoCloseable {

    private static final Logger LOG = System.getLogger(ToolKeeper.class.getName());
    private static final Duration EVERY = Duration.ofSeconds(15);
    /** A clock that runs sixty times as fast must not ask sixty times as often. */
    private static final Duration QUICKEST = Duration.ofSeconds(1);

    /** How long closing waits for tools that do not answer. */
    private static final Duration FAREWELL = Duration.ofSeconds(5);

    private final Tools tools;
    private final Time time;
    private final List<Thread> threads = new CopyOnWriteArrayList<>();
    private final List<Semaphore> bells = new CopyOnWriteArrayList<>();
    private final Subscription news;
    private volatile boolean closed;

    private ToolKeeper(Console console) {
        this.tools = new Tools(console.workspace(), console.journal(), console.time(), console::platforms);
        this.time = console.time();
        again("tools", this::open);
        this.news = console.journal().follow(_ -> ring());
    }

    static ToolKeeper start(Console console) {
        return new ToolKeeper(console);
    }

    private void open() {
        tools.open().forEach(tool -> again("tool " + tool.environment() + " " + tool.system(), tool::pass));
    }

    private void again(String name, Runnable look) {
        Semaphore bell = new Semaphore(0);
        bells.add(bell);
        threads.add(Thread.ofVirtual().name(name).start(() -> {
            try {
                boolean last;
                do {
                    last = closed; // what a run's end brings is told before the console goes
                    guarded(look);
                    bell.tryAcquire(last ? 0 : Math.max(time.onTheWall(EVERY).toMillis(), QUICKEST.toMillis()), TimeUnit.MILLISECONDS);
                    bell.drainPermits();
                } while (!last);
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            }
        }));
    }

    /** A journal that cannot be written, or a fault of an adapter, ends no keeping. */
    private void guarded(Runnable look) {
        try {
            look.run();
        } catch (RuntimeException problem) {
            if (!closed) {
                LOG.log(Level.WARNING, "A tool could not be told for now: {0}", problem.getMessage());
            }
        }
    }

    private void ring() {
        bells.forEach(Semaphore::release);
    }

    /** Tells what is new once more, and waits a moment for it. */
    @Override
    public void close() {
        closed = true;
        news.close();
        ring();
        long until = System.nanoTime() + FAREWELL.toNanos();
        for (Thread thread : threads) {
            try {
                thread.join(Duration.ofNanos(Math.max(1, until - System.nanoTime())));
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
