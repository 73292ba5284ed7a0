package com.maily.console.desktop.fx;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Carries changes of a big collection to the FX thread: the latest per key, all of them in one hop a pulse. Thread-safe. */
public final class LatestByKey<K, V> {
    private final Object lock = new Object();
    private final Consumer<Map<K, Optional<V>>> show;
    private final FxBridge bridge = new FxBridge(this::deliver);
    private Map<K, Optional<V>> waiting = new LinkedHashMap<>();

    /** @param show called on the FX thread with what changed since the last call; an empty value means the key is gone */
    public LatestByKey(Consumer<Map<K, Optional<V>>> show) {
        this.show = show;
    }

    public void put(K key, V value) {
        change(key, Optional.of(value));
    }

    public void remove(K key) {
        change(key, Optional.empty());
    }

    private void change(K key, Optional<V> value) {
        synchronized (lock) {
            waiting.put(key, value);
        }
        bridge.wake();
    }

    private void deliver() {
        Map<K, Optional<V>> batch;
        synchronized (lock) {
            batch = waiting;
            waiting = new LinkedHashMap<>();
        }
        if (!batch.isEmpty()) {
            show.accept(batch);
        }
    }
}
