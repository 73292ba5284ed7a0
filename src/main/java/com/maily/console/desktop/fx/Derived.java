package com.maily.console.desktop.fx;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Works out what a screen shows away from the FX thread: always from the newest input, one at a time; inputs that are overtaken
 * before their turn are never worked on. Thread-safe.
 */
public final class Derived<I, O> {
    private final AtomicReference<@Nullable I> newest = new AtomicReference<>();
    private final AtomicBoolean working = new AtomicBoolean();
    private final Function<I, O> work;
    private final Latest<O> latest;

    /** @param work pure or at least safe on any one thread; @param show called on the FX thread */
    public Derived(Function<I, O> work, Consumer<O> show) {
        this.work = work;
        this.latest = new Latest<>(show);
    }

    public void submit(I input) {
        newest.set(input);
        if (working.compareAndSet(false, true)) {
            Thread.startVirtualThread(this::run);
        }
    }

    private void run() {
        try {
            for (I input = newest.getAndSet(null); input != null; input = newest.getAndSet(null)) {
                latest.publish(work.apply(input));
            }
        } finally {
            working.set(false);
        }
        // What came between the last look and the flag would otherwise wait for the next input.
        I missed = newest.get();
        if (missed != null) {
            submit(missed);
        }
    }
}
