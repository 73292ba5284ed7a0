package com.maily.console.desktop.fx;

import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Carries the newest value from any thread to the FX thread; values overtaken before they are shown are dropped. Thread-safe. */
public final class Latest<T> implements Consumer<T> {
    private final AtomicReference<@Nullable T> newest = new AtomicReference<>();
    private final Consumer<T> show;
    private final FxBridge bridge = new FxBridge(this::deliver);

    /** @param show called on the FX thread, once a pulse at most */
    public Latest(Consumer<T> show) {
        this.show = show;
    }

    public void publish(T value) {
        newest.set(value);
        bridge.wake();
    }

    @Override
    public void accept(T value) {
        publish(value);
    }

    long hops() {
        return bridge.hops();
    }

    private void deliver() {
        T value = newest.getAndSet(null);
        if (value != null) {
            show.accept(value);
        }
    }
}
